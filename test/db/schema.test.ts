import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateSchema } from '@hoicho/db/generate-schema.ts'
import { BADGE_STATES } from '@hoicho/shared/badges/states.ts'
import { ASSIGNMENT_STATES } from '@hoicho/shared/booths/states.ts'
import { CONTRACT_STATES } from '@hoicho/shared/contracts/states.ts'
import { DEAL_STATES } from '@hoicho/shared/deals/states.ts'
import { IMPORT_STATES } from '@hoicho/shared/establishments/import/states.ts'
import { FAIR_STATES } from '@hoicho/shared/fairs/states.ts'
import { MAIL_STATES } from '@hoicho/shared/mail/schema.ts'
import { APPLICATION_STATES, CAMPAIGN_STATES, INVITATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { COUNCIL_STATES } from '@hoicho/shared/selection/council.ts'
import { COMPLAINT_STATES, MEETING_STATES, PLACE_STATES } from '@hoicho/shared/selection/states.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

it('db/src/schema.ts is what the migrated database looks like', async () => {
  const written = readFileSync(join(import.meta.dirname, '../../db/src/schema.ts'), 'utf8')
  expect(written).toBe(await generateSchema(database.sql))
})

it.each([
  ['directory_import', Object.keys(IMPORT_STATES)],
  ['fair', Object.keys(FAIR_STATES)],
  ['application', Object.keys(APPLICATION_STATES)],
  ['fair_invitation', Object.keys(INVITATION_STATES)],
  ['campaign', Object.keys(CAMPAIGN_STATES)],
  ['booth_assignment', Object.keys(ASSIGNMENT_STATES)],
  ['contract', Object.keys(CONTRACT_STATES)],
  ['badge', Object.keys(BADGE_STATES)],
  ['deal', Object.keys(DEAL_STATES)],
  ['council', Object.keys(COUNCIL_STATES)],
  ['selection_place', Object.keys(PLACE_STATES)],
  ['selection_meeting', Object.keys(MEETING_STATES)],
  ['selection_complaint', Object.keys(COMPLAINT_STATES)],
  ['mail', [...MAIL_STATES]],
])('the database takes the states of %s the table knows, and no other', async (table, states) => {
  expect(await checkedStates(table)).toEqual(states.toSorted())
})

async function checkedStates(table: string): Promise<string[]> {
  const rows = await database.sql<{ definition: string }[]>`
    select pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    where k.contype = 'c' and k.conrelid = ${table}::regclass`
  const definition = rows.find(row => row.definition.startsWith('CHECK ((state = '))?.definition ?? ''
  return [...definition.matchAll(/'([^']+)'::text/g)].map(match => match[1] ?? '').toSorted()
}
