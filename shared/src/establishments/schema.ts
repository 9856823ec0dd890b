import { z } from 'zod'
import { isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { MAX_AMOUNT_MINOR } from '../platform/money.ts'
import { PROVINCE_SCHEMES } from '../platform/reference.ts'
import { blankableText, emailAddress, multilineText, optionalText, text, url } from '../platform/text.ts'
import { BankAccountView, ContactView, ExportYearView } from './entries-schema.ts'
import { LEGAL_FORMS } from './legal-form.ts'
import { phoneNumber } from './phone.ts'
import { CERTIFICATE_VALIDITIES } from './recognition.ts'
import { taxCode } from './tax-code.ts'
import { CERTIFICATE_KINDS, RECOGNITION_LEVELS, RECOGNITION_SCHEMES } from './titles.ts'

/** An establishment (cơ sở công nghiệp nông thôn and others), its products, titles and certificates. */

const provinceCode = z.string().regex(/^\d{2}$/)
const amountVnd = () => z.int().min(0).max(MAX_AMOUNT_MINOR)
const left = <S extends z.ZodType>(schema: S) => schema.nullable().optional()

const fields = {
  name: text(200),
  nameEn: optionalText(200),
  legalForm: z.enum(LEGAL_FORMS),
  /** Null for those who have none yet, such as a cooperative group. */
  taxCode: taxCode().nullable(),
  /** Why a code that does not fit the checking rule is right all the same. */
  taxCodeReason: optionalText(300),
  registeredAddress: blankableText(300).optional(),
  provinceScheme: z.enum(PROVINCE_SCHEMES),
  provinceCode,
  /** Where it produces, when that is elsewhere: eligibility looks at this place. */
  productionAddress: blankableText(300).optional(),
  productionProvinceScheme: left(z.enum(PROVINCE_SCHEMES)),
  productionProvinceCode: left(provinceCode),
  vsicVersion: left(z.enum(['2018', '2025'])),
  vsicCode: left(z.string().regex(/^\d{2,5}$/)),
  sectorCode: left(z.string().max(40)),
  phone: left(phoneNumber()),
  email: left(emailAddress()),
  website: left(url()),
  representativeName: optionalText(100),
  representativePosition: optionalText(100),
  employees: left(z.int().min(0).max(1_000_000)),
  revenueVnd: left(amountVnd()),
  capitalVnd: left(amountVnd()),
  /** The year the figures above are of. */
  figuresYear: left(z.int().min(1990).max(2100)),
  exportMarkets: blankableText(300).optional(),
  introductionVi: multilineText(5000).optional(),
  introductionEn: multilineText(5000).optional(),
}

/** What may be left out keeps its value in an edit and is empty in a new record. */
export const EstablishmentInput = z.object(fields).meta({ id: 'EstablishmentInput' })
export type EstablishmentInput = z.infer<typeof EstablishmentInput>

/** An edit carries the version it was made from. */
export const EstablishmentEdit = EstablishmentInput.extend({ version: z.int() }).meta({
  id: 'EstablishmentEdit',
})
export type EstablishmentEdit = z.infer<typeof EstablishmentEdit>

export const ProductInput = z
  .object({
    nameVi: text(200),
    nameEn: blankableText(200),
    nameDe: blankableText(200),
    descriptionVi: multilineText(2000),
    descriptionEn: multilineText(2000),
    descriptionDe: multilineText(2000).optional(),
    /** Heading of the customs tariff: 4 to 10 digits, dots allowed. */
    hsCode: left(
      z
        .string()
        .trim()
        .regex(/^\d{4}(\.?\d{2}){0,3}$/, 'hs-code'),
    ),
    /** The photo that is printed and shown in lists. */
    photoFileId: left(id()),
    /** Further photos: CNNT dossiers ask for the front, the side and the top. */
    furtherPhotoIds: z.array(id()).max(9).optional(),
  })
  .meta({ id: 'ProductInput' })
export type ProductInput = z.infer<typeof ProductInput>

export const ProductEdit = ProductInput.extend({ version: z.int() }).meta({ id: 'ProductEdit' })
export type ProductEdit = z.infer<typeof ProductEdit>

export const RecognitionInput = z
  .object({
    productId: left(id()),
    scheme: z.enum(RECOGNITION_SCHEMES),
    level: z.enum(RECOGNITION_LEVELS),
    decisionNumber: text(60),
    issuer: text(200),
    issuedOn: isoDate(),
    /** The last day printed on the certificate; it wins over the rule. Null when none is printed. */
    printedValidUntil: left(isoDate()),
    fileId: left(id()),
  })
  .meta({ id: 'RecognitionInput' })
export type RecognitionInput = z.infer<typeof RecognitionInput>

export const CertificateInput = z
  .object({
    kind: z.enum(CERTIFICATE_KINDS),
    name: text(200),
    number: blankableText(60),
    issuer: blankableText(200),
    issuedOn: left(isoDate()),
    validUntil: left(isoDate()),
    fileId: left(id()),
  })
  .refine(paper => !paper.issuedOn || !paper.validUntil || paper.validUntil > paper.issuedOn, {
    message: 'days-order',
    path: ['validUntil'],
  })
  .meta({ id: 'CertificateInput' })
export type CertificateInput = z.infer<typeof CertificateInput>

const maybe = z.union([z.string(), z.null()])
const maybeNumber = z.union([z.int(), z.null()])

export const ProductView = z
  .object({
    id: id(),
    nameVi: z.string(),
    nameEn: z.string(),
    nameDe: z.string(),
    descriptionVi: z.string(),
    descriptionEn: z.string(),
    descriptionDe: z.string(),
    hsCode: maybe,
    photoFileId: maybe,
    furtherPhotoIds: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: 'Product' })
export type ProductView = z.infer<typeof ProductView>

export const RecognitionView = z
  .object({
    id: id(),
    productId: maybe,
    scheme: z.enum(RECOGNITION_SCHEMES),
    level: z.enum(RECOGNITION_LEVELS),
    decisionNumber: z.string(),
    issuer: z.string(),
    issuedOn: z.string(),
    validUntil: z.string(),
    isValid: z.boolean(),
    fileId: maybe,
  })
  .meta({ id: 'Recognition' })
export type RecognitionView = z.infer<typeof RecognitionView>

export const CertificateView = z
  .object({
    id: id(),
    kind: z.enum(CERTIFICATE_KINDS),
    name: z.string(),
    number: z.string(),
    issuer: z.string(),
    issuedOn: maybe,
    validUntil: maybe,
    /** As of today; `ending` within the days of the rule `certificate.warning`. */
    validity: z.union([z.enum(CERTIFICATE_VALIDITIES), z.null()]),
    fileId: maybe,
  })
  .meta({ id: 'Certificate' })
export type CertificateView = z.infer<typeof CertificateView>

/** The whole profile: for its own people, and for staff, with what is not theirs to see left out. */
export const EstablishmentView = z
  .object({
    id: id(),
    name: z.string(),
    nameEn: maybe,
    legalForm: z.enum(LEGAL_FORMS),
    taxCode: maybe,
    taxCodeReason: maybe,
    registeredAddress: z.string(),
    provinceScheme: z.string(),
    provinceCode: z.string(),
    productionAddress: z.string(),
    productionProvinceScheme: maybe,
    productionProvinceCode: maybe,
    vsicVersion: maybe,
    vsicCode: maybe,
    sectorCode: maybe,
    phone: maybe,
    email: maybe,
    website: maybe,
    representativeName: maybe,
    representativePosition: maybe,
    employees: maybeNumber,
    revenueVnd: maybeNumber,
    capitalVnd: maybeNumber,
    figuresYear: maybeNumber,
    exportMarkets: z.string(),
    introductionVi: z.string(),
    introductionEn: z.string(),
    version: z.int(),
    createdAt: z.string(),
    /** People with an account who act for it; with none, the organizers keep the entry. */
    memberCount: z.int(),
    /** False: tax code masked, bank details and files left out, for it has not applied to this organizer. */
    isWhole: z.boolean(),
    products: z.array(ProductView),
    recognitions: z.array(RecognitionView),
    certificates: z.array(CertificateView),
    bankAccounts: z.array(BankAccountView),
    contacts: z.array(ContactView),
    exportYears: z.array(ExportYearView),
  })
  .meta({ id: 'Establishment' })
export type EstablishmentView = z.infer<typeof EstablishmentView>

export const DIRECTORY_SORTS = ['name', 'newest'] as const

/** How the directory is searched. `province` is `gso-34:24` or, for records of before July 2025 only, `gso-63:24`. */
export const DirectoryQuery = z.object({
  q: z.string().max(200).optional(),
  province: z
    .string()
    .regex(/^gso-(34|63):\d{2}$/)
    .optional(),
  sector: z.string().max(40).optional(),
  /** Holds a title valid today. */
  recognition: z.enum(['any', ...RECOGNITION_SCHEMES]).optional(),
  /** Had a certificate or title that will have ended when this fair of the organizer opens, and no newer one of the kind. */
  endedBefore: id().optional(),
  sort: z.enum(DIRECTORY_SORTS).optional(),
  /** The last id of the page before. */
  after: id().optional(),
})
export type DirectoryQuery = z.infer<typeof DirectoryQuery>

export const DirectoryEntry = z
  .object({
    id: id(),
    name: z.string(),
    nameEn: maybe,
    legalForm: z.enum(LEGAL_FORMS),
    /** Masked when it is a person's number. */
    taxCode: maybe,
    provinceScheme: z.string(),
    provinceCode: z.string(),
    sectorCode: maybe,
    email: maybe,
    productCount: z.int(),
    memberCount: z.int(),
    /** Levels of the titles valid today. */
    titles: z.array(z.object({ scheme: z.enum(RECOGNITION_SCHEMES), level: z.enum(RECOGNITION_LEVELS) })),
    createdAt: z.string(),
  })
  .meta({ id: 'DirectoryEntry' })
export type DirectoryEntry = z.infer<typeof DirectoryEntry>

export const DirectoryPage = z
  .object({
    items: z.array(DirectoryEntry),
    /** Ask with `after` set to this for the next page; null on the last. */
    next: maybe,
    /** How many fit the filters, counted up to 1,000. */
    total: z.int(),
    /** There are more than were counted. */
    isMore: z.boolean(),
  })
  .meta({ id: 'DirectoryPage' })
export type DirectoryPage = z.infer<typeof DirectoryPage>

export const OwnEstablishment = z
  .object({ id: id(), name: z.string(), taxCode: maybe, role: z.enum(['owner', 'member']) })
  .meta({ id: 'OwnEstablishment' })
export type OwnEstablishment = z.infer<typeof OwnEstablishment>
