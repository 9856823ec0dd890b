import type { ExtraCost } from '@hoicho/shared/contracts/schema.ts'
import type { DealFigure } from '@hoicho/shared/deals/totals.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import {
  type Channel,
  ROAD,
  type RoadGroup,
  type RoadMoment,
  STAGES,
  type Stage,
  type StageCounts,
  TIMED_STEPS,
} from '@hoicho/shared/reports/funnel.ts'
import type { FUNDING_SOURCES, FunnelFilter, ProvinceScheme } from '@hoicho/shared/reports/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/context.ts'
import { dossiers } from './dossier-query.ts'

export async function fairForReport(db: Db, fairId: string) {
  return await db
    .selectFrom('fair')
    .select([
      'id',
      'organizerId',
      'slug',
      'kind',
      'nameVi',
      'nameEn',
      'opensOn',
      'closesOn',
      'timeZone',
      'city',
      'country',
      'venueName',
      'quota',
      'state',
      'ruleSetOn',
      'registrationOpensAt',
      'registrationClosesAt',
    ])
    .where('id', '=', fairId)
    .executeTakeFirst()
}

type GroupRow = { provinceKey: string; sectorCode: string | null; channel: Channel } & StageCounts

/** Establishments by province, sector and channel, counted by stage: as many rows as there are different ones. */
export async function funnelGroups(db: Db, fairId: string, scheme: ProvinceScheme): Promise<GroupRow[]> {
  const counts = STAGES.map(
    stage => sql`count(*) filter (where ${sql.ref(`is_${stage}`)})::int as ${sql.ref(stage)}`,
  )
  const { rows } = await sql<GroupRow>`
    select province_key, sector_code, channel, ${sql.join(counts)}
    from (${dossiers(fairId, scheme)}) dossier
    group by province_key, sector_code, channel
    order by province_key, sector_code, channel`.execute(db)
  return rows
}

/** The farthest step of recruitment: everybody in a dossier was asked or came by the public call. */
const farthestStep = sql`case ${sql.join(
  ROAD.slice(1)
    .toReversed()
    .map(step => sql`when ${sql.ref(`is_${step}`)} then ${step}::text`),
  sql` `,
)} else 'invited' end`

const hasReached = (step: (typeof ROAD)[number]) => {
  const farther = ROAD.slice(ROAD.indexOf(step)).filter(one => one !== 'invited')
  return step === 'invited'
    ? sql`true`
    : sql`(${sql.join(
        farther.map(one => sql.ref(`is_${one}`)),
        sql` or `,
      )})`
}

/** Establishments alike in province, sector, channel and farthest step, counted. */
export async function roadGroups(db: Db, fairId: string, scheme: ProvinceScheme): Promise<RoadGroup[]> {
  const { rows } = await sql<RoadGroup>`
    select province_key, sector_code, channel, ${farthestStep} as farthest, count(*)::int as count
    from (${dossiers(fairId, scheme)}) dossier
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4`.execute(db)
  return rows
}

/** How many got to each step whose day is known, by day in a time zone. */
export async function roadMoments(db: Db, fairId: string, scheme: ProvinceScheme, timeZone: string) {
  const steps = TIMED_STEPS.map(
    step => sql`(${step}::text, ${sql.ref(`${step}_step_at`)}, ${hasReached(step)})`,
  )
  const { rows } = await sql<RoadMoment>`
    select moment.step, (moment.at at time zone ${timeZone})::date as day, count(*)::int as count
    from (${dossiers(fairId, scheme)}) dossier
    cross join lateral (values ${sql.join(steps)}) as moment (step, at, is_reached)
    where moment.is_reached
    group by 1, 2
    order by 2, 1`.execute(db)
  return rows
}

/** Nothing for a step without a day of its own. */
function stepWithin({ reached, from, to }: FunnelFilter, timeZone: string) {
  if (!from && !to) return []
  const step = TIMED_STEPS.find(one => one === reached)
  if (!step) return [sql`false`]
  const day = sql`(${sql.ref(`${step}_step_at`)} at time zone ${timeZone})::date`
  return [sql`${day} >= ${from ?? '-infinity'}::date`, sql`${day} <= ${to ?? 'infinity'}::date`]
}

type DossierQueryRow = {
  establishmentId: string
  establishmentName: string
  provinceNameVi: string | null
  sectorCode: string | null
  channel: Channel
  applicationId: string | null
  applicationNumber: string | null
  state: string | null
  dealCount: number
  stage: Stage
}

/** The establishments behind a figure of the funnel, by name. */
export async function dossierRows(
  db: Db,
  { id: fairId, timeZone }: { id: string; timeZone: string },
  filter: FunnelFilter,
  scheme: ProvinceScheme,
) {
  const wanted = [
    filter.stage && sql`${sql.ref(`is_${filter.stage}`)}`,
    filter.province && sql`province_key = ${filter.province}`,
    filter.sector && sql`coalesce(sector_code, 'none') = ${filter.sector}`,
    filter.channel && sql`channel = ${filter.channel}`,
    filter.reached && hasReached(filter.reached),
    ...stepWithin(filter, timeZone),
    sql`true`,
  ].filter(condition => typeof condition === 'object')
  const farthest = STAGES.toReversed().map(stage => sql`when ${sql.ref(`is_${stage}`)} then ${stage}`)
  const { rows } = await sql<DossierQueryRow>`
    select establishment_id, establishment_name, province.name_vi as province_name_vi, sector_code, channel,
      application_id, application_number, state, deal_count, case ${sql.join(farthest, sql` `)} end as stage
    from (${dossiers(fairId, scheme)}) dossier
    left join province on province.scheme || ':' || province.code = province_key
    where ${sql.join(wanted, sql` and `)}
    order by establishment_name, establishment_id`.execute(db)
  return rows
}

export async function provinceNames(db: Db) {
  return await db
    .selectFrom('province')
    .select(['scheme', 'code', 'nameVi', 'nameEn', 'position'])
    .orderBy('scheme')
    .orderBy('position')
    .execute()
}

export async function sectorNames(db: Db) {
  return await db.selectFrom('sector').select(['code', 'nameVi', 'nameEn']).orderBy('position').execute()
}

/** Deals alike, counted and summed by the database. */
export async function dealFigures(db: Db, fairId: string): Promise<DealFigure[]> {
  const rows = await db
    .selectFrom('deal')
    .select(['kind', 'state', 'currency'])
    .select(row => [
      row.fn.countAll<number>().as('count'),
      sql<number | null>`sum(value_minor)::bigint`.as('valueMinor'),
    ])
    .where('fairId', '=', fairId)
    .groupBy(['kind', 'state', 'currency'])
    .execute()
  // The column is only ever written from the currency schema.
  return rows.map(row => ({ ...row, count: Number(row.count), currency: row.currency as Currency | null }))
}

type BoothRow = {
  fundingSource: (typeof FUNDING_SOURCES)[number]
  booths: number
  areaCm2: number
  assignedBooths: number
  assignedAreaCm2: number
}

export async function boothsByFunding(db: Db, fairId: string): Promise<BoothRow[]> {
  const { rows } = await sql<BoothRow>`
    select funding_source, count(*)::int as booths, sum(area_cm2)::bigint as area_cm2,
      count(taken.booth_id)::int as assigned_booths,
      coalesce(sum(area_cm2) filter (where taken.booth_id is not null), 0)::bigint as assigned_area_cm2
    from booth
    left join (select booth_id from booth_assignment where fair_id = ${fairId} and state <> 'released') taken
      on taken.booth_id = booth.id
    where booth.fair_id = ${fairId} and booth.removed_at is null
    group by funding_source`.execute(db)
  return rows
}

type SupportRow = {
  costItem: ExtraCost['costItem']
  currency: Currency
  isSigned: boolean
  contracts: number
  amountMinor: number
  supportMinor: number
  ownMinor: number
}

/** The lines of all living contracts by cost item. Contracts in another currency stand apart. */
export async function supportByCostItem(db: Db, fairId: string): Promise<SupportRow[]> {
  const { rows } = await sql<SupportRow>`
    select line->>'costItem' as cost_item, currency, contract.state = 'signed' as is_signed,
      count(distinct contract.id)::int as contracts,
      sum((line->>'amountMinor')::bigint)::bigint as amount_minor,
      sum((line->>'supportMinor')::bigint)::bigint as support_minor,
      sum((line->>'ownMinor')::bigint)::bigint as own_minor
    from contract, jsonb_array_elements(contract.lines) line
    where contract.fair_id = ${fairId} and contract.state <> 'cancelled'
    group by 1, 2, 3
    order by 3 desc, 1, 2`.execute(db)
  return rows
}

type VisitRow = {
  day: string
  visitors: number
  buyers: number
  guests: number
  staff: number
  lastScanAt: string
}

/** Entries let in, by day at the fair and by what the badge was. */
export async function visitsByDay(db: Db, fairId: string, timeZone: string): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select (scanned_at at time zone ${timeZone})::date as day,
      count(*) filter (where badge.kind = 'visitor')::int as visitors,
      count(*) filter (where badge.kind = 'buyer')::int as buyers,
      count(*) filter (where badge.kind in ('guest', 'press'))::int as guests,
      count(*) filter (where badge.kind in ('exhibitor', 'organizer', 'crew'))::int as staff,
      max(scanned_at) as last_scan_at
    from scan join badge on badge.id = scan.badge_id
    where scan.fair_id = ${fairId} and direction = 'entry' and verdict = 'admitted'
    group by 1
    order by 1`.execute(db)
  return rows
}

export async function visitorsRegistered(db: Db, fairId: string): Promise<number> {
  const row = await db
    .selectFrom('visitor')
    .select(count => count.fn.countAll<number>().as('count'))
    .where('fairId', '=', fairId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** The dated rules of fairs and provinces, all of their versions. */
export async function fairRules(db: Db) {
  return await db
    .selectFrom('datedRule')
    .selectAll()
    .where(rule => rule.or([rule('key', 'like', 'fair.%'), rule('key', '=', 'territory.provinces')]))
    .execute()
}
