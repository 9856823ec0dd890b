import type { ZodType } from 'zod'
import type { IsoDate } from './dates.ts'

/**
 * Rules that change by law - rates, deadlines, agency names - are rows with dates and a legal basis, never
 * constants. A fair asks for the rule on a fixed day (normally the day its plan was approved), so later
 * changes leave it alone.
 */
export interface DatedRule<Value = unknown> {
  /**
   * What is decided, such as `support.rate.join-home-fair.booth-rent`. Several rows of one key follow each
   * other in time.
   */
  key: string
  value: Value
  /** First day in force. */
  validFrom: IsoDate
  /** Last day in force, `null` while it still is. */
  validTo: IsoDate | null
  /** The law in words a report can quote. */
  legalBasis: string
  /** The public page or text that was read. */
  source: string
  /** `S` the text was seen, `I` inferred from one that was, `M` from memory: check before relying on it. */
  confidence: 'S' | 'I' | 'M'
}

/**
 * The rule of a key in force on a day, or `null` when none is known. Of two that overlap the one that began
 * later wins, as a newer law does.
 */
export function ruleOn<Rule extends DatedRule>(
  rules: readonly Rule[],
  key: string,
  date: IsoDate,
): Rule | null {
  let found: Rule | null = null
  for (const rule of rules) {
    const inForce =
      rule.key === key && rule.validFrom <= date && (rule.validTo === null || date <= rule.validTo)
    if (inForce && (found === null || rule.validFrom > found.validFrom)) found = rule
  }
  return found
}

/**
 * {@link ruleOn} with its value read through the schema of the decision that uses it.
 * @throws ZodError when an administrator's row does not fit the schema: a fault of data, not of the request
 */
export function ruleValueOn<Value>(
  rules: readonly DatedRule[],
  key: string,
  date: IsoDate,
  schema: ZodType<Value>,
): DatedRule<Value> | null {
  const rule = ruleOn(rules, key, date)
  return rule === null ? null : { ...rule, value: schema.parse(rule.value) }
}
