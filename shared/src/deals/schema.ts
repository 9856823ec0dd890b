import { z } from 'zod'
import { isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { amountMinor, currency } from '../platform/money.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'
import { DEAL_KINDS } from './kinds.ts'

const dealFields = {
  kind: z.enum(DEAL_KINDS),
  partnerName: text(200),
  /** ISO 3166-1 alpha-2. */
  partnerCountry: z.string().regex(/^[A-Z]{2}$/),
  partnerContact: blankableText(300),
  /** A product of the establishment, or words of one's own in `productText`; both may be left out. */
  productId: id().nullable(),
  productText: blankableText(200),
  /** Minor units; null when no value is known. Never without its currency. */
  valueMinor: amountMinor().nullable(),
  currency: currency().nullable(),
  signedOn: isoDate(),
  note: multilineText(2000),
  evidenceFileId: id().nullable(),
}

type Valued = { valueMinor: number | null; currency: string | null }
const hasCurrency = (deal: Valued) => (deal.valueMinor === null) === (deal.currency === null)
const CURRENCY_FAULT = { message: 'value-and-currency', path: ['currency'] }

export const DealInput = z.object(dealFields).refine(hasCurrency, CURRENCY_FAULT).meta({ id: 'DealInput' })
export type DealInput = z.infer<typeof DealInput>

/** A correction carries the version it was made from: one of an older version is refused. */
export const DealCorrection = z
  .object({ ...dealFields, version: z.int() })
  .refine(hasCurrency, CURRENCY_FAULT)
  .meta({ id: 'DealCorrection' })
export type DealCorrection = z.infer<typeof DealCorrection>

/** An officer's word is given on the version that was read. */
export const DealVersion = z.object({ version: z.int() }).meta({ id: 'DealVersion' })
export const DealRejection = z.object({ version: z.int(), reason: text(500) }).meta({ id: 'DealRejection' })
export type DealRejection = z.infer<typeof DealRejection>

export const DealStateName = z.enum(['logged', 'verified', 'rejected', 'removed'])

/** A deal as its establishment sees it. */
export const DealView = z
  .object({
    ...dealFields,
    id: id(),
    fairId: id(),
    applicationId: id(),
    establishmentId: id(),
    productNameVi: z.string().nullable(),
    evidence: z.object({ id: id(), name: z.string(), mediaType: z.string() }).nullable(),
    state: DealStateName,
    version: z.int(),
    loggedAt: z.string(),
    verifiedAt: z.string().nullable(),
    rejectionReason: z.string().nullable(),
  })
  .meta({ id: 'Deal' })
export type DealView = z.infer<typeof DealView>

/** A deal on the desk: whose it is, and who said what. */
export const DeskDeal = z
  .object({
    ...DealView.shape,
    establishmentName: z.string(),
    applicationNumber: z.string().nullable(),
    sectorCode: z.string().nullable(),
    provinceScheme: z.string(),
    provinceCode: z.string(),
    provinceNameVi: z.string().nullable(),
    loggedByName: z.string().nullable(),
    verifiedByName: z.string().nullable(),
    /** One person both logged and verified it: allowed, and shown. */
    isVerifiedByLogger: z.boolean(),
  })
  .meta({ id: 'DeskDeal' })
export type DeskDeal = z.infer<typeof DeskDeal>

/** What the desk's list is narrowed to; every part may be left out. */
export const DealFilter = z.object({
  kind: z.enum(DEAL_KINDS).optional(),
  state: DealStateName.optional(),
  currency: currency().optional(),
  /** `gso-63:01`: a province code means nothing without its scheme. */
  province: z
    .string()
    .regex(/^gso-(63|34):\d{2}$/)
    .optional(),
  sector: z.string().max(40).optional(),
  q: z.string().max(100).optional(),
})
export type DealFilter = z.infer<typeof DealFilter>

/** Deals of one kind in one currency; those without a value stand under currency null. */
export const DealTotalView = z
  .object({
    kind: z.enum(DEAL_KINDS),
    currency: currency().nullable(),
    verifiedCount: z.int(),
    verifiedMinor: z.int().nullable(),
    loggedCount: z.int(),
    loggedMinor: z.int().nullable(),
  })
  .meta({ id: 'DealTotal' })

/** A selected establishment of a fair. */
export const Exhibitor = z
  .object({ applicationId: id(), number: z.string().nullable(), name: z.string() })
  .meta({ id: 'Exhibitor' })
export type Exhibitor = z.infer<typeof Exhibitor>

/** What the form of a deal needs to know: the days it may bear, the currency to propose, the products to offer. */
export const OwnDeals = z
  .object({
    fair: z.object({
      id: id(),
      nameVi: z.string(),
      nameEn: z.string(),
      nameDe: z.string(),
      opensOn: z.string(),
      closesOn: z.string(),
      currency: currency(),
      country: z.string(),
    }),
    /** The day it is at the fair. */
    today: z.string(),
    /** Only a selected application logs deals. */
    mayLog: z.boolean(),
    products: z.array(z.object({ id: id(), nameVi: z.string(), nameEn: z.string(), nameDe: z.string() })),
    items: z.array(DealView),
  })
  .meta({ id: 'OwnDeals' })
export type OwnDeals = z.infer<typeof OwnDeals>
