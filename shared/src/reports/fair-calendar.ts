import { changeLatestOn, daysRule, filingRule, filingWindow, reportLatestOn } from '../fairs/deadlines.ts'
import type { FairState } from '../fairs/states.ts'
import { type DatedRule, ruleValueOn } from '../platform/dated-rules.ts'
import { daysBetween, type Instant, type IsoDate, localDate } from '../platform/dates.ts'
import type { FairPhase } from './phases.ts'

/** What a fair's calendar is made of. */
export interface FairDates {
  kind: 'home' | 'abroad'
  state: FairState
  opensOn: IsoDate
  closesOn: IsoDate
  timeZone: string
  ruleSetOn: IsoDate
  registrationOpensAt: Instant
  registrationClosesAt: Instant
}

/** Where a fair stands in its life, by its state and the clock: from setting up to the report. */
export function fairPhase(fair: FairDates, now: Instant, reportDueOn: IsoDate | null): FairPhase {
  if (fair.state === 'cancelled') return 'cancelled'
  if (fair.state === 'draft') return 'setup'
  const today = localDate(now, fair.timeZone)
  if (today > fair.closesOn) return reportDueOn !== null && today <= reportDueOn ? 'results' : 'over'
  if (today >= fair.opensOn) return 'running'
  if (now < fair.registrationOpensAt) return 'announced'
  return now < fair.registrationClosesAt ? 'call' : 'selection'
}

export type DeadlineCode =
  | 'filing-latest'
  | 'change-latest'
  | 'registration-closes'
  | 'fair-opens'
  | 'fair-closes'
  | 'report-due'

export interface Deadline {
  code: DeadlineCode
  on: IsoDate
  /** 0 on the day itself, negative once it has passed. */
  daysLeft: number
  /** The law it comes from; null for the fair's own days. */
  legalBasis: string | null
}

/**
 * The days a fair must not miss, in their order, as seen on a day. Days set by law come from the dated rules in force
 * on the fair's rule-set date (decree 81/2018/NĐ-CP, articles 29 to 31); one without a rule is left out.
 */
export function fairDeadlines(fair: FairDates, rules: readonly DatedRule[], today: IsoDate): Deadline[] {
  const filing = ruleValueOn(rules, `fair.filing.${fair.kind}`, fair.ruleSetOn, filingRule)
  const change = ruleValueOn(rules, 'fair.change', fair.ruleSetOn, daysRule)
  const report = ruleValueOn(rules, 'fair.report', fair.ruleSetOn, daysRule)
  const own = (code: DeadlineCode, on: IsoDate) => ({ code, on, legalBasis: null })
  const found = [
    filing && {
      code: 'filing-latest' as const,
      on: filingWindow(fair.opensOn, filing.value).latestOn,
      legalBasis: filing.legalBasis,
    },
    change && {
      code: 'change-latest' as const,
      on: changeLatestOn(fair.opensOn, change.value),
      legalBasis: change.legalBasis,
    },
    own('registration-closes', localDate(fair.registrationClosesAt, fair.timeZone)),
    own('fair-opens', fair.opensOn),
    own('fair-closes', fair.closesOn),
    report && {
      code: 'report-due' as const,
      on: reportLatestOn(fair.closesOn, report.value),
      legalBasis: report.legalBasis,
    },
  ]
  return found
    .filter(one => one !== null)
    .map(one => ({ ...one, daysLeft: daysBetween(today, one.on) }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** The next day that has not passed, or null. */
export const nextDeadline = (deadlines: readonly Deadline[]): Deadline | null =>
  deadlines.find(deadline => deadline.daysLeft >= 0) ?? null
