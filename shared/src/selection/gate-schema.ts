import { z } from 'zod'
import { CERTIFICATE_KINDS } from '../establishments/titles.ts'
import { isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { currency, MAX_AMOUNT_MINOR } from '../platform/money.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'
import { COST_ITEMS } from './cost-items.ts'
import { FUNDS, GATE_EFFECTS, GATES } from './gate-vocabulary.ts'

const effect = z.enum(GATE_EFFECTS)
const settings = z.object({
  /** What each gate does at this fair; a gate not named follows the rule of the fair's kind. */
  effects: z.partialRecord(z.enum(GATES), effect),
  requiredCertificates: z.array(z.enum(CERTIFICATE_KINDS)).max(CERTIFICATE_KINDS.length),
  /** `scheme:code` of the provinces eligible as a whole; empty for the dated rule. */
  eligibleProvinces: z.array(z.string().regex(/^gso-(34|63):\d{2}$/)).max(100),
  eligibleElsewhere: z.enum(['fail', 'unknown']),
  /** The decision or list the provinces come from. */
  eligibleBasis: blankableText(300),
  /** Words that make a person look at the goods, beside the rule's own. */
  bannedWords: z.array(text(60)).max(100),
  /** The public purse behind the fair; null where no state money is in it. */
  fund: z.enum(FUNDS).nullable(),
  /** The fee asked before appraisal, in minor units of the fair's currency; null where none is asked. */
  feeMinor: z.int().min(1).max(MAX_AMOUNT_MINOR).nullable(),
  version: z.int().min(0),
})

const hasBasis = (input: { eligibleProvinces: readonly string[]; eligibleBasis: string }) =>
  input.eligibleProvinces.length === 0 || input.eligibleBasis !== ''

/** `version` is the one the settings were read with. */
export const GateSettingsInput = settings
  .refine(hasBasis, { message: 'required', path: ['eligibleBasis'] })
  .meta({ id: 'GateSettingsInput' })
export type GateSettingsInput = z.infer<typeof GateSettingsInput>

export const GateSettingsView = settings
  .extend({
    plan: z.record(z.enum(GATES), effect),
    /** What the rule of the fair's kind would do. */
    usual: z.record(z.enum(GATES), effect),
    basis: z.string().nullable(),
    currency: currency(),
    /** Words of the dated rule. */
    ruleWords: z.array(z.string()),
  })
  .meta({ id: 'GateSettings' })
export type GateSettingsView = z.infer<typeof GateSettingsView>

const outcome = z.enum(['pass', 'fail', 'unknown'])

/** One run of an application's gates; `before` is what the run before found. */
export const CheckRun = z
  .object({
    id: id(),
    runAt: z.string(),
    runByName: z.string().nullable(),
    items: z.array(
      z.object({
        gate: z.enum(GATES),
        outcome,
        evidence: z.record(z.string(), z.unknown()),
        before: outcome.nullable(),
      }),
    ),
  })
  .meta({ id: 'GateRun' })
export type CheckRun = z.infer<typeof CheckRun>

const supportFields = z.object({
  eventName: text(300),
  year: z.int().min(1990).max(2100),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  city: blankableText(100),
  opensOn: isoDate().nullable(),
  closesOn: isoDate().nullable(),
  costItem: z.enum(COST_ITEMS).nullable(),
  fund: z.enum(FUNDS).nullable(),
  /** In minor units; null where it is not known. */
  amountMinor: z.int().min(0).max(MAX_AMOUNT_MINOR).nullable(),
  currency: currency(),
  note: blankableText(500),
})
type SupportDays = Pick<z.infer<typeof supportFields>, 'opensOn' | 'closesOn' | 'year'>

const inOrder = ({ opensOn, closesOn }: SupportDays) => !opensOn || !closesOn || opensOn <= closesOn
const inYear = ({ opensOn, year }: SupportDays) => !opensOn || opensOn.startsWith(String(year))

export const SupportInput = supportFields
  .refine(inOrder, { message: 'dates-order', path: ['closesOn'] })
  .refine(inYear, { message: 'year-of-days', path: ['opensOn'] })
  .meta({ id: 'SupportRecordInput' })
export type SupportInput = z.infer<typeof SupportInput>

/** State money for one cost item of one fair. Of another organizer's contract neither fair nor amount is told. */
export const SupportView = z
  .object({
    /** Null for a line of a contract. */
    id: id().nullable(),
    source: z.enum(['contract', 'declared', 'recorded']),
    isOwn: z.boolean(),
    eventName: z.string().nullable(),
    year: z.int(),
    costItem: z.string().nullable(),
    fund: z.enum(FUNDS).nullable(),
    amountMinor: z.int().nullable(),
    currency: z.string(),
    note: z.string(),
    recordedByName: z.string().nullable(),
    contractId: id().nullable(),
    fairId: id().nullable(),
  })
  .meta({ id: 'SupportRecord' })
export type SupportView = z.infer<typeof SupportView>

export const FeeInput = z
  .object({
    amountMinor: z.int().min(1).max(MAX_AMOUNT_MINOR),
    paidOn: isoDate(),
    /** As the bank statement or the receipt names it. */
    reference: blankableText(100),
  })
  .meta({ id: 'FeePaymentInput' })
export type FeeInput = z.infer<typeof FeeInput>

export const FeeView = z
  .object({
    askedMinor: z.int().nullable(),
    paidMinor: z.int(),
    currency: z.string(),
    items: z.array(
      z.object({
        id: id(),
        amountMinor: z.int(),
        paidOn: z.string(),
        reference: z.string(),
        recordedByName: z.string().nullable(),
        voidedAt: z.string().nullable(),
        voidReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ParticipationFee' })
export type FeeView = z.infer<typeof FeeView>

export const ReasonInput = z.object({ reason: multilineText(500).min(1) }).meta({ id: 'ReasonInput' })

export const BarInput = z
  .object({
    establishmentId: id(),
    reason: multilineText(500).min(1),
    barredFrom: isoDate(),
    /** Last day; null until it is lifted. */
    barredUntil: isoDate().nullable(),
  })
  .refine(input => input.barredUntil === null || input.barredFrom <= input.barredUntil, {
    message: 'dates-order',
    path: ['barredUntil'],
  })
  .meta({ id: 'BarInput' })
export type BarInput = z.infer<typeof BarInput>

export const BarView = z
  .object({
    id: id(),
    establishmentId: id(),
    establishmentName: z.string(),
    reason: z.string(),
    barredFrom: z.string(),
    barredUntil: z.string().nullable(),
    barredByName: z.string().nullable(),
    liftedAt: z.string().nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: 'BarredEstablishment' })
export type BarView = z.infer<typeof BarView>

/** The four verbs of the law with how far the application is on each, who did it and when. */
export const RoadView = z
  .object({
    items: z.array(
      z.object({
        verb: z.enum(['check', 'appraise', 'approve', 'sign']),
        state: z.enum(['done', 'now', 'next', 'stopped']),
        at: z.string().nullable(),
        who: z.string().nullable(),
      }),
    ),
    sheets: z.object({ asked: z.int(), filed: z.int() }),
  })
  .meta({ id: 'ApplicationRoad' })
export type RoadView = z.infer<typeof RoadView>
