import type { SettingsInput, SettingsView } from '@hoicho/shared/selection/place-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { settingsOf } from './acceptance-settings.ts'
import { fairForSelection } from './queries.ts'

/** How places are answered and what letters add, with the version to change it by. */
export async function viewAcceptance(ctx: Ctx, fairId: string): Promise<SettingsView> {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  return await settingsOf(ctx.app.db, fairId)
}

/**
 * Sets deadlines, reminders, who offers freed places, and the organizer's paragraphs. Letters sent and deadlines running stay
 * as they are. Refused with platform.changed-meanwhile unless `version` is the one stored.
 */
export async function configureAcceptance(
  ctx: Ctx,
  fairId: string,
  input: SettingsInput,
): Promise<SettingsView> {
  return await change(ctx, 'selection.configure', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const before = await settingsOf(tx, fairId)
    if (before.version !== input.version) throw problem('platform.changed-meanwhile')
    const row = { ...input, version: input.version + 1, updatedAt: ctx.now() }
    await tx
      .insertInto('selectionSettings')
      .values({ fairId, ...row })
      .onConflict(conflict => conflict.column('fairId').doUpdateSet(row))
      .execute()
    const result = await settingsOf(tx, fairId)
    return { result, audit: { entity: 'fair', entityId: fairId, before, after: result } }
  })
}
