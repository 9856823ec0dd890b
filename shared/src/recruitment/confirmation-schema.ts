import { z } from 'zod'
import { Answers, FormDefinition } from '../fairs/form.ts'
import { id } from '../platform/ids.ts'
import { multilineText, text } from '../platform/text.ts'
import { ConfirmationState } from './schema.ts'
import { CONFIRMATION_METHODS, ENTERED_FROM } from './vocabulary.ts'

const nullable = <S extends z.ZodType>(schema: S) => z.union([schema, z.null()])

/** For whom an officer enters an application, and from what. */
export const EnterInput = z
  .object({ establishmentId: id(), enteredFrom: z.enum(ENTERED_FROM) })
  .meta({ id: 'EnterApplication' })
export type EnterInput = z.infer<typeof EnterInput>

/** How the confirmation of an application stands, for the desk. */
export const ConfirmationView = z
  .object({
    state: ConfirmationState,
    enteredFrom: nullable(z.enum(ENTERED_FROM)),
    enteredBy: nullable(z.string()),
    enteredAt: z.string(),
    /** Where the link goes; empty when the establishment has no address, so that only the code or the paper is left. */
    addresses: z.array(z.string()),
    phone: nullable(z.string()),
    requestedAt: nullable(z.string()),
    method: nullable(z.enum(CONFIRMATION_METHODS)),
    confirmedAt: nullable(z.string()),
    /** As the person named themselves, or the account's name. */
    confirmedName: nullable(z.string()),
    fileId: nullable(id()),
    reason: nullable(z.string()),
  })
  .meta({ id: 'ApplicationConfirmation' })
export type ConfirmationView = z.infer<typeof ConfirmationView>

/** Send the link again, or hand out the code to read over the telephone. */
export const AskConfirmation = z.object({ by: z.enum(['mail', 'code']) }).meta({ id: 'AskConfirmation' })
export type AskConfirmation = z.infer<typeof AskConfirmation>

export const AskedConfirmation = z.object({ code: nullable(z.string()) }).meta({ id: 'AskedConfirmation' })
export type AskedConfirmation = z.infer<typeof AskedConfirmation>

/** The signed paper form as evidence, and why neither link nor code would do. */
export const PaperConfirmation = z
  .object({ fileId: id(), reason: multilineText(500).refine(reason => reason !== '', 'required') })
  .meta({ id: 'PaperConfirmation' })
export type PaperConfirmation = z.infer<typeof PaperConfirmation>

/** Who confirms for the establishment, in their own words. */
export const ConfirmInput = z.object({ name: text(120) }).meta({ id: 'ConfirmApplication' })
export type ConfirmInput = z.infer<typeof ConfirmInput>

/** What the holder of the link or code is asked to confirm: the application as it was handed in. */
export const OpenedConfirmation = z
  .object({
    number: z.string(),
    submittedAt: z.string(),
    state: ConfirmationState,
    /** Confirmed or not, it can no longer be confirmed once the application has moved on. */
    isOpen: z.boolean(),
    establishmentName: z.string(),
    fair: z.object({
      slug: z.string(),
      nameVi: z.string(),
      nameEn: z.string(),
      nameDe: z.string(),
      timeZone: z.string(),
    }),
    organizer: z.object({
      nameVi: z.string(),
      nameEn: nullable(z.string()),
      phone: nullable(z.string()),
      email: nullable(z.string()),
    }),
    form: FormDefinition,
    answers: Answers,
    products: z.array(z.string()),
    papers: z.array(z.object({ paperCode: z.string(), name: z.string() })),
  })
  .meta({ id: 'OpenedConfirmation' })
export type OpenedConfirmation = z.infer<typeof OpenedConfirmation>
