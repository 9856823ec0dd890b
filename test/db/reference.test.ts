import { loadReference, readReference } from '@hoicho/db/seed/reference/load.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

const byBin = (a: { bin: string }, b: { bin: string }) => (a.bin < b.bin ? -1 : 1)

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

it('loads the reference tables as the files say, again and by two at once without a change', async () => {
  const { db } = database
  await loadReference(db)
  await Promise.all([loadReference(db), loadReference(db)])
  const files = await readReference()
  expect((await db.selectFrom('datedRule').selectAll().execute()).sort(byId)).toEqual(
    files.datedRules.sort(byId),
  )
  expect((await db.selectFrom('bank').selectAll().execute()).sort(byBin)).toEqual(files.banks.sort(byBin))
  expect(await db.selectFrom('sector').selectAll().orderBy('position').execute()).toEqual(files.sectors)
  const provinces = await db
    .selectFrom('province')
    .selectAll()
    .orderBy('scheme')
    .orderBy('position')
    .execute()
  expect(provinces).toEqual(files.provinces)
  const vsic = await db.selectFrom('vsic').selectAll().execute()
  expect(vsic).toHaveLength(files.vsic.length)
  expect(vsic).toEqual(expect.arrayContaining(files.vsic))
})

it('brings a changed row back and leaves rows of others alone', async () => {
  const { db } = database
  await loadReference(db)
  const own = {
    id: 'own.rule@2026-01-01',
    key: 'own.rule',
    value: { days: 3 },
    validFrom: '2026-01-01',
    validTo: null,
    legalBasis: 'a decision of the centre',
    source: 'entered by hand',
    confidence: 'S',
  } as const
  await db.insertInto('datedRule').values(own).execute()
  await db.updateTable('sector').set({ nameVi: 'Khác' }).where('code', '=', 'textile').execute()
  await loadReference(db)
  const rule = await db.selectFrom('datedRule').selectAll().where('id', '=', own.id).executeTakeFirst()
  expect(rule).toEqual(own)
  const sector = await db
    .selectFrom('sector')
    .select('nameVi')
    .where('code', '=', 'textile')
    .executeTakeFirst()
  expect(sector).toEqual({ nameVi: 'Dệt may, da giày' })
})

it('folds text the way the database does', async () => {
  const letters = 'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ'
  const written = [
    ...letters,
    ...letters.toUpperCase(),
    letters.normalize('NFD'),
    'Công ty TNHH Gốm Chu Đậu',
    'Müller & Søn – Straße ŁÓDŹ œuvre',
    '“Hội chợ” ‘2026’ „Messe“ …«x»',
    ...(await readReference()).provinces.map(province => province.nameVi),
  ]
  const folded = await sql<{ word: string }>`
    select fold_text(t.word) as word from unnest(${written}::text[]) with ordinality as t (word, n) order by n
  `.execute(database.db)
  expect(folded.rows.map(row => row.word)).toEqual(written.map(foldText))
})
