import { z } from 'zod'
import { instant } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'
import { MEMBER_ROLES } from './vocabulary.ts'

const votes = () => z.int().min(0).max(100)

export const MeetingMember = z.object({
  /** The person's account, where the member has one. */
  personId: id().nullable(),
  name: text(200),
  position: blankableText(200),
  role: z.enum(MEMBER_ROLES),
  isPresent: z.boolean(),
  absence: blankableText(300),
})
export type MeetingMember = z.infer<typeof MeetingMember>

export const Motion = z.object({
  /** `list`: the approval of the ranking and the waiting list. */
  kind: z.enum(['list', 'other']),
  text: multilineText(1000).min(1),
  inFavour: votes(),
  against: votes(),
  abstained: votes(),
  dissents: z.array(z.object({ name: text(200), opinion: multilineText(2000).min(1) })).max(30),
})
export type Motion = z.infer<typeof Motion>

const meeting = z.object({
  heldAt: instant(),
  endedAt: instant(),
  place: text(300),
  /** Number and day of the decision that set up the council. */
  councilDecision: blankableText(300),
  members: z.array(MeetingMember).min(1).max(50),
  motions: z.array(Motion).max(30),
  remarks: multilineText(5000),
  /** How many may wait; all that reach the pass mark when null. */
  waitingPlaces: z.int().min(0).max(10_000).nullable(),
})

/** `version` is the one the minutes were read with, 0 for new ones. The server draws the seed of the lot when left out. */
export const MeetingInput = meeting
  .extend({
    seed: z
      .string()
      .regex(/^[\w-]{8,100}$/)
      .optional(),
    version: z.int().min(0),
  })
  .refine(({ heldAt, endedAt }) => endedAt > heldAt, { message: 'dates-order', path: ['endedAt'] })
  .meta({ id: 'CouncilMeetingInput' })
export type MeetingInput = z.infer<typeof MeetingInput>

export const SignInput = z.object({ version: z.int().min(0) }).meta({ id: 'SignMinutesInput' })

/** Whether the rule on the quorum is met, and the figures. */
const QuorumView = z.object({
  members: z.int(),
  present: z.int(),
  needed: z.int(),
  isMet: z.boolean(),
  legalBasis: z.string().nullable(),
})

export const MeetingView = meeting
  .extend({
    id: id(),
    position: z.int(),
    state: z.enum(['open', 'signed']),
    heldAt: z.string(),
    endedAt: z.string(),
    seed: z.string(),
    version: z.int(),
    quorum: QuorumView,
    documentNumber: z.string().nullable(),
    documentFileId: z.string().nullable(),
    signedAt: z.string().nullable(),
    signedByName: z.string().nullable(),
    /** The version of the decision that rests on it. */
    decision: z.int().nullable(),
  })
  .meta({ id: 'CouncilMeeting' })
export type MeetingView = z.infer<typeof MeetingView>

/** Meetings, the newest first, and who would sit in the next one. */
export const MeetingsView = z
  .object({ items: z.array(MeetingView), proposed: z.array(MeetingMember) })
  .meta({ id: 'CouncilMeetings' })
export type MeetingsView = z.infer<typeof MeetingsView>
