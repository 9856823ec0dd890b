import { z } from 'zod'
import { LOCALES } from '../platform/i18n.ts'
import { id } from '../platform/ids.ts'
import { blankableText, emailAddress, optionalText, text } from '../platform/text.ts'
import { ESTABLISHMENT_ROLES, ORGANIZER_ROLES } from './permissions.ts'

export const LocaleName = z.enum(LOCALES)

export const OrganizerInput = z
  .object({
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .min(2)
      .max(40),
    nameVi: text(200),
    nameEn: text(200),
    /** The body it answers to, printed above its name on documents (cơ quan chủ quản). */
    parentNameVi: blankableText(200),
    shortName: text(60),
    /** Its abbreviation in document symbols, as in 05/QĐ-TTKC. */
    documentSymbol: text(30),
    /** Where its documents are dated: "Hà Nội". */
    placeVi: text(60),
    address: text(300),
    phone: blankableText(30),
    email: emailAddress(),
    taxCode: optionalText(20),
    representativeName: text(100),
    representativePosition: text(100),
    bankBin: optionalText(10),
    bankAccount: optionalText(30),
    bankHolder: optionalText(100),
    requiresSecondFactor: z.boolean(),
  })
  .meta({ id: 'OrganizerInput' })
export type OrganizerInput = z.infer<typeof OrganizerInput>

export const StaffInvitation = z
  .object({ email: emailAddress(), role: z.enum(ORGANIZER_ROLES), locale: LocaleName })
  .meta({ id: 'StaffInvitation' })
export type StaffInvitation = z.infer<typeof StaffInvitation>

export const MemberInvitation = z
  .object({ email: emailAddress(), role: z.enum(ESTABLISHMENT_ROLES), locale: LocaleName })
  .meta({ id: 'MemberInvitation' })
export type MemberInvitation = z.infer<typeof MemberInvitation>

export const InvitationView = z
  .object({
    id: id(),
    email: z.string(),
    role: z.string(),
    expiresAt: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'Invitation' })
export type InvitationView = z.infer<typeof InvitationView>
