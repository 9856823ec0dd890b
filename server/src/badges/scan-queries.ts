import type { ScanEvent } from '@hoicho/shared/badges/fold-scans.ts'
import type { Verdict } from '@hoicho/shared/badges/vocabulary.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** A stored scan with its holder, whatever fair it is of. */
export async function scanById(db: Db | Tx, scanId: string) {
  return await db
    .selectFrom('scan')
    .leftJoin('badge', 'badge.id', 'scan.badgeId')
    .selectAll('scan')
    .select(['badge.holderName', 'badge.company', 'badge.kind', 'badge.code'])
    .where('scan.id', '=', scanId)
    .executeTakeFirst()
}

/** One badge's scans of a span of time. */
export async function scansOfBadge(tx: Tx, badgeId: string, from: string): Promise<ScanEvent[]> {
  const rows = await tx
    .selectFrom('scan')
    .select(['id', 'direction', 'verdict', 'scannedAt'])
    .where('badgeId', '=', badgeId)
    .where('scannedAt', '>=', from)
    .execute()
  return rows.map(row => ({ ...row, verdict: row.verdict as Verdict }))
}

/** All movements of a fair since a moment: what presence folds from. */
export async function movementsSince(db: Db, fairId: string, from: string) {
  const rows = await db
    .selectFrom('scan')
    .innerJoin('badge', 'badge.id', 'scan.badgeId')
    .select(['scan.id', 'scan.direction', 'scan.verdict', 'scan.scannedAt', 'badge.serial', 'badge.kind'])
    .where('scan.fairId', '=', fairId)
    .where('scan.scannedAt', '>=', from)
    .where('scan.verdict', '=', 'admitted')
    .execute()
  return rows.map(row => ({ ...row, verdict: row.verdict as Verdict }))
}

export async function refusedSince(db: Db, fairId: string, from: string): Promise<number> {
  const row = await db
    .selectFrom('scan')
    .select(count => count.fn.countAll<string>().as('count'))
    .where('fairId', '=', fairId)
    .where('scannedAt', '>=', from)
    .where('verdict', '<>', 'admitted')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Entries and exits by span of five minutes since a moment. */
export async function flowSince(db: Db, fairId: string, from: string) {
  return await db
    .selectFrom('scan')
    .select(({ fn }) => [
      sql<string>`date_bin('5 minutes', scanned_at, ${from}::timestamptz)`.as('from'),
      'direction',
      fn.countAll<string>().as('count'),
    ])
    .where('fairId', '=', fairId)
    .where('scannedAt', '>=', from)
    .where('verdict', '=', 'admitted')
    .groupBy([sql`1`, 'direction'])
    .execute()
}

export async function lastScans(db: Db, fairId: string, limit: number) {
  const rows = await db
    .selectFrom('scan')
    .innerJoin('gate', 'gate.id', 'scan.gateId')
    .innerJoin('gateDevice', 'gateDevice.id', 'scan.deviceId')
    .leftJoin('badge', 'badge.id', 'scan.badgeId')
    .select([
      'scan.id',
      'scan.scannedAt',
      'gate.name as gate',
      'gateDevice.name as device',
      'scan.direction',
      'scan.verdict',
      'badge.holderName',
      'scan.wasOffline',
    ])
    .where('scan.fairId', '=', fairId)
    .orderBy('scan.scannedAt', 'desc')
    .orderBy('scan.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, verdict: row.verdict as Verdict }))
}

/** Serials a true code alone does not tell apart from good ones. */
export async function barredSerials(db: Db, fairId: string) {
  return await db
    .selectFrom('badge')
    .leftJoin('application', 'application.id', 'badge.applicationId')
    .select(['badge.serial', 'badge.state', 'application.state as applicationState'])
    .where('badge.fairId', '=', fairId)
    .where(row =>
      row.or([
        row('badge.state', '<>', 'active'),
        row.and([row('badge.applicationId', 'is not', null), row('application.state', '<>', 'selected')]),
      ]),
    )
    .execute()
}
