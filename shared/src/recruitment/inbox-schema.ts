import { z } from 'zod'
import { CERTIFICATE_KINDS } from '../establishments/titles.ts'
import { id } from '../platform/ids.ts'
import { ApplicationStateName, ConfirmationState } from './schema.ts'
import { APPLICATION_CHANNELS, INBOX_SORTS, INBOX_WAITS } from './vocabulary.ts'

/** What the desk looks for among a fair's applications. Everything left out is not asked. */
export const InboxFilter = z.object({
  state: ApplicationStateName.optional(),
  sector: z.string().max(40).optional(),
  /** `scheme:code` */
  province: z.string().max(20).optional(),
  q: z.string().max(100).optional(),
  /** `me`, `none`, or an officer's id. */
  assignee: z.union([z.enum(['me', 'none']), id()]).optional(),
  /** `yes`: the day a correction was wanted by is over. */
  overdue: z.literal('yes').optional(),
  /** Days at least since it was handed in, or started while it is a draft. */
  waits: z.enum(INBOX_WAITS).optional(),
})
export type InboxFilter = z.infer<typeof InboxFilter>

/** `after` is the id of the last row of the page before. */
export const InboxQuery = InboxFilter.extend({
  sort: z.enum(INBOX_SORTS).default('waiting'),
  after: id().optional(),
})
export type InboxQuery = z.infer<typeof InboxQuery>

export const InboxSheetQuery = InboxQuery.omit({ after: true }).extend({
  lang: z.enum(['vi', 'en']).default('vi'),
})
export type InboxSheetQuery = z.infer<typeof InboxSheetQuery>

export const InboxItem = z
  .object({
    id: id(),
    number: z.string().nullable(),
    state: ApplicationStateName,
    establishmentId: id(),
    establishmentName: z.string(),
    provinceScheme: z.string(),
    provinceCode: z.string(),
    sectorCode: z.string().nullable(),
    isInvited: z.boolean(),
    channel: z.enum(APPLICATION_CHANNELS),
    confirmation: ConfirmationState,
    startedAt: z.string(),
    submittedAt: z.string().nullable(),
    updatedAt: z.string(),
    /** Whole days since it was handed in, or started while it is a draft. */
    waitedDays: z.int(),
    /** Day a correction is wanted by; null when none is asked for. */
    correctionDueOn: z.string().nullable(),
    isOverdue: z.boolean(),
    assigneeId: id().nullable(),
    assigneeName: z.string().nullable(),
  })
  .meta({ id: 'InboxItem' })
export type InboxItem = z.infer<typeof InboxItem>

export const Inbox = z
  .object({
    items: z.array(InboxItem),
    /** What `after` of the next page is; null on the last. */
    next: id().nullable(),
    /** By state, whatever state is asked for. */
    counts: z.record(z.string(), z.int()),
    /** Of the state asked for, whoever has them. */
    quick: z.object({ mine: z.int(), unassigned: z.int(), overdue: z.int() }),
  })
  .meta({ id: 'ApplicationInbox' })
export type Inbox = z.infer<typeof Inbox>

export const Officer = z.object({ id: id(), name: z.string() }).meta({ id: 'Officer' })
export type Officer = z.infer<typeof Officer>

/** What an officer should know of the profile before trusting it. */
export const ProfileWarning = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['certificate-ended', 'certificate-ends']),
    kind: z.enum(CERTIFICATE_KINDS),
    name: z.string(),
    validUntil: z.string(),
  }),
  z.object({ code: z.enum(['tax-code-missing', 'tax-code-doubtful']), reason: z.string().nullable() }),
  z.object({ code: z.literal('nobody-of-theirs') }),
])
export type ProfileWarning = z.infer<typeof ProfileWarning>

/** What the desk alone knows of an application. */
export const DeskView = z
  .object({
    assigneeId: id().nullable(),
    assigneeName: z.string().nullable(),
    warnings: z.array(ProfileWarning),
  })
  .meta({ id: 'ApplicationDesk' })
export type DeskView = z.infer<typeof DeskView>

/** A mail as it would go out now; nothing is sent. */
export const MailPreview = z
  .object({
    items: z.array(z.object({ to: z.string(), name: z.string(), subject: z.string(), text: z.string() })),
  })
  .meta({ id: 'MailPreview' })
export type MailPreview = z.infer<typeof MailPreview>
