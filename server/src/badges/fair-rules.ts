import { type AllotmentRule, allotmentRule } from '@hoicho/shared/badges/allotment.ts'
import { validityRule } from '@hoicho/shared/badges/schema.ts'
import type { Validity } from '@hoicho/shared/badges/verdict.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import type { ZodType } from 'zod'
import type { Db, Tx } from '../platform/context.ts'
import { rulesOfKey } from './queries.ts'

/** How many badges a booth's area brings, by the rules the fair follows. */
export const allotmentRuleOf = (db: Db | Tx, ruleSetOn: string): Promise<AllotmentRule> =>
  ruleOf(db, 'badges.allotment', ruleSetOn, allotmentRule)

/** When each kind of badge may enter, by the rules the fair follows. */
export const validitiesOf = (db: Db | Tx, ruleSetOn: string): Promise<Record<string, Validity>> =>
  ruleOf(db, 'badges.validity', ruleSetOn, validityRule)

async function ruleOf<Value>(db: Db | Tx, key: string, on: string, schema: ZodType<Value>): Promise<Value> {
  const rule = ruleValueOn(await rulesOfKey(db, key), key, on, schema)
  if (!rule) throw new Error(`No dated rule ${key} is in force on ${on}`)
  return rule.value
}
