import { z } from 'zod'
import { ND30_SIGNING_MODES } from '../documents/nd30.ts'
import { instant, isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'
import { unknownFields } from './letter.ts'
import * as words from './vocabulary.ts'

const nullable = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()])
const provinceKey = z.string().regex(/^gso-(63|34):\d{2}$/)
const count = z.int().min(0)

/** Whom a campaign writes to: every condition narrows, an empty list of one means any. */
export const Audience = z
  .object({
    /** A saved list; null: the whole directory. */
    listId: nullable(id()),
    provinces: z.array(provinceKey).max(97),
    sectors: z.array(z.string().max(40)).max(30),
    /** Recognised under this scheme, still on the fair's opening day. */
    titleScheme: nullable(z.enum(words.TITLE_SCHEMES)),
    titleLevels: z.array(z.string().max(20)).max(9),
    /** Holding one of these certificates, still valid on the opening day. */
    certificates: z.array(z.enum(words.CERTIFICATE_KINDS)).max(7),
    /** Selected for an earlier fair of the same organizer. */
    pastFairs: z.enum(words.PAST_FAIRS),
    email: z.enum(words.HAS_EMAIL),
    /** Leaves out those invited to this fair already; otherwise they are shown and skipped. */
    neverInvited: z.boolean(),
  })
  .meta({ id: 'CampaignAudience' })
export type Audience = z.infer<typeof Audience>

const merged = (maximum: number) =>
  multilineText(maximum)
    .check(z.minLength(1))
    .refine(value => unknownFields(value).length === 0, 'unknown-merge-field')
const mergedLine = (maximum: number) =>
  text(maximum).refine(value => unknownFields(value).length === 0, 'unknown-merge-field')

/** The official letter and the mail it is attached to. Texts hold merge fields such as `{co_so}`. */
export const CampaignLetter = z
  .object({
    locale: z.enum(['vi', 'en']),
    /** What the letter is about, after "V/v". */
    about: mergedLine(300),
    body: merged(8000),
    signingMode: z.enum(Object.keys(ND30_SIGNING_MODES) as [keyof typeof ND30_SIGNING_MODES]),
    /** Printed after the mode: in whose name. */
    signingFor: blankableText(120),
    signerPosition: text(120),
    signerName: text(120),
    copies: z.array(text(200)).max(10),
    mailSubject: mergedLine(200),
    mailText: merged(5000),
  })
  .meta({ id: 'CampaignLetter' })
export type CampaignLetter = z.infer<typeof CampaignLetter>

const pace = {
  /** Letters in a batch. */
  batchSize: z.int().min(1).max(200),
  /** Minutes from one batch to the next. */
  batchMinutes: z.int().min(1).max(1440),
  /** Days before the deadline on which those who have not answered are reminded. */
  reminderDays: z.array(z.int().min(1).max(90)).max(6),
  remindersOn: z.boolean(),
}

const campaign = {
  name: text(150),
  audience: Audience,
  letter: CampaignLetter,
  /** Not before this moment; null: when it is started. */
  startAt: nullable(instant()),
  ...pace,
}

export const CampaignInput = z.object(campaign).meta({ id: 'CampaignInput' })
export type CampaignInput = z.infer<typeof CampaignInput>
export const CampaignEdit = z.object({ ...campaign, version: z.int() }).meta({ id: 'CampaignEdit' })
export type CampaignEdit = z.infer<typeof CampaignEdit>
export const CampaignPace = z.object({ ...pace, version: z.int() }).meta({ id: 'CampaignPace' })
export type CampaignPace = z.infer<typeof CampaignPace>

/** How many of an audience get the letter, and why the others do not. They add up to `total`. */
export const AudienceCounts = z
  .object({ total: count, willGet: count, alreadyInvited: count, noEmail: count, optedOut: count })
  .meta({ id: 'AudienceCounts' })
export type AudienceCounts = z.infer<typeof AudienceCounts>

export const AudienceMember = z
  .object({
    establishmentId: id(),
    name: z.string(),
    provinceScheme: z.string(),
    provinceCode: z.string(),
    sectorCode: nullable(z.string()),
    email: nullable(z.string()),
    skipReason: nullable(z.enum(words.SKIP_REASONS)),
  })
  .meta({ id: 'AudienceMember' })
export type AudienceMember = z.infer<typeof AudienceMember>

export const AudiencePreview = z
  .object({ counts: AudienceCounts, items: z.array(AudienceMember) })
  .meta({ id: 'AudiencePreview' })
export type AudiencePreview = z.infer<typeof AudiencePreview>

export const CampaignStateName = z.enum(['draft', 'running', 'paused', 'done', 'cancelled'])

/** How many recipients stand in each state; null for a draft, whose audience is not frozen yet. */
const InviteeCounts = z.record(z.string(), count)

export const CampaignSummary = z
  .object({
    id: id(),
    name: z.string(),
    state: CampaignStateName,
    createdAt: z.string(),
    startedAt: nullable(z.string()),
    endedAt: nullable(z.string()),
    counts: InviteeCounts,
    total: count,
  })
  .meta({ id: 'CampaignSummary' })
export type CampaignSummary = z.infer<typeof CampaignSummary>

export const CampaignView = CampaignSummary.extend({
  audience: Audience,
  letter: CampaignLetter,
  ...pace,
  startAt: nullable(z.string()),
  letterNumber: nullable(z.string()),
  letterOn: nullable(z.string()),
  /** The earliest moment the next batch leaves; null unless running. */
  nextBatchAt: nullable(z.string()),
  /** The next reminder still ahead. */
  nextReminder: nullable(z.object({ daysBefore: z.int(), at: z.string() })),
  /** No mail server is set: letters wait in the outbox. */
  isDelivering: z.boolean(),
  version: z.int(),
}).meta({ id: 'Campaign' })
export type CampaignView = z.infer<typeof CampaignView>

export const Invitee = z
  .object({
    establishmentId: id(),
    name: z.string(),
    provinceScheme: z.string(),
    provinceCode: z.string(),
    sectorCode: nullable(z.string()),
    email: nullable(z.string()),
    phone: nullable(z.string()),
    state: z.enum(words.INVITEE_STATES),
    skipReason: nullable(z.enum(words.SKIP_REASONS)),
    invitationId: nullable(id()),
    applicationId: nullable(id()),
    /** The mail server's own words when it refused the letter. */
    mailError: nullable(z.string()),
    sentAt: nullable(z.string()),
    visitedAt: nullable(z.string()),
    declineCode: nullable(z.enum(words.DECLINE_CODES)),
    declineReason: nullable(z.string()),
    remindedAt: nullable(z.string()),
    isOptedOut: z.boolean(),
  })
  .meta({ id: 'CampaignInvitee' })
export type Invitee = z.infer<typeof Invitee>

/** The letter and mail as one real establishment would get them. */
export const CampaignLetterPreview = z
  .object({ to: nullable(z.string()), subject: z.string(), text: z.string() })
  .meta({ id: 'CampaignLetterPreview' })
export type CampaignLetterPreview = z.infer<typeof CampaignLetterPreview>

export const CampaignDefaults = z.object({ letter: CampaignLetter, ...pace }).meta({ id: 'CampaignDefaults' })
export type CampaignDefaults = z.infer<typeof CampaignDefaults>

// Saved lists

export const SavedListInput = z
  .object({
    name: text(120),
    /** Fills the new list with those who answer the filter today; null: empty. */
    from: nullable(z.object({ fairId: id(), audience: Audience })),
  })
  .meta({ id: 'SavedListInput' })
export type SavedListInput = z.infer<typeof SavedListInput>

export const SavedList = z
  .object({ id: id(), name: z.string(), members: count, createdAt: z.string() })
  .meta({ id: 'SavedList' })
export type SavedList = z.infer<typeof SavedList>

export const SavedListChange = z
  .object({ add: z.array(id()).max(500), remove: z.array(id()).max(500) })
  .meta({ id: 'SavedListChange' })
export type SavedListChange = z.infer<typeof SavedListChange>

export const SavedListMember = AudienceMember.omit({ skipReason: true }).meta({ id: 'SavedListMember' })
export type SavedListMember = z.infer<typeof SavedListMember>

// Calls

export const CallInput = z
  .object({
    establishmentId: id(),
    calledAt: instant(),
    outcome: z.enum(words.CALL_OUTCOMES),
    note: multilineText(1000),
    callAgainOn: nullable(isoDate()),
    declineCode: nullable(z.enum(words.DECLINE_CODES)),
    /** Also make, or show again, the code that opens the personal link. */
    handOver: z.boolean(),
  })
  .meta({ id: 'RecruitmentCallInput' })
export type CallInput = z.infer<typeof CallInput>

/** To be read out or printed: the code, and the whole link it stands for. */
export const HandedOver = z
  .object({ invitationId: id(), code: z.string(), link: z.string() })
  .meta({ id: 'HandedOverInvitation' })
export type HandedOver = z.infer<typeof HandedOver>

export const LoggedCall = z.object({ id: id(), handedOver: nullable(HandedOver) }).meta({ id: 'LoggedCall' })
export type LoggedCall = z.infer<typeof LoggedCall>

export const CallEntry = z
  .object({
    id: id(),
    calledAt: z.string(),
    calledBy: nullable(z.string()),
    outcome: z.enum(words.CALL_OUTCOMES),
    note: z.string(),
    callAgainOn: nullable(z.string()),
  })
  .meta({ id: 'RecruitmentCall' })
export type CallEntry = z.infer<typeof CallEntry>

/** Somebody to call: why, and what was said last. */
export const ToCall = z
  .object({
    establishmentId: id(),
    name: z.string(),
    phone: nullable(z.string()),
    representativeName: nullable(z.string()),
    provinceScheme: z.string(),
    provinceCode: z.string(),
    reason: z.enum(['no-e-mail', 'refused', 'call-again']),
    lastCall: nullable(CallEntry),
    /** True once the day to call has come. */
    isDue: z.boolean(),
  })
  .meta({ id: 'ToCall' })
export type ToCall = z.infer<typeof ToCall>

export const StopLettersInput = z.object({ stop: z.boolean() }).meta({ id: 'StopLettersInput' })
