import type { Gate } from '@hoicho/shared/selection/gate-vocabulary.ts'
import type { ChecksView, OverrideInput } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { readChecks } from './checks.ts'

const OPEN_STATES = new Set(['submitted', 'correction-requested'])

/**
 * A manager decides a gate otherwise, with a reason, or takes that back; only before the dossier is accepted. The program's
 * own answer stays beside it. Refused with selection.four-eyes to who ran the check.
 */
export async function overrideCheck(
  ctx: Ctx,
  applicationId: string,
  gate: Gate,
  input: OverrideInput,
): Promise<ChecksView> {
  return await change(ctx, 'selection.override-check', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { state } = found(await lockApplication(tx, fairId, applicationId))
    if (!OPEN_STATES.has(state)) throw problem('platform.wrong-state')
    const check = found(
      await tx
        .selectFrom('applicationCheck')
        .select(['id', 'overrideOutcome', 'overrideReason', 'checkedBy'])
        .where('fairId', '=', fairId)
        .where('applicationId', '=', applicationId)
        .where('gate', '=', gate)
        .executeTakeFirst(),
    )
    const person = actorPersonId(ctx)
    const isOwnCheck = person !== null && check.checkedBy === person
    if (isOwnCheck && input.outcome !== null) throw problem('selection.four-eyes')
    const after = {
      overrideOutcome: input.outcome,
      overrideReason: input.outcome === null ? null : input.reason,
    }
    const by =
      input.outcome === null
        ? { overriddenBy: null, overriddenAt: null }
        : { overriddenBy: person, overriddenAt: ctx.now() }
    await tx
      .updateTable('applicationCheck')
      .set({ ...after, ...by })
      .where('id', '=', check.id)
      .execute()
    const { id: _, checkedBy: __, ...before } = check
    const result = await readChecks(tx, fairId, applicationId)
    const audit = {
      entity: 'application',
      entityId: applicationId,
      before: { gate, ...before },
      after: { gate, ...after },
    }
    return { result, audit }
  })
}
