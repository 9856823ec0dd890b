import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { blankableText, multilineText } from '../platform/text.ts'
import { BLIND_FIELDS } from './council.ts'
import { CriterionInput } from './criteria-schema.ts'
import { GATES } from './gate-vocabulary.ts'
import { CONFLICT_KINDS } from './limits.ts'
import { groupKey, QUOTA_KINDS } from './quotas.ts'
import { OUTCOME_REASONS, PRIORITY_FACTS } from './rank.ts'

export * from './criteria-schema.ts'
export { LEAST_SHEETS } from './limits.ts'

export const quotaInput = z
  .object({
    by: z.enum(QUOTA_KINDS),
    /** `scheme:code` of a province, a region, a sector's code; empty for newcomers. */
    value: blankableText(40),
    floor: z.int().min(0).max(10_000),
    /** No limit when null. */
    ceiling: z.int().min(0).max(10_000).nullable(),
  })
  .refine(({ floor, ceiling }) => ceiling === null || ceiling >= floor, {
    message: 'number-range',
    path: ['ceiling'],
  })

export const tieBreakRule = z.union([
  z.object({ by: z.literal('criterion'), code: z.string().max(40) }),
  z.object({ by: z.literal('priority'), fact: z.enum(PRIORITY_FACTS) }),
])

const selectionRules = z.object({
  quotas: z.array(quotaInput).max(60),
  /** What tells equals apart after the mean; the lot comes last by itself. */
  tieBreak: z.array(tieBreakRule).max(40),
  /** Whether the normalised mean decides the order; the pass mark is held against the raw one. */
  isNormalised: z.boolean(),
  version: z.int().min(0),
})

/** `tieBreak: null` for the usual one. `version` is the one the rules were read with. */
export const RulesInput = selectionRules
  .extend({ tieBreak: selectionRules.shape.tieBreak.nullable() })
  .refine(
    ({ quotas }) => new Set(quotas.map(({ by, value }) => groupKey(by, value))).size === quotas.length,
    {
      message: 'code-twice',
      path: ['quotas'],
    },
  )
  .meta({ id: 'SelectionRulesInput' })
export type RulesInput = z.infer<typeof RulesInput>

export const RulesView = selectionRules.extend({ isUsual: z.boolean() }).meta({ id: 'SelectionRules' })
export type RulesView = z.infer<typeof RulesView>

/** How a quota fares: `shortBy` places below its floor, `overBy` held above its ceiling. */
export const QuotaReportView = z
  .object({
    key: z.string(),
    floor: z.int(),
    ceiling: z.int().nullable(),
    eligible: z.int(),
    taken: z.int(),
    shortBy: z.int(),
    overBy: z.int(),
  })
  .meta({ id: 'QuotaReport' })
export type QuotaReportView = z.infer<typeof QuotaReportView>

const gate = z.enum(GATES)
const gateOutcome = z.enum(['pass', 'fail', 'unknown'])

export const CheckView = z
  .object({
    gate,
    outcome: gateOutcome,
    effect: z.enum(['block', 'warn']),
    /** `code` and the figures or names of the finding. */
    evidence: z.record(z.string(), z.unknown()),
    legalBasis: z.string().nullable(),
    overrideOutcome: z.enum(['pass', 'fail']).nullable(),
    overrideReason: z.string().nullable(),
    overriddenByName: z.string().nullable(),
    overriddenAt: z.string().nullable(),
    checkedAt: z.string(),
    checkedByName: z.string().nullable(),
  })
  .meta({ id: 'GateCheck' })
export type CheckView = z.infer<typeof CheckView>

export const ChecksView = z
  .object({
    applicationId: id(),
    fairId: id(),
    state: z.string(),
    items: z.array(CheckView),
    refusal: z.object({ reason: z.string(), refusedAt: z.string() }).nullable(),
  })
  .meta({ id: 'GateChecks' })
export type ChecksView = z.infer<typeof ChecksView>

/** `outcome: null` takes an override back. */
export const OverrideInput = z
  .object({ outcome: z.enum(['pass', 'fail']).nullable(), reason: blankableText(500) })
  .refine(input => input.outcome === null || input.reason !== '', { message: 'required', path: ['reason'] })
  .meta({ id: 'OverrideInput' })
export type OverrideInput = z.infer<typeof OverrideInput>

export const RefusalInput = z.object({ reason: multilineText(2000).min(1) }).meta({ id: 'RefusalInput' })
export type RefusalInput = z.infer<typeof RefusalInput>

export const AssignInput = z
  .object({ applicationIds: z.array(id()).min(1).max(2000), reviewerIds: z.array(id()).min(1).max(100) })
  .meta({ id: 'AssignReviewersInput' })
export type AssignInput = z.infer<typeof AssignInput>

export const BalanceInput = z
  .object({
    perApplication: z.int().min(1).max(15),
    /** All active reviewers of the organizer when left out. */
    reviewerIds: z.array(id()).max(100).optional(),
    /** Most applications of one reviewer, where the council sets no limit of their own; none when left out. */
    loadLimit: z.int().min(1).max(10_000).nullable().optional(),
  })
  .meta({ id: 'BalanceReviewersInput' })
export type BalanceInput = z.infer<typeof BalanceInput>

export const AssignmentEnd = z
  .object({ applicationId: id(), reviewerId: id() })
  .meta({ id: 'AssignmentEndInput' })
export type AssignmentEnd = z.infer<typeof AssignmentEnd>

export const AssignedView = z.object({ added: z.int() }).meta({ id: 'AssignedReviewers' })

/** What was shared out, and the applications that fewer may judge than asked for, with what keeps the others away. */
export const BalancedView = z
  .object({
    added: z.int(),
    short: z.array(
      z.object({
        applicationId: id(),
        number: z.string().nullable(),
        establishmentName: z.string(),
        lacking: z.int(),
        barred: z.int(),
        full: z.int(),
      }),
    ),
  })
  .meta({ id: 'BalancedReviewers' })
export type BalancedView = z.infer<typeof BalancedView>

export const SwapInput = z
  .object({ applicationId: id(), reviewerId: id(), byReviewerId: id() })
  .meta({ id: 'SwapReviewerInput' })
export type SwapInput = z.infer<typeof SwapInput>

export const ConflictInput = z
  .object({ kind: z.enum(CONFLICT_KINDS), note: multilineText(1000) })
  .meta({ id: 'ConflictInput' })
export type ConflictInput = z.infer<typeof ConflictInput>

export const points = z.record(z.string().max(40), z.int().min(0).max(100))

/** `version` is the one the sheet was read with, 0 for a sheet not yet begun. */
export const SheetInput = z
  .object({ points, remarks: multilineText(5000), version: z.int().min(0) })
  .meta({ id: 'ScoreSheetInput' })
export type SheetInput = z.infer<typeof SheetInput>

export const SheetSaved = z
  .object({
    state: z.enum(['draft', 'filed', 'abstained']),
    version: z.int(),
    filedAt: z.string().nullable(),
  })
  .meta({ id: 'ScoreSheetSaved' })
export type SheetSaved = z.infer<typeof SheetSaved>

const sheet = z.object({
  state: z.enum(['draft', 'filed', 'abstained']),
  abstainReason: z.string(),
  points,
  remarks: z.string(),
  version: z.int(),
  filedAt: z.string().nullable(),
})

const paper = z.object({ code: z.string(), fileId: id(), name: z.string(), mediaType: z.string() })

/** What a reviewer judges by. Contacts, bank and tax code are not part of it. */
export const ReviewMaterial = z.object({
  establishmentName: z.string(),
  legalForm: z.string(),
  provinceName: z.string(),
  sectorName: z.string().nullable(),
  employees: z.int().nullable(),
  revenueVnd: z.number().nullable(),
  capitalVnd: z.number().nullable(),
  figuresYear: z.int().nullable(),
  exportMarkets: z.string(),
  introduction: z.string(),
  fasciaName: z.string(),
  products: z.array(
    z.object({ name: z.string(), description: z.string(), photoFileId: z.string().nullable() }),
  ),
  recognitions: z.array(
    z.object({ scheme: z.string(), level: z.string(), decisionNumber: z.string(), validUntil: z.string() }),
  ),
  certificates: z.array(
    z.object({
      kind: z.string(),
      name: z.string(),
      validUntil: z.string().nullable(),
      fileId: z.string().nullable(),
    }),
  ),
  answers: z.array(z.object({ label: z.string(), value: z.string() })),
  /** Without a file where the fair hides it. */
  papers: z.array(paper.extend({ label: z.string(), fileId: id().nullable() })),
})

export const SheetView = z
  .object({
    applicationId: id(),
    fairId: id(),
    number: z.string().nullable(),
    /** What the fair hides from those who score. A hidden name: the number is null, the name a code. */
    blindFields: z.array(z.enum(BLIND_FIELDS)),
    dueOn: z.string().nullable(),
    /** Whether the sheet may still be written: the application is being scored and the round is open. */
    isOpen: z.boolean(),
    criteria: z.array(CriterionInput),
    sheet: sheet.nullable(),
    /** Sheets the others filed; empty until one's own is filed. */
    others: z.array(z.object({ reviewerName: z.string(), points, remarks: z.string() })),
    opensOn: z.string(),
    material: ReviewMaterial,
  })
  .meta({ id: 'ScoreSheet' })
export type SheetView = z.infer<typeof SheetView>

export const MySheet = z
  .object({
    applicationId: id(),
    number: z.string().nullable(),
    establishmentName: z.string(),
    provinceName: z.string(),
    applicationState: z.string(),
    state: z.enum(['none', 'draft', 'filed', 'abstained']),
    total: z.number().nullable(),
    assignedAt: z.string(),
  })
  .meta({ id: 'MyScoreSheet' })
export type MySheet = z.infer<typeof MySheet>

export const ReviewerView = z
  .object({ id: id(), name: z.string(), assigned: z.int(), filed: z.int() })
  .meta({ id: 'Reviewer' })
export type ReviewerView = z.infer<typeof ReviewerView>

export const AssignmentRow = z
  .object({
    applicationId: id(),
    number: z.string().nullable(),
    establishmentName: z.string(),
    provinceName: z.string(),
    state: z.string(),
    reviewers: z.array(
      z.object({
        id: id(),
        name: z.string(),
        sheet: z.enum(['none', 'draft', 'filed', 'abstained', 'conflict']),
      }),
    ),
  })
  .meta({ id: 'ReviewerAssignments' })
export type AssignmentRow = z.infer<typeof AssignmentRow>

export const RankRow = z
  .object({
    applicationId: id(),
    number: z.string().nullable(),
    establishmentName: z.string(),
    provinceName: z.string(),
    /** Null where the reader has still to file a sheet of their own. */
    rank: z.int().nullable(),
    mean: z.number().nullable(),
    median: z.number().nullable(),
    spread: z.number().nullable(),
    lowest: z.number().nullable(),
    highest: z.number().nullable(),
    /** Standard deviation of the sheets' totals, of the population. */
    deviation: z.number().nullable(),
    /** Place by the totals as they were given, and by the normalised ones; `rank` is the one the rules of the fair take. */
    rawRank: z.int().nullable(),
    normalisedRank: z.int().nullable(),
    filed: z.int(),
    missing: z.int(),
    outcome: z.enum(['selected', 'waiting', 'rejected']).nullable(),
    reason: z.enum(OUTCOME_REASONS).nullable(),
    decidedBy: z.string().nullable(),
    /** Mean after each judge is set to the panel's mean and deviation. */
    normalised: z.number().nullable(),
    /** The group whose quota brought or cost the place. */
    quota: z.string().nullable(),
    isHidden: z.boolean(),
  })
  .meta({ id: 'RankedApplication' })
export type RankRow = z.infer<typeof RankRow>

export const RankingView = z
  .object({
    items: z.array(RankRow),
    quota: z.int(),
    passMark: z.int(),
    /** Of the decision in force; 0 when there is none. */
    version: z.int(),
    /** Applications handed in that nobody has examined to the end. */
    unexamined: z.int(),
    leastSheets: z.int(),
    quotas: z.array(QuotaReportView),
    isNormalised: z.boolean(),
  })
  .meta({ id: 'Ranking' })
export type RankingView = z.infer<typeof RankingView>

export const DecisionInput = z
  .object({
    /** Version of the decision this one replaces; 0 for the first. */
    replaces: z.int().min(0).default(0),
  })
  .meta({ id: 'DecisionInput' })
export type DecisionInput = z.input<typeof DecisionInput>

export const OutcomeView = z
  .object({
    applicationId: id(),
    number: z.string().nullable(),
    establishmentName: z.string(),
    rank: z.int(),
    mean: z.number().nullable(),
    outcome: z.enum(['selected', 'waiting', 'rejected']),
    reason: z.enum(OUTCOME_REASONS),
    quota: z.string().nullable(),
    waitingPosition: z.int().nullable(),
    /** `told`: otherwise than by mail. */
    letter: z.enum(['none', 'queued', 'sent', 'refused', 'failed', 'cancelled', 'told']),
  })
  .meta({ id: 'SelectionOutcome' })
export type OutcomeView = z.infer<typeof OutcomeView>

export const DecisionView = z
  .object({
    id: id(),
    version: z.int(),
    state: z.enum(['decided', 'superseded']),
    passMark: z.int(),
    quota: z.int(),
    seed: z.string(),
    sha256: z.string(),
    decidedAt: z.string(),
    decidedByName: z.string().nullable(),
    documentNumber: z.string().nullable(),
    documentFileId: z.string().nullable(),
    /** How each quota fared; empty where there were none. */
    quotas: z.array(QuotaReportView),
    outcomes: z.array(OutcomeView),
  })
  .meta({ id: 'Decision' })
export type DecisionView = z.infer<typeof DecisionView>

export const LetterView = z
  .object({
    applicationId: id(),
    establishmentName: z.string(),
    outcome: z.enum(['selected', 'waiting', 'rejected']),
    /** Null when the establishment has no address to write to. */
    to: z.string().nullable(),
    subject: z.string(),
    text: z.string(),
    isSent: z.boolean(),
    /** The establishment knows, by the letter or otherwise. */
    isTold: z.boolean(),
  })
  .meta({ id: 'SelectionLetter' })
export type LetterView = z.infer<typeof LetterView>

/** At most so many letters at a time: a page sends them in parts and shows how far it is. */
export const LettersInput = z
  .object({ limit: z.int().min(1).max(500).optional() })
  .meta({ id: 'SendLettersInput' })
export type LettersInput = z.infer<typeof LettersInput>

export const TellInput = z.object({ note: multilineText(1000).min(1) }).meta({ id: 'TellOutcomeInput' })

/** `left`: letters with an address that are still to be sent. */
export const LettersSent = z
  .object({ sent: z.int(), alreadySent: z.int(), withoutAddress: z.int(), left: z.int() })
  .meta({ id: 'LettersSent' })
export type LettersSent = z.infer<typeof LettersSent>
