import { z } from 'zod'
import { instant } from '../platform/dates.ts'
import { LOCALES } from '../platform/i18n.ts'
import { id } from '../platform/ids.ts'
import { blankableText, emailAddress, text } from '../platform/text.ts'
import { BADGE_KINDS, DESK_KINDS, DIRECTIONS, NOTICE_VERSION, VERDICTS } from './vocabulary.ts'

const kind = z.enum(BADGE_KINDS)
const locale = z.enum(LOCALES)
const person = { holderName: text(100), company: blankableText(150), position: blankableText(100) }

/** A visitor's own registration on the public page. */
export const VisitorRegistration = z
  .object({
    name: text(100),
    email: emailAddress(),
    phone: blankableText(30),
    company: blankableText(150),
    /** ISO 3166-1 alpha-2. */
    country: z.string().regex(/^[A-Z]{2}$/),
    /** Codes of the fair's sectors. */
    interests: z.array(z.string().max(40)).max(30),
    locale,
    /** The notice on personal data shown: agreeing to it is what makes the registration lawful. */
    noticeVersion: z.literal(NOTICE_VERSION),
    hasConsented: z.boolean().refine(agreed => agreed, { message: 'consent' }),
    wantsNews: z.boolean(),
  })
  .meta({ id: 'VisitorRegistration' })
export type VisitorRegistration = z.infer<typeof VisitorRegistration>

/** The same for a new and for a known address: it tells nobody who has registered. */
export const Registered = z.object({ emailedTo: z.string() }).meta({ id: 'Registered' })

/** A badge the desk hands out. */
export const BadgeInput = z
  .object({ kind: z.enum(DESK_KINDS), ...person, email: z.union([emailAddress(), z.null()]), locale })
  .meta({ id: 'BadgeInput' })
export type BadgeInput = z.infer<typeof BadgeInput>

/** A badge an establishment takes for one of its people. */
export const OwnBadgeInput = z
  .object({
    holderName: person.holderName,
    position: person.position,
    email: z.union([emailAddress(), z.null()]),
  })
  .meta({ id: 'OwnBadgeInput' })
export type OwnBadgeInput = z.infer<typeof OwnBadgeInput>

export const RevokeReason = z.object({ reason: text(300) }).meta({ id: 'RevokeReason' })

export const BadgeView = z
  .object({
    id: id(),
    fairId: id(),
    kind,
    /** Printed under the code, for typing by hand. */
    number: z.string(),
    holderName: z.string(),
    company: z.string(),
    position: z.string(),
    email: z.union([z.string(), z.null()]),
    applicationId: z.union([z.string(), z.null()]),
    state: z.enum(['active', 'revoked', 'replaced']),
    code: z.string(),
    issuedAt: z.string(),
    printedAt: z.union([z.string(), z.null()]),
    revokedAt: z.union([z.string(), z.null()]),
    revokeReason: z.union([z.string(), z.null()]),
  })
  .meta({ id: 'Badge' })
export type BadgeView = z.infer<typeof BadgeView>

/** An establishment's badges and how many more it may take. */
export const OwnBadges = z
  .object({
    allotment: z.int(),
    used: z.int(),
    canIssue: z.boolean(),
    fair: z.object({ nameVi: z.string(), nameEn: z.string(), nameDe: z.string() }),
    items: z.array(BadgeView),
  })
  .meta({ id: 'OwnBadges' })
export type OwnBadges = z.infer<typeof OwnBadges>

/** A badge as whoever holds its code sees it. `qr` holds the rows of the code, one sign a module, `1` dark. */
export const PublicBadge = z
  .object({
    code: z.string(),
    number: z.string(),
    kind,
    state: z.enum(['active', 'revoked', 'replaced']),
    holderName: z.string(),
    company: z.string(),
    position: z.string(),
    qr: z.array(z.string()),
    fair: z.object({
      slug: z.string(),
      nameVi: z.string(),
      nameEn: z.string(),
      nameDe: z.string(),
      opensOn: z.string(),
      closesOn: z.string(),
      dailyOpensAt: z.string(),
      dailyClosesAt: z.string(),
      venueName: z.string(),
      venueAddress: z.string(),
      city: z.string(),
    }),
  })
  .meta({ id: 'PublicBadge' })
export type PublicBadge = z.infer<typeof PublicBadge>

/** `single` is one A6 page a badge; `sheet` four A6 badges on A4 with cut lines. */
export const BadgeLayout = z.enum(['single', 'sheet'])
export type BadgeLayout = z.infer<typeof BadgeLayout>

export const GateInput = z.object({ name: text(80), kinds: z.array(kind).min(1) }).meta({ id: 'GateInput' })
export type GateInput = z.infer<typeof GateInput>

export const GateView = z
  .object({ id: id(), name: z.string(), kinds: z.array(kind), position: z.int() })
  .meta({ id: 'Gate' })
export type GateView = z.infer<typeof GateView>

export const DeviceInput = z.object({ name: text(80) }).meta({ id: 'DeviceInput' })
export type DeviceInput = z.infer<typeof DeviceInput>

export const DeviceView = z
  .object({
    id: id(),
    name: z.string(),
    state: z.enum(['waiting', 'expired', 'enrolled', 'revoked']),
    enrolExpiresAt: z.union([z.string(), z.null()]),
    enrolledAt: z.union([z.string(), z.null()]),
    lastSeenAt: z.union([z.string(), z.null()]),
  })
  .meta({ id: 'GateDevice' })
export type DeviceView = z.infer<typeof DeviceView>

/** Said once: the code is kept only as a hash. `qr` shows the address that enrols the device by opening it. */
export const NewDevice = z
  .object({ device: DeviceView, code: z.string(), link: z.string(), qr: z.array(z.string()) })
  .meta({ id: 'NewGateDevice' })
export type NewDevice = z.infer<typeof NewDevice>

export const EnrolInput = z.object({ code: z.string().max(40) }).meta({ id: 'EnrolInput' })
export const Enrolled = z
  .object({ token: z.string(), deviceId: id(), deviceName: z.string() })
  .meta({ id: 'EnrolledDevice' })
export type Enrolled = z.infer<typeof Enrolled>

/** One attempt at a gate, made and named on the device. Sent again with the same id it is answered as the first time. */
export const ScanInput = z
  .object({
    id: z.uuid(),
    gateId: id(),
    /** What was read, as it was read. */
    code: z.string().min(1).max(1000),
    direction: z.enum(DIRECTIONS),
    scannedAt: instant(),
    /** What the device said by itself, and whether it had no network; kept beside the server's verdict. */
    deviceVerdict: z.union([z.enum(VERDICTS), z.null()]).optional(),
    wasOffline: z.boolean().optional(),
  })
  .meta({ id: 'ScanInput' })
export type ScanInput = z.infer<typeof ScanInput>

export const ScanBatch = z.object({ items: z.array(ScanInput).min(1).max(200) }).meta({ id: 'ScanBatch' })

export const ScanHolder = z.object({ name: z.string(), company: z.string(), kind, number: z.string() })

export const ScanAnswer = z
  .object({
    id: z.string(),
    verdict: z.enum(VERDICTS),
    params: z.record(z.string(), z.string()),
    direction: z.enum(DIRECTIONS),
    scannedAt: z.string(),
    holder: z.union([ScanHolder, z.null()]),
  })
  .meta({ id: 'ScanAnswer' })
export type ScanAnswer = z.infer<typeof ScanAnswer>

/** One result a scan: stored with its verdict, or refused with a code and never to be sent again. */
export const ScanResults = z
  .object({
    items: z.array(
      z.union([
        z.object({ status: z.literal('stored'), id: z.string(), answer: ScanAnswer }),
        z.object({ status: z.literal('refused'), id: z.string(), code: z.string() }),
      ]),
    ),
  })
  .meta({ id: 'ScanResults' })
export type ScanResults = z.infer<typeof ScanResults>

const Validities = z.record(
  z.string(),
  z.object({ daysBefore: z.int(), daysAfter: z.int(), minutesBefore: z.int(), minutesAfter: z.int() }),
)

/** Value of the dated rule `badges.validity`: by kind of badge. */
export const validityRule = Validities

/** What a device needs to judge by itself. No names: a lost phone lists nobody. */
export const GateState = z
  .object({
    serverTime: z.string(),
    device: z.object({ id: id(), name: z.string() }),
    fair: z.object({
      id: id(),
      nameVi: z.string(),
      nameEn: z.string(),
      nameDe: z.string(),
      tag: z.string(),
      opensOn: z.string(),
      closesOn: z.string(),
      dailyOpensAt: z.string(),
      dailyClosesAt: z.string(),
      timeZone: z.string(),
    }),
    /** Raw Ed25519 public keys, base64url. */
    keys: z.array(z.object({ keyNumber: z.int(), publicKey: z.string() })),
    gates: z.array(GateView),
    validities: Validities,
    /** Serials that a true code alone does not tell apart. */
    revoked: z.array(z.int()),
    replaced: z.array(z.int()),
    unapproved: z.array(z.int()),
    /** Who is inside today and since when, as of `serverTime`: serial to instant. */
    inside: z.record(z.string(), z.string()),
  })
  .meta({ id: 'GateState' })
export type GateState = z.infer<typeof GateState>

export const HallView = z
  .object({
    serverTime: z.string(),
    timeZone: z.string(),
    inside: z.int(),
    insideByKind: z.record(z.string(), z.int()),
    entriesToday: z.int(),
    refusedToday: z.int(),
    /** Admitted twice by gates that could not see each other. */
    duplicatesToday: z.int(),
    /** Twelve spans of five minutes up to now, the oldest first. */
    flow: z.array(z.object({ from: z.string(), entries: z.int(), exits: z.int() })),
    lastScans: z.array(
      z.object({
        id: z.string(),
        scannedAt: z.string(),
        gate: z.string(),
        device: z.string(),
        direction: z.enum(DIRECTIONS),
        verdict: z.enum(VERDICTS),
        holderName: z.union([z.string(), z.null()]),
        wasOffline: z.boolean(),
      }),
    ),
    devices: z.array(DeviceView),
  })
  .meta({ id: 'HallView' })
export type HallView = z.infer<typeof HallView>
