import { GERMAN_ESTABLISHMENTS } from '@hoicho/db/seed/demonstration/establishments.ts'
import { DEMO_PASSWORD, PLATFORM_ADMIN, STAFF } from '@hoicho/db/seed/demonstration/people.ts'
import { sql } from 'kysely'
import type { App } from '../platform/context.ts'
import { castOrganizers, ownerEmail } from './cast.ts'
import { playFrankfurt } from './frankfurt.ts'
import { playHanoi } from './hanoi.ts'
import { playPractice } from './practice.ts'
import { deliverLetters, openStage } from './stage.ts'

const NOTE = 'demonstration'

/**
 * Fills an empty database with the demonstration and returns the lines that say how to sign in; an untouched filled one
 * gives the same lines. Nobody is served before it is done, so one that was cut short is cleared and played anew.
 */
export async function seedDemonstration(app: App): Promise<string[]> {
  const state = await readNote(app)
  if (state === 'done') return signIns()
  if (state === undefined && !(await isEmpty(app))) return []
  if (state === 'playing') await clear(app)
  await writeNote(app, 'playing')
  await play(app)
  await writeNote(app, 'done')
  return signIns()
}

async function play(app: App): Promise<void> {
  const stage = openStage(app, DEMO_PASSWORD)
  const { organizerId, staff } = await castOrganizers(stage)
  const staffId = (key: string) => {
    const id = staff.get(key)
    if (!id) throw new Error(`Nobody is called ${key}`)
    return id
  }
  const members = await playFrankfurt(stage, organizerId, staffId)
  await playHanoi(stage, organizerId, staffId, members)
  await deliverLetters(app, stage.now)
  await playPractice(stage, organizerId, staffId)
}

function signIns(): string[] {
  const [first] = GERMAN_ESTABLISHMENTS
  const rows = [
    [PLATFORM_ADMIN.email, 'platform administrator'],
    ...STAFF.map(person => [person.email, person.role]),
    ...(first ? [[ownerEmail(first), `owner of ${first.name}`]] : []),
  ]
  const list = rows.map(([email = '', role = '']) => `  ${email.padEnd(30)} ${role}`)
  return ['', `Demonstration sign-ins, all with the password ${DEMO_PASSWORD}:`, ...list]
}

async function isEmpty(app: App): Promise<boolean> {
  return !(await app.db.selectFrom('person').select('id').limit(1).executeTakeFirst())
}

async function readNote(app: App): Promise<string | undefined> {
  const note = await app.db.selectFrom('houseNote').select('value').where('key', '=', NOTE).executeTakeFirst()
  return note?.value
}

async function writeNote(app: App, value: string): Promise<void> {
  await app.db
    .insertInto('houseNote')
    .values({ key: NOTE, value, notedAt: new Date().toISOString() })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** Everything but the reference data and the record of migrations. */
async function clear(app: App): Promise<void> {
  await sql`truncate person, organizer, establishment, audit_entry, mail, file, file_blob, document, number_series,
    verification, attempt, idempotent_write restart identity cascade`.execute(app.db)
}
