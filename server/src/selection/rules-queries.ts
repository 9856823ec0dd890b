import { groupKey, type Quota } from '@hoicho/shared/selection/quotas.ts'
import { type TieBreak, usualTieBreak } from '@hoicho/shared/selection/rank.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { criteriaOf } from './queries.ts'

/** The rules a fair's places are given out by; before anyone set them, the usual ones as version 0. */
export async function rulesOf(db: Db | Tx, fairId: string) {
  const row = await db
    .selectFrom('selectionRules')
    .select(['isNormalised', 'tieBreak', 'version'])
    .where('fairId', '=', fairId)
    .executeTakeFirst()
  // The column is only ever written from the RulesInput schema.
  const own = (row?.tieBreak ?? null) as TieBreak[] | null
  return {
    isNormalised: row?.isNormalised ?? false,
    isUsual: own === null,
    tieBreak: own ?? usualTieBreak(await criteriaOf(db, fairId)),
    version: row?.version ?? 0,
    quotas: await quotasOf(db, fairId),
  }
}

async function quotasOf(db: Db | Tx, fairId: string): Promise<Quota[]> {
  return await db
    .selectFrom('selectionQuota')
    .select(['kind as by', 'value', 'floor', 'ceiling'])
    .where('fairId', '=', fairId)
    .orderBy('position')
    .execute()
}

/**
 * The groups each candidate counts in. The province is where production is, else the registered one; a province of the old
 * list counts in the one it became as well. A newcomer was never selected for a fair of this organizer that opened earlier.
 */
export async function groupsOf(
  db: Db | Tx,
  fair: { id: string; organizerId: string; opensOn: string },
  candidates: readonly { id: string; establishmentId: string }[],
): Promise<Map<string, string[]>> {
  const ids = candidates.map(candidate => candidate.establishmentId)
  const places = new Map((await placesOf(db, ids)).map(row => [row.id, row]))
  const known = await selectedBefore(db, fair, ids)
  return new Map(
    candidates.map(({ id, establishmentId }) => {
      const place = places.get(establishmentId)
      const groups = [
        place && groupKey('province', `${place.scheme}:${place.code}`),
        place?.mergedIntoCode && groupKey('province', `gso-34:${place.mergedIntoCode}`),
        place?.region && groupKey('region', place.region),
        place?.sectorCode && groupKey('sector', place.sectorCode),
        !known.has(establishmentId) && groupKey('newcomer', ''),
      ]
      return [id, [...new Set(groups.flatMap(group => (group ? [group] : [])))].sort()]
    }),
  )
}

async function placesOf(db: Db | Tx, establishmentIds: readonly string[]) {
  return await db
    .selectFrom('establishment')
    .innerJoin('province', join =>
      join.on(
        sql<boolean>`(province.scheme, province.code) = (coalesce(establishment.production_province_scheme, establishment.province_scheme), coalesce(establishment.production_province_code, establishment.province_code))`,
      ),
    )
    .select(['establishment.id', 'establishment.sectorCode', 'province.scheme', 'province.code'])
    .select(['province.region', 'province.mergedIntoCode'])
    .where('establishment.id', '=', sql<string>`any(${establishmentIds})`)
    .execute()
}

async function selectedBefore(
  db: Db | Tx,
  fair: { organizerId: string; opensOn: string },
  establishmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select('application.establishmentId')
    .distinct()
    .where('fair.organizerId', '=', fair.organizerId)
    .where('fair.opensOn', '<', fair.opensOn)
    .where('application.state', '=', 'selected')
    .where('application.establishmentId', '=', sql<string>`any(${establishmentIds})`)
    .execute()
  return new Set(rows.map(row => row.establishmentId))
}

/** Which of these groups exist: provinces as `scheme:code`, sectors by code. */
export async function knownGroups(db: Db | Tx): Promise<ReadonlySet<string>> {
  const provinces = await db.selectFrom('province').select(['scheme', 'code', 'region']).execute()
  const sectors = await db.selectFrom('sector').select('code').execute()
  return new Set([
    ...provinces.map(({ scheme, code }) => groupKey('province', `${scheme}:${code}`)),
    ...provinces.flatMap(({ region }) => (region ? [groupKey('region', region)] : [])),
    ...sectors.map(({ code }) => groupKey('sector', code)),
    groupKey('newcomer', ''),
  ])
}
