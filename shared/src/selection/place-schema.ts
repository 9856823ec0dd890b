import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { multilineText } from '../platform/text.ts'
import { OUTCOME_REASONS } from './rank.ts'

const paragraph = z.object({ vi: multilineText(3000), en: multilineText(3000) })

const settings = z.object({
  /** Whether who is selected must confirm the place before a contract. Holds for decisions made from then on. */
  demandsConfirmation: z.boolean(),
  /** Calendar days to answer, from the day of the letter. */
  acceptanceDays: z.int().min(1).max(90),
  /** Days before the deadline of one reminder; 0 for none. */
  reminderDays: z.int().min(0).max(60),
  /** Whether a freed place is offered to the next at once; else somebody at the desk does it. */
  isOfferedAutomatically: z.boolean(),
  /** A paragraph of the organizer's own in the letters of each outcome. */
  paragraphs: z.object({ selected: paragraph, waiting: paragraph, rejected: paragraph }),
  version: z.int().min(0),
})

/** `version` is the one the settings were read with, 0 before anyone set them. */
export const SettingsInput = settings.meta({ id: 'AcceptanceSettingsInput' })
export type SettingsInput = z.infer<typeof SettingsInput>
export const SettingsView = settings.meta({ id: 'AcceptanceSettings' })
export type SettingsView = z.infer<typeof SettingsView>

export const AnswerInput = z
  .object({ answer: z.enum(['confirm', 'decline']), reason: multilineText(1000) })
  .meta({ id: 'PlaceAnswerInput' })
export type AnswerInput = z.infer<typeof AnswerInput>

/** An answer that came by phone or on paper: who said what when, and where there is one, the paper. */
export const RecordedAnswerInput = z
  .object({
    answer: z.enum(['confirm', 'decline']),
    channel: z.enum(['phone', 'letter']),
    note: multilineText(1000).min(1),
    evidenceFileId: id().nullable(),
  })
  .meta({ id: 'RecordedPlaceAnswerInput' })
export type RecordedAnswerInput = z.infer<typeof RecordedAnswerInput>

const passedOver = z.object({
  applicationId: id(),
  establishmentName: z.string(),
  effect: z.enum(['ceiling', 'reserved']),
  quota: z.string(),
})

const placeState = z.enum(['offered', 'confirmed', 'declined', 'lapsed'])

export const PlaceView = z
  .object({
    id: id(),
    applicationId: id(),
    number: z.string().nullable(),
    establishmentName: z.string(),
    phone: z.string().nullable(),
    state: placeState,
    origin: z.enum(['decision', 'waiting-list']),
    /** Those before it on the waiting list and the quota in their way. */
    passedOver: z.array(passedOver),
    offeredAt: z.string(),
    /** Null until the letter is sent. */
    dueAt: z.string().nullable(),
    remindedAt: z.string().nullable(),
    answeredAt: z.string().nullable(),
    answeredByName: z.string().nullable(),
    channel: z.enum(['page', 'phone', 'letter']).nullable(),
    note: z.string().nullable(),
    evidenceFileId: z.string().nullable(),
  })
  .meta({ id: 'SelectionPlace' })
export type PlaceView = z.infer<typeof PlaceView>

export const PlacesView = z
  .object({
    items: z.array(PlaceView),
    places: z.int(),
    free: z.int(),
    /** To whom a free place would go now. */
    next: z
      .object({
        applicationId: id(),
        establishmentName: z.string(),
        waitingPosition: z.int(),
      })
      .nullable(),
    passedOver: z.array(passedOver),
  })
  .meta({ id: 'SelectionPlaces' })
export type PlacesView = z.infer<typeof PlacesView>

const complaint = z.object({
  id: id(),
  state: z.enum(['filed', 'upheld', 'dismissed']),
  text: z.string(),
  filedAt: z.string(),
  answerDueOn: z.string(),
  reasons: z.string().nullable(),
  answeredAt: z.string().nullable(),
})

/** What an establishment is told of its own application, once the letter is sent. */
export const OwnOutcome = z
  .object({
    applicationId: id(),
    outcome: z.enum(['selected', 'waiting', 'rejected']).nullable(),
    reason: z.enum(OUTCOME_REASONS).nullable(),
    mean: z.number().nullable(),
    passMark: z.int().nullable(),
    quota: z.int().nullable(),
    waitingPosition: z.int().nullable(),
    place: z
      .object({ state: placeState, dueAt: z.string().nullable(), answeredAt: z.string().nullable() })
      .nullable(),
    /** The last day to complain; null when there is no outcome or no rule. */
    complaintUntil: z.string().nullable(),
    mayComplain: z.boolean(),
    complaint: complaint.nullable(),
    timeZone: z.string(),
  })
  .meta({ id: 'OwnSelectionOutcome' })
export type OwnOutcome = z.infer<typeof OwnOutcome>

export const ComplaintInput = z
  .object({ text: multilineText(5000).min(1) })
  .meta({ id: 'SelectionComplaintInput' })
export type ComplaintInput = z.infer<typeof ComplaintInput>

/** `isRescored`: the sheets of the application are given back to their writers, to be filed anew. */
export const ComplaintAnswerInput = z
  .object({
    outcome: z.enum(['upheld', 'dismissed']),
    reasons: multilineText(5000).min(1),
    isRescored: z.boolean(),
  })
  .meta({ id: 'ComplaintAnswerInput' })
export type ComplaintAnswerInput = z.infer<typeof ComplaintAnswerInput>

export const ComplaintView = complaint
  .extend({
    applicationId: id(),
    number: z.string().nullable(),
    establishmentName: z.string(),
    channel: z.enum(['page', 'letter']),
    answeredByName: z.string().nullable(),
    /** The version of the decision complained about. */
    version: z.int(),
  })
  .meta({ id: 'SelectionComplaint' })
export type ComplaintView = z.infer<typeof ComplaintView>
