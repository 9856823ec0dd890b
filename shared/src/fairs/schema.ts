import { z } from 'zod'
import { instant, isoDate, timeZoneName } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { currency } from '../platform/money.ts'
import { blankableText, multilineText, text } from '../platform/text.ts'

/** The address of a fair's public page: /f/<slug>. */
export const FairSlug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'slug')
  .min(3)
  .max(60)

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const fairFields = {
  slug: FairSlug,
  kind: z.enum(['home', 'abroad']),
  nameVi: text(200),
  nameEn: blankableText(200),
  nameDe: blankableText(200),
  themeVi: blankableText(300),
  themeEn: blankableText(300),
  themeDe: blankableText(300),
  descriptionVi: multilineText(5000),
  descriptionEn: multilineText(5000),
  descriptionDe: multilineText(5000),
  opensOn: isoDate(),
  closesOn: isoDate(),
  dailyOpensAt: clock,
  dailyClosesAt: clock,
  timeZone: timeZoneName(),
  currency: currency(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  city: text(100),
  venueName: text(200),
  venueAddress: blankableText(300),
  sectorCodes: z.array(z.string().max(40)).min(1).max(30),
  /** How many establishments can be taken. */
  quota: z.int().min(1).max(10_000),
  /** Points of 100 below which no establishment is selected. */
  passMark: z.int().min(0).max(100),
  /** The day whose rules the fair follows, normally the day its plan was approved. */
  ruleSetOn: isoDate(),
  registrationOpensAt: instant(),
  registrationClosesAt: instant(),
}

export const FairInput = z
  .object(fairFields)
  .refine(fair => fair.closesOn >= fair.opensOn, { message: 'dates-order', path: ['closesOn'] })
  .refine(fair => fair.registrationClosesAt > fair.registrationOpensAt, {
    message: 'dates-order',
    path: ['registrationClosesAt'],
  })
  .refine(fair => fair.dailyClosesAt > fair.dailyOpensAt, { message: 'dates-order', path: ['dailyClosesAt'] })
  .meta({ id: 'FairInput' })
export type FairInput = z.infer<typeof FairInput>

/** An edit carries the version it was made from: an edit of an older version is refused. */
export const FairEdit = z.intersection(FairInput, z.object({ version: z.int() })).meta({ id: 'FairEdit' })

export const FairState = z.enum(['draft', 'published', 'closed', 'cancelled'])

/** A fair as its organizer sees it. */
export const FairView = z
  .object({
    ...fairFields,
    id: id(),
    organizerId: id(),
    state: FairState,
    formVersion: z.int(),
    version: z.int(),
    publishedAt: z.union([z.string(), z.null()]),
  })
  .meta({ id: 'Fair' })
export type FairView = z.infer<typeof FairView>

export const FairSummary = z
  .object({
    id: id(),
    organizerId: id(),
    slug: z.string(),
    kind: z.enum(['home', 'abroad']),
    nameVi: z.string(),
    nameEn: z.string(),
    nameDe: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    city: z.string(),
    country: z.string(),
    state: FairState,
  })
  .meta({ id: 'FairSummary' })
export type FairSummary = z.infer<typeof FairSummary>

/** A fair as anybody sees it. */
export const PublicFair = z
  .object({
    slug: z.string(),
    kind: z.enum(['home', 'abroad']),
    nameVi: z.string(),
    nameEn: z.string(),
    nameDe: z.string(),
    themeVi: z.string(),
    themeEn: z.string(),
    themeDe: z.string(),
    descriptionVi: z.string(),
    descriptionEn: z.string(),
    descriptionDe: z.string(),
    opensOn: z.string(),
    closesOn: z.string(),
    dailyOpensAt: z.string(),
    dailyClosesAt: z.string(),
    timeZone: z.string(),
    country: z.string(),
    city: z.string(),
    venueName: z.string(),
    venueAddress: z.string(),
    quota: z.int(),
    registrationOpensAt: z.string(),
    registrationClosesAt: z.string(),
    state: FairState,
    sectors: z.array(
      z.object({ code: z.string(), nameVi: z.string(), nameEn: z.string(), nameDe: z.string() }),
    ),
    organizer: z.object({
      nameVi: z.string(),
      nameEn: z.string(),
      email: z.string(),
      phone: z.string(),
      address: z.string(),
    }),
  })
  .meta({ id: 'PublicFair' })
export type PublicFair = z.infer<typeof PublicFair>
