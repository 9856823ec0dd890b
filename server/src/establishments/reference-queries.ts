import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

export const provinces = (db: Db) =>
  db
    .selectFrom('province')
    .select(['scheme', 'code', 'nameVi', 'nameEn', 'kind', 'mergedIntoCode'])
    .orderBy('scheme')
    .orderBy('position')
    .execute()

export const sectors = (db: Db) =>
  db.selectFrom('sector').select(['code', 'nameVi', 'nameEn', 'nameDe']).orderBy('position').execute()

export const industries = (db: Db) =>
  db
    .selectFrom('vsic')
    .select(['version', 'code', 'level', 'nameVi'])
    .orderBy('version')
    .orderBy('code')
    .execute()

export const banks = (db: Db) =>
  db.selectFrom('bank').select(['bin', 'code', 'shortName', 'nameVi']).orderBy('shortName').execute()

export const hasProvince = async (tx: Tx, scheme: string, code: string) =>
  exists(
    await tx
      .selectFrom('province')
      .select('code')
      .where('scheme', '=', sql<'gso-34'>`${scheme}`)
      .where('code', '=', code)
      .executeTakeFirst(),
  )

export const hasIndustry = async (tx: Tx, version: string, code: string) =>
  exists(
    await tx
      .selectFrom('vsic')
      .select('code')
      .where('version', '=', version)
      .where('code', '=', code)
      .executeTakeFirst(),
  )

export const hasSector = async (tx: Tx, code: string) =>
  exists(await tx.selectFrom('sector').select('code').where('code', '=', code).executeTakeFirst())

/** Those of the codes that are sectors. */
export async function sectorsAmong(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('sector')
    .select('code')
    .where('code', '=', sql<string>`any(${codes})`)
    .execute()
  return rows.map(row => row.code)
}

export const hasBank = async (tx: Tx, bin: string) =>
  exists(await tx.selectFrom('bank').select('bin').where('bin', '=', bin).executeTakeFirst())

const exists = (row: unknown) => row !== undefined
