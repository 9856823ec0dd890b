import type { RulesView } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { storeRules } from './configure-rules.ts'
import { fairForSelection } from './queries.ts'
import { rulesOf } from './rules-queries.ts'
import { lockScenario } from './scenarios.ts'

/**
 * Makes a version the rules of the fair: quotas, tie-break, normalisation, places and pass mark. The lot and the length of the
 * waiting list are the meeting's. Refused with platform.changed-meanwhile when the version or the rules changed since they
 * were read.
 */
export async function promoteScenario(
  ctx: Ctx,
  fairId: string,
  scenarioId: string,
  read: { version: number; rulesVersion: number },
): Promise<RulesView> {
  return await change(ctx, 'selection.configure', { fair: fairId }, async tx => {
    const fair = found(await fairForSelection(tx, fairId, 'update'))
    const { name, settings, version } = found(await lockScenario(tx, fairId, scenarioId))
    const rules = await rulesOf(tx, fairId)
    if (version !== read.version || rules.version !== read.rulesVersion)
      throw problem('platform.changed-meanwhile')
    const { places: quota, passMark, quotas, tieBreak, isNormalised } = settings
    await storeRules(tx, ctx, fairId, { quotas, tieBreak, isNormalised, version: rules.version })
    await tx
      .updateTable('fair')
      .set(row => ({ quota, passMark, version: row('version', '+', 1) }))
      .where('id', '=', fairId)
      .execute()
    const result = await rulesOf(tx, fairId)
    const before = { ...rules, quota: fair.quota, passMark: fair.passMark }
    const after = { ...result, quota, passMark, scenario: name }
    return { result, audit: { entity: 'fair', entityId: fairId, before, after } }
  })
}
