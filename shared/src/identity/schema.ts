import { z } from 'zod'
import { LOCALES } from '../platform/i18n.ts'
import { id } from '../platform/ids.ts'
import { blankableText, emailAddress, optionalText, text } from '../platform/text.ts'
import { givenPassword, newPassword } from './password.ts'
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

/** Settings by its manager. The address code stays. Bank, account and holder go together: a payment needs all three. */
export const OrganizerEdit = OrganizerInput.omit({ slug: true })
  .extend({
    bankBin: optionalText(6),
    bankAccount: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{4,19}$/, 'bank-account')
      .nullable(),
    version: z.int(),
  })
  .refine(
    ({ bankBin, bankAccount, bankHolder }) => {
      const given = [bankBin, bankAccount, bankHolder].filter(Boolean).length
      return given === 0 || given === 3
    },
    { message: 'bank-together', path: ['bankAccount'] },
  )
  .meta({ id: 'OrganizerEdit' })
export type OrganizerEdit = z.infer<typeof OrganizerEdit>

const nullableText = z.union([z.string(), z.null()])

export const OrganizerView = z
  .object({
    id: id(),
    slug: z.string(),
    nameVi: z.string(),
    nameEn: z.string(),
    parentNameVi: z.string(),
    shortName: z.string(),
    documentSymbol: z.string(),
    placeVi: z.string(),
    address: z.string(),
    phone: z.string(),
    email: z.string(),
    taxCode: nullableText,
    representativeName: z.string(),
    representativePosition: z.string(),
    bankBin: nullableText,
    bankAccount: nullableText,
    bankHolder: nullableText,
    requiresSecondFactor: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Organizer' })
export type OrganizerView = z.infer<typeof OrganizerView>

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

/** What a person signs in with. */
export const SignInInput = z
  .object({ email: emailAddress(), password: givenPassword() })
  .meta({ id: 'SignInInput' })
export type SignInInput = z.infer<typeof SignInInput>

/** `done`: a session is open. `needed`: the password was right; a code of the second factor follows within ten minutes. */
export const SignInAnswer = z
  .object({ secondFactor: z.enum(['done', 'needed']) })
  .meta({ id: 'SignInAnswer' })
export type SignInAnswer = z.infer<typeof SignInAnswer>

/** Six digits of the authenticator, or a backup code as it was shown (aB3dE-fG6hJ). */
export const SecondFactorCode = z
  .object({ code: z.string().trim().min(6).max(20) })
  .meta({ id: 'SecondFactorCode' })
export type SecondFactorCode = z.infer<typeof SecondFactorCode>

export const EmailInput = z.object({ email: emailAddress() }).meta({ id: 'EmailInput' })
export const TokenInput = z.object({ token: z.string().min(16).max(2000) }).meta({ id: 'TokenInput' })

export const SignUpInput = z
  .object({
    name: text(100),
    email: emailAddress(),
    password: newPassword(),
    locale: LocaleName,
    /** The token of an invitation to this very address: then the address needs no further proof. */
    invitation: z.string().max(200).optional(),
  })
  .meta({ id: 'SignUpInput' })
export type SignUpInput = z.infer<typeof SignUpInput>

export const PasswordReset = z
  .object({ token: z.string().min(16).max(200), password: newPassword() })
  .meta({ id: 'PasswordReset' })
export type PasswordReset = z.infer<typeof PasswordReset>

export const PasswordChange = z
  .object({ current: givenPassword(), password: newPassword() })
  .meta({ id: 'PasswordChange' })
export type PasswordChange = z.infer<typeof PasswordChange>

export const PasswordProof = z.object({ password: givenPassword() }).meta({ id: 'PasswordProof' })

export const AccountEdit = z.object({ name: text(100), locale: LocaleName }).meta({ id: 'AccountEdit' })
export type AccountEdit = z.infer<typeof AccountEdit>

export const AccountView = z
  .object({
    id: id(),
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    locale: LocaleName,
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    /** Organizers that ask for the second factor: with one here it cannot be turned off. */
    secondFactorRequiredBy: z.array(z.string()),
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof AccountView>

/** What a person needs to set up the second factor. Shown once. */
export const SecondFactorSetup = z
  .object({
    /** `otpauth://totp/…`, for the authenticator. */
    uri: z.string(),
    /** The key in it, in groups of four, for typing. */
    key: z.string(),
    /** The address as a QR code. */
    qrSvg: z.string(),
    backupCodes: z.array(z.string()),
  })
  .meta({ id: 'SecondFactorSetup' })
export type SecondFactorSetup = z.infer<typeof SecondFactorSetup>

export const SessionEntry = z
  .object({
    id: id(),
    /** What the browser says it is. */
    userAgent: z.string().nullable(),
    signedInAt: z.string(),
    lastSeenAt: z.string(),
    isThisOne: z.boolean(),
  })
  .meta({ id: 'SessionEntry' })
export type SessionEntry = z.infer<typeof SessionEntry>

/** A person in a role at an organizer or an establishment. */
export const MemberView = z
  .object({
    id: id(),
    personId: id(),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    since: z.string(),
    hasSecondFactor: z.boolean(),
    isMe: z.boolean(),
  })
  .meta({ id: 'Member' })
export type MemberView = z.infer<typeof MemberView>

export const StaffRole = z.object({ role: z.enum(ORGANIZER_ROLES) }).meta({ id: 'StaffRole' })
export const MemberRole = z.object({ role: z.enum(ESTABLISHMENT_ROLES) }).meta({ id: 'MemberRole' })

/** An invitation as the person invited sees it, by the token of their link. */
export const ReceivedInvitation = z
  .object({
    place: z.string(),
    kind: z.enum(['organizer', 'establishment']),
    role: z.string(),
    email: z.string(),
    expiresAt: z.string(),
    /** Whether somebody has an account under that address already. Only the holder of the mail can ask. */
    hasAccount: z.boolean(),
  })
  .meta({ id: 'ReceivedInvitation' })
export type ReceivedInvitation = z.infer<typeof ReceivedInvitation>

export const AcceptedInvitation = z
  .object({ organizerId: id().nullable(), establishmentId: id().nullable(), role: z.string() })
  .meta({ id: 'AcceptedInvitation' })

export const ManagerInvitation = z
  .object({ email: emailAddress(), locale: LocaleName })
  .meta({ id: 'ManagerInvitation' })
export type ManagerInvitation = z.infer<typeof ManagerInvitation>

export const NewOrganizer = z
  .object({ organizer: OrganizerInput, manager: ManagerInvitation })
  .meta({ id: 'NewOrganizer' })
export type NewOrganizer = z.infer<typeof NewOrganizer>

export const OrganizerSummary = z
  .object({
    id: id(),
    slug: z.string(),
    nameVi: z.string(),
    shortName: z.string(),
    placeVi: z.string(),
    email: z.string(),
    requiresSecondFactor: z.boolean(),
    managers: z.number(),
    staff: z.number(),
    fairs: z.number(),
    openInvitations: z.number(),
    createdAt: z.string(),
  })
  .meta({ id: 'OrganizerSummary' })
export type OrganizerSummary = z.infer<typeof OrganizerSummary>
