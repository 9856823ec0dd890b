import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import type { GateSettingsInput, GateSettingsView } from '@hoicho/shared/selection/gate-schema.ts'
import { bannedWordsRule } from '@hoicho/shared/selection/gates.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { gatePlansOf, gateSettingsOf } from './gate-settings-query.ts'
import { datedRules, fairForSelection } from './queries.ts'

/**
 * Sets which gates a fair asks, which of them block, and what they compare with. What was judged before stays as it was until
 * it is judged again. Refused with platform.changed-meanwhile unless `version` is the one stored.
 */
export async function configureGates(
  ctx: Ctx,
  fairId: string,
  input: GateSettingsInput,
): Promise<GateSettingsView> {
  return await change(ctx, 'selection.configure', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const before = await gateSettingsOf(tx, fairId)
    if (before.version !== input.version) throw problem('platform.changed-meanwhile')
    const { version, effects, ...rest } = input
    const row = { ...rest, effects, version: version + 1, updatedAt: ctx.now() }
    await tx
      .insertInto('fairGateSettings')
      .values({ fairId, ...row })
      .onConflict(conflict => conflict.column('fairId').doUpdateSet(row))
      .execute()
    const after = await gateSettingsOf(tx, fairId)
    const audit = { entity: 'fair', entityId: fairId, before, after }
    return { result: await readGateSettings(tx, fairId), audit }
  })
}

/** What the gates of a fair ask and do, beside what the rules would. */
export async function viewGateSettings(ctx: Ctx, fairId: string): Promise<GateSettingsView> {
  await mayRead(ctx, 'selection.view', { fair: fairId })
  return await readGateSettings(ctx.app.db, fairId)
}

async function readGateSettings(db: Db | Tx, fairId: string): Promise<GateSettingsView> {
  const settings = await gateSettingsOf(db, fairId)
  const fair = found(await fairForSelection(db, fairId))
  const rules = await datedRules(db, ['goods.banned-words'])
  const banned = ruleValueOn(rules, 'goods.banned-words', fair.ruleSetOn, bannedWordsRule)
  return {
    // The columns are only ever written from their schemas.
    ...(settings as Omit<GateSettingsView, 'plan' | 'usual' | 'basis' | 'currency' | 'ruleWords'>),
    ...(await gatePlansOf(db, fairId, settings)),
    currency: fair.currency as Currency,
    ruleWords: banned?.value.words ?? [],
  }
}
