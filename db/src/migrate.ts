import { readdir } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { firstLine, StartError } from './start-error.ts'

const folder = new URL('../migrations/', import.meta.url)
const nameShape = /^\d{8}T\d{4}-[a-z0-9-]+\.ts$/

/**
 * Brings the database to the newest form and returns the names of what was done, oldest first.
 * Several processes may call it at once: one does the work under a lock, the others wait and find nothing to do.
 * @throws StartError naming the migration that failed; the database is then as it was before
 */
export async function migrate<T>(db: Kysely<T>): Promise<string[]> {
  const { error, results = [] } = await migratorOf(db).migrateToLatest()
  if (error !== undefined) {
    const failed = results.find(result => result.status === 'Error')?.migrationName
    const where = failed === undefined ? 'The migrations' : `The migration ${failed}`
    throw new StartError(`${where} failed: ${firstLine(error)}`, { cause: error })
  }
  return results.map(result => result.migrationName)
}

/** Names of the migrations this program knows and the database has not seen. */
export async function pendingMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const all = await migratorOf(db).getMigrations()
  return all.filter(migration => migration.executedAt === undefined).map(migration => migration.name)
}

function migratorOf<T>(db: Kysely<T>): Migrator {
  return new Migrator({
    // Migrations write the names the database will have.
    db: db.withoutPlugins(),
    provider: { getMigrations } satisfies MigrationProvider,
    // Two branches merged in the other order than they were begun must not stop a start.
    allowUnorderedMigrations: true,
  })
}

async function getMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(folder)).filter(file => file.endsWith('.ts')).sort()
  const entries = files.map(async file => {
    if (!nameShape.test(file))
      throw new StartError(`db/migrations/${file} is not named like 20261122T0900-name.ts.`)
    const module: Migration = await import(new URL(file, folder).href)
    return [file.slice(0, -'.ts'.length), module] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}
