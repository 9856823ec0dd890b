import { z } from 'zod'
import type { DatedRule } from '../platform/dated-rules.ts'
import type { IsoDate } from '../platform/dates.ts'
import { findings } from './gate-findings.ts'
import { type GatePlan } from './gate-plan.ts'
import type { Fund } from './gate-vocabulary.ts'
import { GATES, type Gate, type GateEffect } from './gate-vocabulary.ts'
import type { Support, SupportEvent, Trips } from './support-ledger.ts'

/**
 * `unknown` means that a fact or a rule is missing, or that a person must look: nothing is refused by itself, and nothing
 * passes by itself either.
 */
export type GateOutcome = 'pass' | 'fail' | 'unknown'

/** A code of the finding and the figures or names it rests on, for the sentence on the screen. */
export type GateEvidence = { code: string; [fact: string]: string | number | readonly string[] | null }

export type GateResult = {
  gate: Gate
  outcome: GateOutcome
  /** What it does at this fair when it fails. */
  effect: Exclude<GateEffect, 'off'>
  evidence: GateEvidence
  legalBasis: string | null
}

export type GateFacts = {
  fairKind: 'home' | 'abroad'
  opensOn: IsoDate
  fairSectorCodes: readonly string[]
  legalForm: string
  employees: number | null
  revenueVnd: number | null
  capitalVnd: number | null
  figuresYear: number | null
  /** Where production is; the registered province when none is given apart. */
  productionProvince: { scheme: string; code: string; mergedIntoCode: string | null }
  vsicCode: string | null
  sectorCode: string | null
  /** Names of the establishment's own products put forward in this application. */
  productNames: readonly string[]
  recognitions: readonly { kind: string; name: string; issuedOn: IsoDate; validUntil: IsoDate }[]
  certificates: readonly {
    kind: string
    name: string
    issuedOn: IsoDate | null
    validUntil: IsoDate | null
  }[]
  /** Kinds of certificate the fair demands; when there are none, what is shown must be valid. */
  requiredCertificates: readonly string[]
  /** Supported fairs abroad in the year of the opening day, not this one. */
  trips: Trips
  /** What the dossier lacks by the form it was made with, in words; `null` when that form is not known. */
  missing: readonly string[] | null
  /** Everything that says which goods will be shown, with where it stands. */
  goods: readonly { where: string; text: string }[]
  /** The applicant's declaration that none of the goods is banned; null where the form does not ask. */
  declaresNoBannedGoods: boolean | null
  /** The fair itself, for telling whether other support was for the same one. */
  event: SupportEvent
  /** The public purse behind this fair; null where no state money is in it. */
  fund: Fund | null
  /** Cost items this fair supports. */
  claimedItems: readonly string[]
  supports: readonly Support[]
  /** The declaration that no other state money pays for the same; null where the form does not ask. */
  declaresNoOtherMoney: boolean | null
  /** The fee asked before appraisal and what came in; null where none is asked. Minor units. */
  fee: { askedMinor: number; paidMinor: number; currency: string } | null
  /** The organizer does not take this establishment, for now. */
  barred: { reason: string; until: IsoDate | null } | null
}

/** Value of `eligibility.sme.industry`: people, and revenue or capital, at most. */
const ceiling = z.object({ people: z.number(), revenueVnd: z.number(), capitalVnd: z.number() })
export type Ceiling = z.infer<typeof ceiling>
export const smeRule = z.object({ micro: ceiling, small: ceiling, medium: ceiling })
/** Value of `eligibility.sme.trade`: the same for trade and services, told by the class of activity. */
export const smeTradeRule = smeRule.extend({ vsicPrefixes: z.array(z.string()) })
/** Value of `eligibility.legal-forms`: forms that may take part, and those the size ceiling binds. */
export const legalFormsRule = z.object({ codes: z.array(z.string()), sizeBinds: z.array(z.string()) })
/** Value of `eligibility.area`: `scheme:code` of provinces eligible as a whole, and what being elsewhere means. */
export const areaRule = z.object({ provinces: z.array(z.string()), elsewhere: z.enum(['fail', 'unknown']) })
/** Value of `goods.banned-words`: words that make a person look at the goods. */
export const bannedWordsRule = z.object({ words: z.array(z.string()) })
/** Value of `support.trips-abroad`. */
export const tripsRule = z.object({ perYear: z.int().min(0) })

/** The dated rules of the day the fair follows; `null` where none is known. */
export type GateRules = {
  sme: DatedRule<z.infer<typeof smeRule>> | null
  smeTrade: DatedRule<z.infer<typeof smeTradeRule>> | null
  legalForms: DatedRule<z.infer<typeof legalFormsRule>> | null
  area: DatedRule<z.infer<typeof areaRule>> | null
  sectors: DatedRule | null
  bannedWords: DatedRule<z.infer<typeof bannedWordsRule>> | null
  fundingBasis: string | null
  trips: DatedRule<z.infer<typeof tripsRule>> | null
}

/**
 * The answer of every gate this fair asks, in the order of {@link GATES}. The fee is asked of nobody where there is none.
 */
export function checkGates(facts: GateFacts, rules: GateRules, plan: GatePlan): GateResult[] {
  return GATES.flatMap(gate => {
    const effect = plan[gate]
    if (effect === 'off' || (gate === 'fee-paid' && facts.fee === null)) return []
    return [{ gate, effect, ...findings[gate](facts, rules) }]
  })
}

/** The answer that counts: the override where there is one. */
export const effectiveOutcome = (check: {
  outcome: GateOutcome
  overrideOutcome: 'pass' | 'fail' | null
}): GateOutcome => check.overrideOutcome ?? check.outcome
