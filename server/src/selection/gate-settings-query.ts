import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { type GatePlan, gatePlan, gatesRule } from '@hoicho/shared/selection/gate-plan.ts'
import type { Fund } from '@hoicho/shared/selection/gate-vocabulary.ts'
import { type GateEffect } from '@hoicho/shared/selection/gate-vocabulary.ts'
import type { Db, Tx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { datedRules, fairForSelection } from './queries.ts'

/** What an organizer has set for the gates of a fair. Nothing stored yet: nothing of its own, national funds, version 0. */
export type GateSettings = {
  effects: Record<string, GateEffect>
  requiredCertificates: string[]
  eligibleProvinces: string[]
  eligibleElsewhere: 'fail' | 'unknown'
  eligibleBasis: string
  bannedWords: string[]
  fund: Fund | null
  feeMinor: number | null
  version: number
}

const NONE: GateSettings = {
  effects: {},
  requiredCertificates: [],
  eligibleProvinces: [],
  eligibleElsewhere: 'unknown',
  eligibleBasis: '',
  bannedWords: [],
  fund: 'national-promotion',
  feeMinor: null,
  version: 0,
}

export async function gateSettingsOf(db: Db | Tx, fairId: string): Promise<GateSettings> {
  const row = await db
    .selectFrom('fairGateSettings')
    .select(['effects', 'requiredCertificates', 'eligibleProvinces', 'eligibleElsewhere', 'eligibleBasis'])
    .select(['bannedWords', 'fund', 'feeMinor', 'version'])
    .where('fairId', '=', fairId)
    .executeTakeFirst()
  // The column is only ever written from checked effects.
  return row ? { ...row, effects: row.effects as GateSettings['effects'] } : NONE
}

/** What every gate does at a fair, and what it would do by the rule of its kind. */
export async function gatePlansOf(
  db: Db | Tx,
  fairId: string,
  settings: Pick<GateSettings, 'effects'>,
): Promise<{ plan: GatePlan; usual: GatePlan; basis: string | null }> {
  const { kind, ruleSetOn } = found(await fairForSelection(db, fairId))
  const rule = ruleValueOn(await datedRules(db, ['selection.gates']), 'selection.gates', ruleSetOn, gatesRule)
  const own = Object.entries(settings.effects).map(([gate, effect]) => ({ gate, effect }))
  return {
    plan: gatePlan(kind, rule?.value ?? null, own),
    usual: gatePlan(kind, rule?.value ?? null, []),
    basis: rule?.legalBasis ?? null,
  }
}
