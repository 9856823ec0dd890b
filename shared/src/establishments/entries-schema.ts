import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { amountMinor, currency } from '../platform/money.ts'
import { blankableText, emailAddress, text } from '../platform/text.ts'
import { phoneNumber } from './phone.ts'
import { CONTACT_PURPOSES } from './titles.ts'

/** What a profile holds several of, beside products, titles and certificates: accounts, contacts, export figures. */

export const BankAccountInput = z
  .object({
    bankBin: z.string().regex(/^\d{6}$/),
    account: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{4,30}$/, 'bank-account'),
    /** As the bank has it: capitals without marks, mostly. */
    holder: text(100),
  })
  .meta({ id: 'BankAccountInput' })
export type BankAccountInput = z.infer<typeof BankAccountInput>

export const BankAccountView = z
  .object({
    id: id(),
    /** Null of an account written down before the bank was asked. */
    bankBin: z.union([z.string(), z.null()]),
    account: z.string(),
    holder: z.string(),
    /** The one contracts name. Exactly one is, where there is any. */
    isDefault: z.boolean(),
  })
  .meta({ id: 'BankAccount' })
export type BankAccountView = z.infer<typeof BankAccountView>

export const ContactInput = z
  .object({
    purpose: z.enum(CONTACT_PURPOSES),
    name: text(100),
    position: blankableText(100),
    phone: phoneNumber().nullable(),
    email: emailAddress().nullable(),
  })
  .refine(contact => contact.phone !== null || contact.email !== null, {
    path: ['phone'],
    message: 'phone-or-email',
  })
  .meta({ id: 'ContactInput' })
export type ContactInput = z.infer<typeof ContactInput>

/** An edit carries the version it was made from. */
export const ContactEdit = z
  .intersection(ContactInput, z.object({ version: z.int() }))
  .meta({ id: 'ContactEdit' })
export type ContactEdit = z.infer<typeof ContactEdit>

export const ContactView = z
  .object({
    id: id(),
    purpose: z.enum(CONTACT_PURPOSES),
    name: z.string(),
    position: z.string(),
    phone: z.union([z.string(), z.null()]),
    email: z.union([z.string(), z.null()]),
    version: z.int(),
  })
  .meta({ id: 'Contact' })
export type ContactView = z.infer<typeof ContactView>

/** What was exported in a year. The value is left out by those who do not tell it; it names its currency. */
export const ExportYearInput = z
  .object({
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'choice'))
      .min(1)
      .max(60),
    value: z.union([z.object({ minor: amountMinor(), currency: currency() }), z.null()]),
    note: blankableText(300),
  })
  .meta({ id: 'ExportYearInput' })
export type ExportYearInput = z.infer<typeof ExportYearInput>

export const ExportYearView = z
  .object({
    year: z.int(),
    countries: z.array(z.string()),
    valueMinor: z.union([z.int(), z.null()]),
    currency: z.union([currency(), z.null()]),
    note: z.string(),
  })
  .meta({ id: 'ExportYear' })
export type ExportYearView = z.infer<typeof ExportYearView>
