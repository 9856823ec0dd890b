import { z } from 'zod'
import { ExtraCost } from '../contracts/schema.ts'

import { DealTotalView } from '../deals/schema.ts'
import { FairState } from '../fairs/schema.ts'
import { isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'
import { currency } from '../platform/money.ts'
import { CHANNELS, ROAD, STAGES, TIMED_STEPS } from './funnel.ts'
import { WAITING_CODES } from './waiting.ts'

/** Provinces as they were when the fair was held (63), or as they are since 1 July 2025 (34). */
export const ProvinceScheme = z.enum(['gso-63', 'gso-34'])
export type ProvinceScheme = z.infer<typeof ProvinceScheme>

const stageCounts = z.object({
  invited: z.int(),
  visited: z.int(),
  started: z.int(),
  submitted: z.int(),
  complete: z.int(),
  selected: z.int(),
  booth: z.int(),
  contract: z.int(),
  badges: z.int(),
  attended: z.int(),
  deals: z.int(),
})

const funnelRow = z.object({ key: z.string(), nameVi: z.string(), nameEn: z.string(), counts: stageCounts })
export type FunnelRow = z.infer<typeof funnelRow>

const reportFair = z.object({
  id: id(),
  nameVi: z.string(),
  nameEn: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  timeZone: z.string(),
  city: z.string(),
  venueName: z.string(),
  quota: z.int(),
  state: FairState,
})

export const FUNDING_SOURCES = ['national', 'local', 'trade', 'own'] as const

/** Results of a fair. Every figure is of the instant `asOf`. Establishments are counted, unless a name says otherwise. */
export const FairReport = z
  .object({
    fair: reportFair,
    asOf: z.string(),
    scheme: ProvinceScheme,
    total: stageCounts,
    byProvince: z.array(funnelRow),
    bySector: z.array(funnelRow),
    byChannel: z.array(z.object({ key: z.enum(CHANNELS), counts: stageCounts })),
    deals: z.array(DealTotalView),
    booths: z.array(
      z.object({
        fundingSource: z.enum(FUNDING_SOURCES),
        booths: z.int(),
        areaCm2: z.int(),
        assignedBooths: z.int(),
        assignedAreaCm2: z.int(),
      }),
    ),
    /** Contracts signed by both, apart from those still under way. */
    support: z.array(
      z.object({
        costItem: ExtraCost.shape.costItem,
        currency: currency(),
        isSigned: z.boolean(),
        contracts: z.int(),
        amountMinor: z.int(),
        supportMinor: z.int(),
        ownMinor: z.int(),
      }),
    ),
    /** Visits (lượt) are entries, never people. Exhibitors, crew and organizers are no visitors and stand apart. */
    visits: z.array(
      z.object({ day: z.string(), visitors: z.int(), buyers: z.int(), guests: z.int(), staff: z.int() }),
    ),
    lastScanAt: z.string().nullable(),
    visitorsRegistered: z.int(),
  })
  .meta({ id: 'FairReport' })
export type FairReport = z.infer<typeof FairReport>

/** Which rows stand behind a figure of the funnel. */
export const FunnelFilter = z.object({
  stage: z.enum(STAGES).optional(),
  scheme: ProvinceScheme.optional(),
  /** `gso-63:01`, as `key` of the report says. */
  province: z.string().max(20).optional(),
  /** A sector's code, or `none`. */
  sector: z.string().max(40).optional(),
  channel: z.enum(CHANNELS).optional(),
  /** A step of recruitment: those who got there or farther. */
  reached: z.enum(ROAD).optional(),
  /** With `reached` a step whose day is known: got there on or after, and on or before, this day at the fair. */
  from: isoDate().optional(),
  to: isoDate().optional(),
})
export type FunnelFilter = z.infer<typeof FunnelFilter>

const roadCounts = z.object({
  invited: z.int(),
  visited: z.int(),
  started: z.int(),
  submitted: z.int(),
  complete: z.int(),
  selected: z.int(),
  contract: z.int(),
})

const roadRow = z.object({ key: z.string(), nameVi: z.string(), nameEn: z.string(), counts: roadCounts })
export type RoadRow = z.infer<typeof roadRow>

/** The road of recruitment: each step a part of the one before, each cut adding up to `total`. Establishments are counted. */
export const RecruitmentFunnel = z
  .object({
    fair: reportFair,
    asOf: z.string(),
    scheme: ProvinceScheme,
    total: roadCounts,
    byProvince: z.array(roadRow),
    bySector: z.array(roadRow),
    byChannel: z.array(z.object({ key: z.enum(CHANNELS), counts: roadCounts })),
    /** On the fair's own days. */
    moments: z.array(z.object({ step: z.enum(TIMED_STEPS), day: z.string(), count: z.int() })),
  })
  .meta({ id: 'RecruitmentFunnel' })
export type RecruitmentFunnel = z.infer<typeof RecruitmentFunnel>

export const DossierRow = z
  .object({
    establishmentId: id(),
    establishmentName: z.string(),
    provinceNameVi: z.string().nullable(),
    sectorCode: z.string().nullable(),
    channel: z.enum(CHANNELS),
    applicationId: id().nullable(),
    applicationNumber: z.string().nullable(),
    state: z.string().nullable(),
    /** The farthest stage it has got to. */
    stage: z.enum(STAGES),
    dealCount: z.int(),
  })
  .meta({ id: 'DossierRow' })
export type DossierRow = z.infer<typeof DossierRow>

const waiting = z.array(z.object({ code: z.enum(WAITING_CODES), count: z.int() }))

const deadline = z.object({
  code: z.enum([
    'filing-latest',
    'change-latest',
    'registration-closes',
    'fair-opens',
    'fair-closes',
    'report-due',
  ]),
  on: z.string(),
  daysLeft: z.int(),
  legalBasis: z.string().nullable(),
})

const phase = z.enum(['setup', 'announced', 'call', 'selection', 'running', 'results', 'over', 'cancelled'])

const progress = z.object({
  submitted: z.int(),
  selected: z.int(),
  booth: z.int(),
  contract: z.int(),
  deals: z.int(),
})

const standing = z.object({
  fair: reportFair.extend({ slug: z.string(), kind: z.enum(['home', 'abroad']), country: z.string() }),
  phase,
  today: z.string(),
  waiting,
  progress,
  nextDeadline: deadline.nullable(),
})

/** Where each fair of an organizer stands, and what waits for the person who asks. */
export const DeskView = z.object({ items: z.array(standing) }).meta({ id: 'Desk' })
export type DeskView = z.infer<typeof DeskView>
export type Standing = DeskView['items'][number]

export const Activity = z.object({
  id: id(),
  at: z.string(),
  action: z.string(),
  actorName: z.string().nullable(),
  actorKind: z.enum(['person', 'device', 'system', 'public']),
  establishmentName: z.string().nullable(),
})
export type Activity = z.infer<typeof Activity>

/** One fair at a glance. `activity` is empty for those who may not read it. */
export const OverviewView = z
  .object({ ...standing.shape, deadlines: z.array(deadline), activity: z.array(Activity) })
  .meta({ id: 'FairOverview' })
export type OverviewView = z.infer<typeof OverviewView>

const homeFair = z.object({
  id: id(),
  slug: z.string(),
  kind: z.enum(['home', 'abroad']),
  nameVi: z.string(),
  nameEn: z.string(),
  nameDe: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  city: z.string(),
  country: z.string(),
  timeZone: z.string(),
  registrationClosesAt: z.string(),
})

const nextStepView = z.object({
  code: z.enum([
    'fill-in',
    'hand-in',
    'draft-too-late',
    'correct',
    'wait-check',
    'wait-selection',
    'on-waiting-list',
    'not-selected',
    'withdrawn',
    'place-declined',
    'place-lapsed',
    'fair-cancelled',
    'confirm-place',
    'wait-booth',
    'wait-contract',
    'sign-contract',
    'wait-countersign',
    'pay',
    'order-badges',
    'ready',
    'log-deals',
    'correct-deals',
    'log-last-deals',
    'done',
  ]),
  turn: z.enum(['act', 'wait', 'done']),
  page: z.enum(['application', 'contract', 'badges', 'deals']),
  dueOn: z.string().nullable(),
  count: z.int(),
})

/** What an establishment must do next, by when; and which fairs it may still apply to. */
export const HomeView = z
  .object({
    applications: z.array(
      z.object({
        id: id(),
        number: z.string().nullable(),
        state: z.string(),
        fair: homeFair,
        today: z.string(),
        boothNumbers: z.array(z.string()),
        balanceMinor: z.int(),
        currency: currency(),
        contractId: id().nullable(),
        step: nextStepView,
      }),
    ),
    openFairs: z.array(homeFair),
  })
  .meta({ id: 'EstablishmentHome' })
export type HomeView = z.infer<typeof HomeView>
