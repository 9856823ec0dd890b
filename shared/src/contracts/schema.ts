import { z } from 'zod'
import { isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { amountMinor, currency, MAX_AMOUNT_MINOR } from '../platform/money.ts'
import { blankableText, text } from '../platform/text.ts'
import { COST_ITEMS, SUPPORT_SCHEMES } from './vocabulary.ts'

const percent = () => z.number().min(0).max(100).multipleOf(0.01)

/** A cost beside the booths' rent. Its key in the lines is `extra:1`, `extra:2`, … */
export const ExtraCost = z.object({
  costItem: z.enum(COST_ITEMS),
  description: text(200),
  amountMinor: amountMinor(),
})
export type ExtraCost = z.infer<typeof ExtraCost>

/** A percent set by hand for one line, with the reason kept beside it. */
export const RateOverride = z.object({ lineKey: z.string().max(40), percent: percent(), reason: text(300) })
export type RateOverride = z.infer<typeof RateOverride>

export const ContractInput = z
  .object({
    scheme: z.enum(SUPPORT_SCHEMES),
    /** Value added tax put on top of the prices; 0 where they include it or none is due. */
    vatPercent: percent(),
    extras: z.array(ExtraCost).max(20),
    overrides: z.array(RateOverride).max(60),
    /** Day by which the establishment pays its own part, or null when it is not fixed. */
    payUntilOn: isoDate().nullable(),
    /** Who signs for the establishment, where the profile does not say or another than the head signs. */
    representativeName: blankableText(120),
    representativePosition: blankableText(120),
    /** Number and date of the authorisation, when not the legal representative signs. */
    authorisation: blankableText(200),
    /** One more clause, in the issuing staff's words. */
    note: blankableText(1000),
  })
  .meta({ id: 'ContractInput' })
export type ContractInput = z.infer<typeof ContractInput>

export const ContractLine = z
  .object({
    /** `booth:A01` or `extra:1`. */
    key: z.string(),
    costItem: z.enum(COST_ITEMS),
    /** The booth the line is for, or null. */
    boothNumber: z.union([z.string(), z.null()]),
    description: z.string(),
    netMinor: z.int(),
    vatMinor: z.int(),
    amountMinor: z.int(),
    /** Percent of support applied; null where no rule supports the item. */
    percent: z.union([z.number(), z.null()]),
    supportMinor: z.int(),
    ownMinor: z.int(),
    limitedBy: z.enum(['percent', 'cap', 'not-supported']),
    /** The law the rate comes from, or the reason of an override. */
    legalBasis: z.string(),
    overrideReason: z.string(),
  })
  .meta({ id: 'ContractLine' })
export type ContractLine = z.infer<typeof ContractLine>

const Party = z.object({
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  email: z.string(),
  taxCode: z.string(),
  bankName: z.string(),
  bankAccount: z.string(),
  representativeName: z.string(),
  representativePosition: z.string(),
  authorisation: z.string(),
})
export type Party = z.infer<typeof Party>

export const Parties = z.object({ organizer: Party, establishment: Party }).meta({ id: 'ContractParties' })
export type Parties = z.infer<typeof Parties>

/** What a contract would say, before it is issued. */
export const ContractDraft = z
  .object({
    currency: currency(),
    lines: z.array(ContractLine),
    boothNumbers: z.array(z.string()),
    totalMinor: z.int(),
    supportMinor: z.int(),
    ownMinor: z.int(),
    parties: Parties,
    /** What the screen offers to begin with. */
    proposal: z.object({
      scheme: z.enum(SUPPORT_SCHEMES),
      vatPercent: z.number(),
      vatBasis: z.string(),
    }),
  })
  .meta({ id: 'ContractDraft' })
export type ContractDraft = z.infer<typeof ContractDraft>

export const ContractState = z.enum(['issued', 'signed-by-establishment', 'signed', 'cancelled'])

export const PaymentInput = z
  .object({
    amountMinor: z.int().min(1).max(MAX_AMOUNT_MINOR),
    paidOn: isoDate(),
    /** As the bank statement or the receipt names it. */
    reference: blankableText(100),
    note: blankableText(300),
  })
  .meta({ id: 'PaymentInput' })
export type PaymentInput = z.infer<typeof PaymentInput>

export const PaymentView = z
  .object({
    id: id(),
    amountMinor: z.int(),
    paidOn: z.string(),
    reference: z.string(),
    note: z.string(),
    recordedAt: z.string(),
    voidedAt: z.union([z.string(), z.null()]),
    voidReason: z.union([z.string(), z.null()]),
  })
  .meta({ id: 'Payment' })
export type PaymentView = z.infer<typeof PaymentView>

/** A signature names the text it stands under by that text's SHA-256: the one the signer saw. */
export const SignInput = z
  .object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    signerName: text(120),
    signerPosition: text(120),
    /** The signer says that they read the text and may sign. */
    isConfirmed: z.literal(true),
  })
  .meta({ id: 'SignInput' })
export type SignInput = z.infer<typeof SignInput>

export const ReasonInput = z.object({ reason: text(300) }).meta({ id: 'ReasonInput' })

export const SignatureView = z
  .object({
    side: z.enum(['establishment', 'organizer']),
    signerName: z.string(),
    signerPosition: z.string(),
    sha256: z.string(),
    signedAt: z.string(),
  })
  .meta({ id: 'ContractSignature' })
export type SignatureView = z.infer<typeof SignatureView>

/** Where the establishment's own part is paid. A QR code asks for a payment and proves none. */
export const PayTo = z
  .object({
    bankName: z.string(),
    account: z.string(),
    holder: z.string(),
    reference: z.string(),
    amountMinor: z.int(),
    hasQr: z.boolean(),
  })
  .meta({ id: 'PayTo' })
export type PayTo = z.infer<typeof PayTo>

const summaryFields = {
  id: id(),
  fairId: id(),
  applicationId: id(),
  establishmentId: id(),
  establishmentName: z.string(),
  fairNameVi: z.string(),
  fairNameEn: z.string(),
  fairNameDe: z.string(),
  number: z.string(),
  state: ContractState,
  currency: currency(),
  totalMinor: z.int(),
  supportMinor: z.int(),
  ownMinor: z.int(),
  paidMinor: z.int(),
  boothNumbers: z.array(z.string()),
  issuedAt: z.string(),
  signedAt: z.union([z.string(), z.null()]),
}

export const ContractSummary = z.object(summaryFields).meta({ id: 'ContractSummary' })
export type ContractSummary = z.infer<typeof ContractSummary>

export const ContractView = z
  .object({
    ...summaryFields,
    lines: z.array(ContractLine),
    parties: Parties,
    /** SHA-256 of the issued PDF: what a signature stands for. */
    sha256: z.string(),
    fileId: id(),
    signedFileId: z.union([z.string(), z.null()]),
    signedSha256: z.union([z.string(), z.null()]),
    cancelledAt: z.union([z.string(), z.null()]),
    cancelReason: z.union([z.string(), z.null()]),
    /** What is still to be paid; negative when too much was. */
    balanceMinor: z.int(),
    payUntilOn: z.union([z.string(), z.null()]),
    payTo: z.union([PayTo, z.null()]),
    signatures: z.array(SignatureView),
    payments: z.array(PaymentView),
    timeZone: z.string(),
  })
  .meta({ id: 'Contract' })
export type ContractView = z.infer<typeof ContractView>

/** A selected application that has a booth and no living contract. */
export const ReadyApplication = z
  .object({
    applicationId: id(),
    applicationNumber: z.string(),
    establishmentName: z.string(),
    boothNumbers: z.array(z.string()),
    priceMinor: z.int(),
  })
  .meta({ id: 'ReadyApplication' })
export type ReadyApplication = z.infer<typeof ReadyApplication>

export const ContractList = z
  .object({ items: z.array(ContractSummary), ready: z.array(ReadyApplication), currency: currency() })
  .meta({ id: 'ContractList' })
export type ContractList = z.infer<typeof ContractList>
