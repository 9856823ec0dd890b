import { readFile } from 'node:fs/promises'
import { REFERENCE_FILES } from '@hoicho/shared/platform/reference.ts'
import type { Kysely } from 'kysely'
import type { Database } from '../../src/schema.ts'

/** The rows of the files beside this one. @throws ZodError when a file does not fit its shape */
export async function readReference() {
  const [provinces, vsic, banks, sectors, datedRules] = await Promise.all(
    ['provinces', 'vsic', 'banks', 'sectors', 'dated-rules'].map(readJson),
  )
  return {
    provinces: REFERENCE_FILES.provinces.parse(provinces).rows,
    vsic: REFERENCE_FILES.vsic.parse(vsic).rows,
    banks: REFERENCE_FILES.banks.parse(banks).rows,
    sectors: REFERENCE_FILES.sectors.parse(sectors).rows,
    datedRules: REFERENCE_FILES.datedRules.parse(datedRules).rows,
  }
}

/**
 * Brings the reference tables to the state of the files: new rows are added and known ones rewritten, so a
 * correction arrives with a new version. Rows of other keys stay: an organizer's own rules get their own ids.
 * Safe to run again, and by several processes at once. One statement a table, in one transaction.
 */
export async function loadReference(db: Kysely<Database>): Promise<void> {
  const rows = await readReference()
  await db.transaction().execute(async tx => {
    await saveProvinces(tx, rows.provinces)
    await saveVsic(tx, rows.vsic)
    await saveBanks(tx, rows.banks)
    await saveSectors(tx, rows.sectors)
    await saveDatedRules(tx, rows.datedRules)
  })
}

type Reference = Awaited<ReturnType<typeof readReference>>

async function saveProvinces(db: Kysely<Database>, rows: Reference['provinces']): Promise<void> {
  await db
    .insertInto('province')
    .values(rows)
    .onConflict(conflict =>
      conflict.columns(['scheme', 'code']).doUpdateSet(({ ref }) => ({
        nameVi: ref('excluded.nameVi'),
        nameEn: ref('excluded.nameEn'),
        slug: ref('excluded.slug'),
        kind: ref('excluded.kind'),
        region: ref('excluded.region'),
        mergedIntoCode: ref('excluded.mergedIntoCode'),
        position: ref('excluded.position'),
      })),
    )
    .execute()
}

async function saveVsic(db: Kysely<Database>, rows: Reference['vsic']): Promise<void> {
  await db
    .insertInto('vsic')
    .values(rows)
    .onConflict(conflict =>
      conflict
        .columns(['version', 'code'])
        .doUpdateSet(({ ref }) => ({ level: ref('excluded.level'), nameVi: ref('excluded.nameVi') })),
    )
    .execute()
}

async function saveBanks(db: Kysely<Database>, rows: Reference['banks']): Promise<void> {
  await db
    .insertInto('bank')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('bin').doUpdateSet(({ ref }) => ({
        code: ref('excluded.code'),
        shortName: ref('excluded.shortName'),
        nameVi: ref('excluded.nameVi'),
      })),
    )
    .execute()
}

async function saveSectors(db: Kysely<Database>, rows: Reference['sectors']): Promise<void> {
  await db
    .insertInto('sector')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('code').doUpdateSet(({ ref }) => ({
        nameVi: ref('excluded.nameVi'),
        nameEn: ref('excluded.nameEn'),
        nameDe: ref('excluded.nameDe'),
        vsicPrefixes: ref('excluded.vsicPrefixes'),
        position: ref('excluded.position'),
      })),
    )
    .execute()
}

async function saveDatedRules(db: Kysely<Database>, rows: Reference['datedRules']): Promise<void> {
  await db
    .insertInto('datedRule')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        key: ref('excluded.key'),
        value: ref('excluded.value'),
        validFrom: ref('excluded.validFrom'),
        validTo: ref('excluded.validTo'),
        legalBasis: ref('excluded.legalBasis'),
        source: ref('excluded.source'),
        confidence: ref('excluded.confidence'),
      })),
    )
    .execute()
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`${name}.json`, import.meta.url), 'utf8'))
}
