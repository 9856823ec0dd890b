import { yearOf } from '@hoicho/shared/platform/dates.ts'
import type { CostItem } from '@hoicho/shared/selection/cost-items.ts'
import type { Fund } from '@hoicho/shared/selection/gate-vocabulary.ts'
import type { Support, SupportEvent } from '@hoicho/shared/selection/support-ledger.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** What is written down by hand about state money an establishment got, the newest first. */
export async function supportRecords(db: Db | Tx, establishmentId: string) {
  return await db
    .selectFrom('supportRecord')
    .leftJoin('person', 'person.id', 'supportRecord.recordedBy')
    .select(['supportRecord.id', 'organizerId', 'source', 'eventName', 'year', 'country', 'city', 'opensOn'])
    .select(['closesOn', 'costItem', 'fund', 'amountMinor', 'currency', 'note', 'recordedAt'])
    .select('person.name as recordedByName')
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('supportRecord.id', 'desc')
    .execute()
}

type ContractSupport = {
  contractId: string
  fairId: string
  organizerId: string
  number: string
  nameVi: string
  country: string
  city: string
  opensOn: string
  closesOn: string
  currency: string
  fund: Fund | null
  costItem: CostItem
  amountMinor: number
}

/** Supported lines of the establishment's living contracts, but those of one application, one row a cost item. */
export async function contractSupports(
  db: Db | Tx,
  establishmentId: string,
  exceptApplicationId: string,
): Promise<ContractSupport[]> {
  const { rows } = await sql<ContractSupport>`
    select c.id as contract_id, f.id as fair_id, f.organizer_id, c.number, f.name_vi, f.country, f.city,
      f.opens_on::text as opens_on, f.closes_on::text as closes_on, c.currency,
      case when s.fair_id is null then 'national-promotion' else s.fund end as fund,
      line->>'costItem' as cost_item, sum((line->>'supportMinor')::bigint)::bigint as amount_minor
    from contract c
    join fair f on f.id = c.fair_id
    left join fair_gate_settings s on s.fair_id = f.id
    cross join lateral jsonb_array_elements(c.lines) line
    where c.establishment_id = ${establishmentId} and c.application_id <> ${exceptApplicationId}
      and c.state <> 'cancelled' and (line->>'supportMinor')::bigint > 0
    group by c.id, c.number, c.currency, f.id, s.fair_id, s.fund, line->>'costItem'
    order by f.opens_on desc, c.id, cost_item`.execute(db)
  return rows
}

/** The whole ledger of an establishment as the gate compares it; fairs of other organizers are marked as not one's own. */
export async function ledgerOf(
  db: Db | Tx,
  establishmentId: string,
  applicationId: string,
  organizerId: string,
): Promise<Support[]> {
  const contracts = await contractSupports(db, establishmentId, applicationId)
  const records = await supportRecords(db, establishmentId)
  return [
    ...contracts.map(row => ({
      event: eventOf({ ...row, name: row.nameVi }),
      source: 'contract' as const,
      isOwn: row.organizerId === organizerId,
      costItem: row.costItem,
      fund: row.fund,
    })),
    ...records.map(row => ({
      event: { ...row, name: row.eventName },
      source: row.source,
      // What the establishment told of itself is no organizer's secret.
      isOwn: row.organizerId === null || row.organizerId === organizerId,
      costItem: row.costItem,
      fund: row.fund,
    })),
  ]
}

/** Other fairs abroad with state money, of the year of a day, that the establishment was selected for, whoever holds them. */
export async function fairsAbroadOf(
  db: Db | Tx,
  establishmentId: string,
  fairId: string,
  on: string,
): Promise<SupportEvent[]> {
  const year = yearOf(on)
  const rows = await db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .leftJoin('fairGateSettings as settings', 'settings.fairId', 'fair.id')
    .select(['fair.nameVi as name', 'fair.country', 'fair.city', 'fair.opensOn', 'fair.closesOn'])
    .where('application.establishmentId', '=', establishmentId)
    .where('application.state', '=', 'selected')
    .where('fair.id', '<>', fairId)
    .where('fair.kind', '=', 'abroad')
    .where('fair.opensOn', '>=', `${year}-01-01`)
    .where('fair.opensOn', '<=', `${year}-12-31`)
    .where(row => row.or([row('settings.fairId', 'is', null), row('settings.fund', 'is not', null)]))
    .orderBy('fair.id')
    .execute()
  return rows.map(eventOf)
}

export const eventOf = (fair: {
  name: string
  country: string
  city: string
  opensOn: string
  closesOn: string
}): SupportEvent => ({
  name: fair.name,
  country: fair.country,
  city: fair.city || null,
  opensOn: fair.opensOn,
  closesOn: fair.closesOn,
  year: yearOf(fair.opensOn),
})
