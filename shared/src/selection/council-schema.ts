import { z } from 'zod'
import { phoneNumber } from '../establishments/phone.ts'
import { id } from '../platform/ids.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'
import { BLIND_FIELDS, SEATS } from './council.ts'
import { INTERESTS } from './limits.ts'
import { CriterionInput, points } from './schema.ts'

const reason = multilineText(1000).min(1)

const CouncilMemberInput = z.object({
  personId: id(),
  seat: z.enum(SEATS),
  /** Asked of the secretary only; chair and members always vote, substitutes never. */
  isVoting: z.boolean(),
  /** Most applications the member shall score; no limit when null. */
  loadLimit: z.int().min(1).max(10_000).nullable(),
})

/** `version` is the one the council was read with, 0 for one not yet set up. */
export const CouncilInput = z
  .object({
    decisionNumber: text(60),
    decidedOn: z.iso.date(),
    /** Last day for filing sheets. */
    dueOn: z.iso.date().nullable(),
    members: z.array(CouncilMemberInput).min(1).max(31),
    version: z.int().min(0),
  })
  .refine(({ members }) => new Set(members.map(member => member.personId)).size === members.length, {
    message: 'code-twice',
    path: ['members'],
  })
  .refine(({ members }) => members.filter(member => member.seat === 'chair').length <= 1, {
    message: 'code-twice',
    path: ['members'],
  })
  .refine(({ members }) => members.filter(member => member.seat === 'secretary').length <= 1, {
    message: 'code-twice',
    path: ['members'],
  })
  .meta({ id: 'CouncilInput' })
export type CouncilInput = z.infer<typeof CouncilInput>

export const ReplacementInput = z
  .object({ memberId: id(), byPersonId: id(), reason })
  .meta({ id: 'CouncilReplacementInput' })
export type ReplacementInput = z.infer<typeof ReplacementInput>

/** The reason is asked for when a closed round is opened again. */
export const RoundInput = z.object({ reason: blankableText(1000) }).meta({ id: 'ScoringRoundInput' })
export type RoundInput = z.infer<typeof RoundInput>

export const ReasonInput = z.object({ reason }).meta({ id: 'SheetReasonInput' })
export type ReasonInput = z.infer<typeof ReasonInput>

export const ReopenInput = z.object({ reviewerId: id(), reason }).meta({ id: 'ReopenSheetInput' })
export type ReopenInput = z.infer<typeof ReopenInput>

/** `version` is the one the sheet was read with, 0 for a sheet not yet begun. */
export const AbstainInput = z.object({ reason, version: z.int().min(0) }).meta({ id: 'AbstainInput' })
export type AbstainInput = z.infer<typeof AbstainInput>

export const SettleInput = z
  .object({ applicationId: id(), reviewerId: id(), isConflict: z.boolean(), reason })
  .meta({ id: 'SettleConflictInput' })
export type SettleInput = z.infer<typeof SettleInput>

const taxCode = z
  .string()
  .trim()
  .transform(value => value.replace(/[\s.-]/g, ''))
  .pipe(z.union([z.literal(''), z.string().regex(/^(\d{10}|\d{12}|\d{13})$/, 'tax-code-shape')]))

const Employer = z.object({ name: text(200), taxCode, isPast: z.boolean() })

/** Whom a member works or worked for; `version` 0 for a profile not yet written. */
export const ReviewerProfileInput = z
  .object({
    phone: z.union([z.literal(''), phoneNumber()]),
    employers: z.array(Employer).max(20),
    version: z.int().min(0),
  })
  .meta({ id: 'ReviewerProfileInput' })
export type ReviewerProfileInput = z.infer<typeof ReviewerProfileInput>

export const ReviewerProfileView = z
  .object({
    phone: z.string(),
    employers: z.array(z.object({ name: z.string(), taxCode: z.string(), isPast: z.boolean() })),
    version: z.int(),
  })
  .meta({ id: 'ReviewerProfile' })
export type ReviewerProfileView = z.infer<typeof ReviewerProfileView>

const sheetState = z.enum(['none', 'draft', 'filed', 'abstained'])

const CouncilMember = z.object({
  id: id(),
  personId: id(),
  name: z.string(),
  seat: z.enum(SEATS),
  isVoting: z.boolean(),
  loadLimit: z.int().nullable(),
  replacesName: z.string().nullable(),
  since: z.string(),
  endedAt: z.string().nullable(),
  endReason: z.string(),
  assigned: z.int(),
  /** Filed or abstained. */
  done: z.int(),
})

export const OpenInterest = z.object({
  applicationId: id(),
  applicationName: z.string(),
  reviewerId: id(),
  reviewerName: z.string(),
  by: z.array(z.enum(INTERESTS)),
})

export const CouncilView = z
  .object({
    /** Null where no council was set up: sheets are then taken without a round. */
    council: z
      .object({
        decisionNumber: z.string(),
        decidedOn: z.string(),
        dueOn: z.string().nullable(),
        state: z.enum(['forming', 'open', 'closed']),
        version: z.int(),
      })
      .nullable(),
    /** Seated first, then those who were. */
    members: z.array(CouncilMember),
    faults: z.array(z.enum(['no-chair', 'no-secretary', 'even-council'])),
    /** The reader's own seat. */
    seat: z.enum(SEATS).nullable(),
    blindFields: z.array(z.enum(BLIND_FIELDS)),
    /** Matches nobody has settled; only for chair and manager. */
    interests: z.array(OpenInterest),
    /** Who has filed what; for chair, secretary and desk. */
    progress: z.array(
      z.object({
        applicationId: id(),
        name: z.string(),
        state: z.string(),
        sheets: z.array(z.object({ reviewerId: id(), name: z.string(), state: sheetState })),
      }),
    ),
  })
  .meta({ id: 'Council' })
export type CouncilView = z.infer<typeof CouncilView>

export const SheetsView = z
  .object({
    applicationId: id(),
    name: z.string(),
    criteria: z.array(CriterionInput),
    sheets: z.array(
      z.object({
        reviewerId: id(),
        reviewerName: z.string(),
        state: z.enum(['filed', 'abstained']),
        points,
        remarks: z.string(),
        abstainReason: z.string(),
        filedAt: z.string().nullable(),
      }),
    ),
    /** Filed versions that were reopened, the newest first. */
    earlier: z.array(
      z.object({
        reviewerName: z.string(),
        points,
        remarks: z.string(),
        reason: z.string(),
        reopenedAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'CouncilSheets' })
export type SheetsView = z.infer<typeof SheetsView>

export const Reminded = z.object({ reminded: z.int() }).meta({ id: 'RemindedReviewers' })
