import type { FormDefinition, FormView } from '@hoicho/shared/fairs/form.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { attachTemplates } from './attach-templates.ts'
import { fairById } from './queries.ts'

/**
 * Puts a new version of the application form in force. Applications already begun keep the version they were made
 * with. Refused with platform.changed-meanwhile when `madeFrom` is given and is not the version in force, and with
 * platform.wrong-state when the fair is closed or cancelled.
 */
export async function publishForm(
  ctx: Ctx,
  fairId: string,
  definition: FormDefinition,
  madeFrom?: number,
): Promise<FormView> {
  return await change(ctx, 'fairs.edit', { fair: fairId }, async tx => {
    const fair = found(await fairById(tx, fairId, true))
    if (fair.state !== 'draft' && fair.state !== 'published') throw problem('platform.wrong-state')
    if (madeFrom !== undefined && madeFrom !== fair.formVersion) throw problem('platform.changed-meanwhile')
    const version = fair.formVersion + 1
    const kept = await attachTemplates(tx, ctx, fair, definition)
    const createdAt = ctx.now()
    await tx
      .insertInto('applicationForm')
      .values({ fairId, version, definition: kept, createdAt, createdBy: actorPersonId(ctx) })
      .execute()
    await tx.updateTable('fair').set({ formVersion: version }).where('id', '=', fairId).execute()
    const result = { fairId, version, definition: kept, createdAt }
    const audit = {
      entity: 'application-form',
      entityId: fairId,
      before: { version: fair.formVersion },
      after: { version, definition: kept },
    }
    return { result, audit }
  })
}
