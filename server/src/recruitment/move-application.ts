import { step } from '@hoicho/shared/platform/states.ts'
import {
  APPLICATION_STATES,
  type ApplicationAction,
  type ApplicationState,
  waitsForConfirmation,
} from '@hoicho/shared/recruitment/states.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'

/**
 * Moves an application of a fair along its state table, on the locked row. For verbs of this and later capabilities,
 * within their own `change`. Refused with platform.wrong-state, or with recruitment.not-confirmed while the establishment has
 * not confirmed what was entered for it; an application of another fair is not found. A quiet move leaves no trace for the
 * establishment: it goes on seeing the state it saw before, until a letter tells it.
 */
export async function moveApplication(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  applicationId: string,
  action: ApplicationAction,
  isQuiet = false,
): Promise<{ before: ApplicationState; after: ApplicationState }> {
  const application = found(
    await tx
      .selectFrom('application')
      .select(['state', 'shownState', 'version', 'updatedAt', 'confirmation'])
      .where('fairId', '=', fairId)
      .where('id', '=', applicationId)
      .forUpdate()
      .executeTakeFirst(),
  )
  const after = step(APPLICATION_STATES, application.state, action)
  if (!after) throw problem('platform.wrong-state')
  if (waitsForConfirmation(action, application.confirmation)) throw problem('recruitment.not-confirmed')
  await tx
    .updateTable('application')
    .set({ state: after, ...traceOf(ctx, application, isQuiet) })
    .where('id', '=', applicationId)
    .execute()
  return { before: application.state, after }
}

type Before = { state: ApplicationState; shownState: string | null; version: number; updatedAt: string }

function traceOf(ctx: Ctx, { state, shownState, version, updatedAt }: Before, isQuiet: boolean) {
  if (!isQuiet) return { shownState: null, version: version + 1, updatedAt: ctx.now() }
  // Only candidates are moved quietly, and the column takes their states alone.
  return { shownState: (shownState ?? state) as 'complete', version, updatedAt }
}
