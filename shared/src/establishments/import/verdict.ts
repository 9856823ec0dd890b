import { establishmentNameKey } from '../legal-form.ts'
import type { TransferField } from './fields.ts'
import type { ImportedValues, ReadRow, Remark } from './read-row.ts'
import type { ImportAction, ImportVerdict } from './verdict-words.ts'

/** A record of the directory as far as a match needs it. */
export type Known = ImportedValues & { id: string; name: string; isClaimed: boolean }

/** How a row was found to be one that is there already. */
export type MatchKind = 'id' | 'tax-code' | 'name'
export type Match = { known: Known; by: MatchKind }

/** What a file is matched against: the records that share a number, a tax code or a name with one of its rows. */
export type KnownIndex = {
  byId: ReadonlyMap<string, Known>
  byTaxCode: ReadonlyMap<string, Known>
  /** By {@link establishmentNameKey}. */
  byName: ReadonlyMap<string, readonly Known[]>
}

/** The record a row means: by its own number, else by tax code, else by name where no tax code speaks against it. */
export function matchOf(row: ReadRow, index: KnownIndex): Match | null {
  const byId = row.id === null ? undefined : index.byId.get(row.id)
  if (byId) return { known: byId, by: 'id' }
  const { taxCode, name } = row.values
  const byTaxCode = taxCode ? index.byTaxCode.get(taxCode) : undefined
  if (byTaxCode) return { known: byTaxCode, by: 'tax-code' }
  const named = name ? (index.byName.get(establishmentNameKey(name)) ?? []) : []
  const byName = named.find(known => !taxCode || !known.taxCode)
  return byName ? { known: byName, by: 'name' } : null
}

/**
 * For each row the earlier row of the same file that means the same establishment, by number, tax code or name. Two rows
 * of one name with different tax codes are two establishments.
 */
export function findDuplicates(rows: readonly ReadRow[]): (number | null)[] {
  const exact = new Map<string, number>()
  const named = new Map<string, number[]>()
  const taxCodeOf = (index: number) => rows[index]?.values.taxCode ?? null
  return rows.map((row, index) => {
    const { taxCode = null, name } = row.values
    const keys = [...(row.id ? [`id:${row.id}`] : []), ...(taxCode ? [`tax:${taxCode}`] : [])]
    const nameKey = name ? establishmentNameKey(name) : ''
    const sameName = nameKey === '' ? [] : (named.get(nameKey) ?? [])
    const twin =
      keys.map(key => exact.get(key)).find(other => other !== undefined) ??
      sameName.find(other => !taxCode || !taxCodeOf(other) || taxCodeOf(other) === taxCode)
    for (const key of keys) if (!exact.has(key)) exact.set(key, index)
    if (twin !== undefined) return twin
    if (sameName.length === 0) named.set(nameKey, sameName)
    sameName.push(index)
    return null
  })
}

export type RowVerdict = {
  verdict: ImportVerdict
  /** What may be done with the row, the usual first. */
  actions: readonly [ImportAction, ...ImportAction[]]
  /** Fields of the record that the row would change. */
  changes: string[]
  faults: Remark[]
}

/**
 * What becomes of a row. Only a record that nobody has an account for may be changed. A match by name, or a twin in the
 * file, is for a person to decide: nothing is done unless they say so. A new record needs a name and a province.
 */
export function verdictOf(row: ReadRow, match: Match | null, hasTwin: boolean): RowVerdict {
  if (row.faults.length > 0) return refused(row.faults)
  const changes = match ? changesOf(row.values, match.known) : []
  const lacking = lackingFor(row)
  const canCreate = lacking.length === 0 && !match?.known.taxCode?.startsWith(row.values.taxCode ?? '-')
  if (hasTwin) {
    const mayCreate = canCreate && match === null && !row.values.taxCode && row.id === null
    return duplicate(mayCreate ? ['skip', 'create'] : ['skip'], changes)
  }
  if (!match) return lacking.length > 0 ? refused(lacking) : { ...NEW, changes: [] }
  if (changes.length === 0) return { verdict: 'unchanged', actions: ['skip'], changes, faults: [] }
  if (match.by === 'name') {
    const update = match.known.isClaimed ? [] : (['update'] as const)
    return duplicate(['skip', ...update, ...(canCreate ? (['create'] as const) : [])], changes)
  }
  if (match.known.isClaimed) return duplicate(['skip'], changes)
  return { verdict: 'update', actions: ['update', 'skip'], changes, faults: [] }
}

const NEW = {
  verdict: 'new',
  actions: ['create', 'skip'],
  faults: [],
} as const satisfies Partial<RowVerdict> & {
  faults: Remark[]
}

const refused = (faults: Remark[]): RowVerdict => ({
  verdict: 'fault',
  actions: ['skip'],
  changes: [],
  faults,
})

const duplicate = (actions: RowVerdict['actions'], changes: string[]): RowVerdict => ({
  verdict: 'duplicate',
  actions,
  changes,
  faults: [],
})

function lackingFor({ values, assumed }: ReadRow): Remark[] {
  const lacks = (field: TransferField): Remark => ({ field, code: 'required' })
  return [
    ...(values.name ? [] : [lacks('name')]),
    ...((values.provinceCode ?? assumed.provinceCode) ? [] : [lacks('province')]),
  ]
}

/** Fields whose value in the file is another than the record's. */
function changesOf(values: ImportedValues, known: Known): string[] {
  const theirs = new Map<string, unknown>(Object.entries(known))
  return Object.entries(values)
    .filter(([field, value]) => (theirs.get(field) ?? null) !== value)
    .map(([field]) => field)
}
