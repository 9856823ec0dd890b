import { z } from 'zod'
import { Answer, Answers, FormDefinition, FormWords } from '../fairs/form.ts'
import { MAIL_STATES } from '../mail/schema.ts'
import { isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { multilineText, optionalText, text } from '../platform/text.ts'
import { APPLICATION_CHANNELS, DECLINE_CODES, INVITATION_CHANNELS } from './vocabulary.ts'

const nullable = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()])

export const ApplicationStateName = z.enum([
  'draft',
  'submitted',
  'correction-requested',
  'complete',
  'selected',
  'waiting',
  'rejected',
  'declined',
  'lapsed',
  'withdrawn',
])
export const InvitationStateName = z.enum(['sent', 'visited', 'started', 'submitted', 'declined', 'revoked'])

// Invitations

/** At most 200 at a time: the page sends a longer list in parts and shows how far it is. */
export const InviteInput = z
  .object({ establishmentIds: z.array(id()).min(1).max(200) })
  .meta({ id: 'InviteInput' })
export type InviteInput = z.infer<typeof InviteInput>

export const InviteResult = z
  .object({
    establishmentId: id(),
    outcome: z.enum(['invited', 'already-invited', 'no-e-mail', 'opted-out']),
  })
  .meta({ id: 'InviteResult' })
export type InviteResult = z.infer<typeof InviteResult>

/** An invited establishment as the desk sees it. */
export const InvitationItem = z
  .object({
    id: id(),
    establishmentId: id(),
    establishmentName: z.string(),
    provinceScheme: z.string(),
    provinceCode: z.string(),
    sectorCode: nullable(z.string()),
    email: nullable(z.string()),
    channel: z.enum(INVITATION_CHANNELS),
    state: InvitationStateName,
    /** How the letter itself fared. */
    mailState: nullable(z.enum(MAIL_STATES)),
    declineCode: nullable(z.enum(DECLINE_CODES)),
    declineReason: nullable(z.string()),
    invitedAt: z.string(),
    visitedAt: nullable(z.string()),
    applicationId: nullable(id()),
  })
  .meta({ id: 'FairInvitation' })
export type InvitationItem = z.infer<typeof InvitationItem>

/** The letter as it will be sent, for the officer to read first. */
export const LetterPreview = z.object({ subject: z.string(), text: z.string() }).meta({ id: 'LetterPreview' })
export type LetterPreview = z.infer<typeof LetterPreview>

/** What anybody holding a personal link sees: the fair, and whom it is for. No address, no people. */
export const OpenedInvitation = z
  .object({
    fair: z.object({
      slug: z.string(),
      nameVi: z.string(),
      nameEn: z.string(),
      nameDe: z.string(),
      opensOn: z.string(),
      closesOn: z.string(),
      timeZone: z.string(),
      country: z.string(),
      city: z.string(),
      venueName: z.string(),
      registrationOpensAt: z.string(),
      registrationClosesAt: z.string(),
      organizerNameVi: z.string(),
      organizerNameEn: z.string(),
    }),
    establishmentName: z.string(),
    state: InvitationStateName,
    /** The establishment asked this organizer not to write about fairs again. */
    isOptedOut: z.boolean(),
    registration: z.enum(['not-open-yet', 'open', 'closed']),
    /** Whether somebody acts for the establishment already: a newcomer must then be invited by them. */
    hasPeople: z.boolean(),
    /** For a member of the establishment only. */
    own: nullable(z.object({ establishmentId: id(), applicationId: nullable(id()) })),
  })
  .meta({ id: 'OpenedInvitation' })
export type OpenedInvitation = z.infer<typeof OpenedInvitation>

export const DeclineInput = z
  .object({ code: z.enum(DECLINE_CODES).nullable().optional(), reason: optionalText(500) })
  .meta({ id: 'DeclineInput' })
export type DeclineInput = z.infer<typeof DeclineInput>

export const AcceptedFairInvitation = z
  .object({ establishmentId: id(), joined: z.boolean() })
  .meta({ id: 'AcceptedFairInvitation' })
export type AcceptedFairInvitation = z.infer<typeof AcceptedFairInvitation>

// Applications

export const StartInput = z
  .object({
    /** The fair's id or the address of its page. */
    fair: z.string().min(3).max(60),
    invitationToken: z.string().max(100).optional(),
  })
  .meta({ id: 'StartApplication' })

/** What is saved as it is typed. `version` is the one it was made from. */
export const DraftInput = z
  .object({ version: z.int(), answers: Answers, productIds: z.array(id()).max(50) })
  .meta({ id: 'ApplicationDraft' })
export type DraftInput = z.infer<typeof DraftInput>

export const PaperInput = z
  .object({ paperCode: z.string().min(1).max(40), fileId: id() })
  .meta({ id: 'PaperInput' })
export type PaperInput = z.infer<typeof PaperInput>

export const WithdrawInput = z.object({ reason: optionalText(500) }).meta({ id: 'WithdrawInput' })

/** A remark at one answer, paper (`/papers/<code>`) or the products (`/products`). */
export const CorrectionField = z.object({
  pointer: z
    .string()
    .regex(/^\/(answers\/|papers\/)[A-Za-z0-9]+$|^\/products$/)
    .max(60),
  note: text(500),
})
export type CorrectionField = z.infer<typeof CorrectionField>

/** A remark of the request that is open, with what the establishment says to it. */
export const OpenRemark = CorrectionField.extend({ reply: z.string(), answeredAt: nullable(z.string()) })
export type OpenRemark = z.infer<typeof OpenRemark>

/** The establishment marks a remark as dealt with, or not yet, with a word to the officer where one is needed. */
export const RemarkAnswer = z
  .object({ pointer: CorrectionField.shape.pointer, isAnswered: z.boolean(), reply: multilineText(1000) })
  .meta({ id: 'RemarkAnswer' })
export type RemarkAnswer = z.infer<typeof RemarkAnswer>

/** The officer marks a remark as settled, or open again. */
export const RemarkResolution = z
  .object({
    round: z.int().min(1).max(10_000),
    pointer: CorrectionField.shape.pointer,
    isResolved: z.boolean(),
  })
  .meta({ id: 'RemarkResolution' })
export type RemarkResolution = z.infer<typeof RemarkResolution>

/** A request for correction about the submission of the same round. */
export const CorrectionRound = z
  .object({
    round: z.int(),
    note: z.string(),
    dueOn: nullable(z.string()),
    requestedAt: z.string(),
    resubmittedAt: nullable(z.string()),
    remarks: z.array(OpenRemark.extend({ resolvedAt: nullable(z.string()) })),
  })
  .meta({ id: 'CorrectionRound' })
export type CorrectionRound = z.infer<typeof CorrectionRound>

/** An application as it was handed in, once. Two of them are compared by changesBetween. */
export const ApplicationSubmission = z
  .object({
    round: z.int(),
    submittedAt: z.string(),
    formVersion: z.int(),
    answers: Answers,
    products: z.array(z.object({ id: id(), nameVi: z.string() })),
    papers: z.array(z.object({ paperCode: z.string(), fileId: id(), name: z.string(), sha256: z.string() })),
  })
  .meta({ id: 'ApplicationSubmission' })
export type ApplicationSubmission = z.infer<typeof ApplicationSubmission>

const someRemark = (input: { note: string; fields: readonly unknown[] }) =>
  input.note !== '' || input.fields.length > 0
const eachPlaceOnce = (input: { fields: readonly { pointer: string }[] }) =>
  new Set(input.fields.map(field => field.pointer)).size === input.fields.length

export const CorrectionInput = z
  .object({
    note: multilineText(2000),
    fields: z.array(CorrectionField).max(60),
    dueOn: nullable(isoDate()),
  })
  .refine(someRemark, { message: 'required', path: ['note'] })
  .refine(eachPlaceOnce, { message: 'code-twice', path: ['fields'] })
  .meta({ id: 'CorrectionRequest' })
export type CorrectionInput = z.infer<typeof CorrectionInput>

export const ApplicationPaper = z.object({
  id: id(),
  paperCode: z.string(),
  fileId: id(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  addedAt: z.string(),
})
export type ApplicationPaper = z.infer<typeof ApplicationPaper>

/** Where an answer that nobody typed came from, by field code. Gone once it is changed or handed in. */
export const Prefilled = z.record(z.string(), z.enum(['profile', 'last-fair']))
export type Prefilled = z.infer<typeof Prefilled>

const ApplicationFair = z.object({
  id: id(),
  slug: z.string(),
  kind: z.enum(['home', 'abroad']),
  nameVi: z.string(),
  nameEn: z.string(),
  nameDe: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  timeZone: z.string(),
  city: z.string(),
  country: z.string(),
  venueName: z.string(),
  registrationClosesAt: z.string(),
  /** The version of the form in force. */
  formVersion: z.int(),
  state: z.enum(['draft', 'published', 'closed', 'cancelled']),
})

/** The profile as it stands, beside the application. */
const ApplicationEstablishment = z.object({
  id: id(),
  name: z.string(),
  nameEn: nullable(z.string()),
  legalForm: z.string(),
  taxCode: nullable(z.string()),
  registeredAddress: z.string(),
  productionAddress: z.string(),
  provinceScheme: z.string(),
  provinceCode: z.string(),
  provinceName: nullable(z.string()),
  sectorCode: nullable(z.string()),
  phone: nullable(z.string()),
  email: nullable(z.string()),
  website: nullable(z.string()),
  representativeName: nullable(z.string()),
  representativePosition: nullable(z.string()),
  employees: nullable(z.int()),
  figuresYear: nullable(z.int()),
})

export const ApplicationProduct = z.object({
  id: id(),
  nameVi: z.string(),
  nameEn: z.string(),
  hsCode: nullable(z.string()),
  photoFileId: nullable(id()),
})

export const ConfirmationState = z.enum(['not-needed', 'awaiting', 'confirmed'])

/** One application, for the establishment and for the desk. */
export const ApplicationView = z
  .object({
    id: id(),
    number: nullable(z.string()),
    state: ApplicationStateName,
    formVersion: z.int(),
    form: FormDefinition,
    answers: Answers,
    prefilled: Prefilled,
    fasciaName: z.string(),
    products: z.array(ApplicationProduct),
    papers: z.array(ApplicationPaper),
    version: z.int(),
    startedAt: z.string(),
    updatedAt: z.string(),
    submittedAt: nullable(z.string()),
    correctionNote: nullable(z.string()),
    correctionFields: z.array(OpenRemark),
    correctionDueOn: nullable(z.string()),
    withdrawnReason: nullable(z.string()),
    isInvited: z.boolean(),
    channel: z.enum(APPLICATION_CHANNELS),
    confirmation: ConfirmationState,
    /** True for the desk before submission: answers, products and papers are then left empty. */
    isHidden: z.boolean(),
    fair: ApplicationFair,
    establishment: ApplicationEstablishment,
  })
  .meta({ id: 'Application' })
export type ApplicationView = z.infer<typeof ApplicationView>

/** The version of the application the move is made from. */
export const AdoptFormInput = z.object({ version: z.int() }).meta({ id: 'AdoptForm' })

/** The application on the form in force, and what that form has no place for. */
export const AdoptedForm = z
  .object({
    application: ApplicationView,
    left: z.array(z.object({ code: z.string(), label: FormWords, answer: Answer })),
  })
  .meta({ id: 'AdoptedForm' })
export type AdoptedForm = z.infer<typeof AdoptedForm>

/** What a save answers with: the version the next one is made from. */
export const SavedDraft = z
  .object({ version: z.int(), savedAt: z.string() })
  .meta({ id: 'SavedApplicationDraft' })
export type SavedDraft = z.infer<typeof SavedDraft>

export const OwnApplication = z
  .object({
    id: id(),
    number: nullable(z.string()),
    state: ApplicationStateName,
    updatedAt: z.string(),
    submittedAt: nullable(z.string()),
    correctionDueOn: nullable(z.string()),
    fair: ApplicationFair,
  })
  .meta({ id: 'OwnApplication' })
export type OwnApplication = z.infer<typeof OwnApplication>

/** One line of an application's history; the page has a sentence for each `what`. */
export const HistoryEntry = z
  .object({
    at: z.string(),
    what: z.string(),
    /** Null where it was the program, or where the reader may not know. */
    who: nullable(z.string()),
    side: z.enum(['establishment', 'organizer', 'system']),
    /** Codes of the answers, papers and products touched. */
    fields: z.array(z.string()),
    note: nullable(z.string()),
  })
  .meta({ id: 'ApplicationHistoryEntry' })
export type HistoryEntry = z.infer<typeof HistoryEntry>
