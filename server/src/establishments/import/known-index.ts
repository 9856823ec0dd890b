import type { Known, KnownIndex } from '@hoicho/shared/establishments/import/verdict.ts'
import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'

type Wanted = { ids: readonly string[]; taxCodes: readonly string[]; nameKeys: ReadonlySet<string> }
export type KnownRecord = Known & { version: number }

/** The records of the directory that share a number, a tax code or a name with one of the rows. */
export async function knownIndex(
  tx: Tx,
  wanted: Wanted,
): Promise<KnownIndex & { versions: Map<string, number> }> {
  const named = await idsByName(tx, wanted.nameKeys)
  const records = await tx
    .selectFrom('establishment')
    .selectAll()
    .select(
      sql<boolean>`exists (
        select from establishment_member m where m.establishment_id = establishment.id and m.ended_at is null
      )`.as('isClaimed'),
    )
    .where('mergedInto', 'is', null)
    .where(row =>
      row.or([
        row('id', '=', sql<string>`any(${[...wanted.ids, ...named]})`),
        row('taxCode', '=', sql<string>`any(${wanted.taxCodes})`),
      ]),
    )
    .execute()
  const byName = new Map<string, Known[]>()
  // A row of the table is a record with more columns than are compared.
  const known = records as unknown as KnownRecord[]
  for (const one of known) {
    const key = establishmentNameKey(one.name)
    byName.set(key, [...(byName.get(key) ?? []), one])
  }
  return {
    byId: new Map(known.map(one => [one.id, one])),
    byTaxCode: new Map(known.flatMap(one => (one.taxCode ? [[one.taxCode, one] as const] : []))),
    byName,
    versions: new Map(known.map(one => [one.id, one.version])),
  }
}

/** Records by the key their name is kept under. */
async function idsByName(tx: Tx, nameKeys: ReadonlySet<string>): Promise<string[]> {
  if (nameKeys.size === 0) return []
  const rows = await tx
    .selectFrom('establishment')
    .select('id')
    .where('nameKey', '=', sql<string>`any(${[...nameKeys]})`)
    .where('mergedInto', 'is', null)
    .execute()
  return rows.map(row => row.id)
}
