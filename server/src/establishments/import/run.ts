import type { ImportRun } from '@hoicho/shared/establishments/import/schema.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'

/*
 * How far applying is. The transaction that applies is unseen until it commits, so its progress is written beside it, on
 * another connection; that it is at work is told by the lock it holds, which ends with the process that held it.
 */

const key = (importId: string) => sql`hashtextextended(${`directory-import:${importId}`}, 0)`

/** How far the latest try to apply is, or got; null where there was none. */
export async function runOf(db: Db | Tx, importId: string): Promise<ImportRun | null> {
  const { rows } = await sql<ImportRun>`
    select total, done, is_stopped as "isStopped", exists (
      select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
        and database = (select oid from pg_database where datname = current_database())
        and (classid::bigint << 32) | objid::bigint = ${key(importId)}
    ) as "isRunning"
    from directory_import_run where import_id = ${importId}`.execute(db)
  return rows[0] ?? null
}

/** Begins to count anew. Refused with establishments.import-running while another try is at work. */
export async function openRun(db: Db, importId: string, now: string): Promise<void> {
  if ((await runOf(db, importId))?.isRunning) throw problem('establishments.import-running')
  await sql`
    insert into directory_import_run (import_id, total, done, started_at)
    select ${importId}::uuid, count(*) filter (where action <> 'skip'), 0, ${now}::timestamptz
    from directory_import_row where import_id = ${importId}
    on conflict (import_id) do update
    set total = excluded.total, done = 0, is_stopped = false, started_at = excluded.started_at`.execute(db)
}

/** Makes this transaction the one that applies the import, until it ends. Refused with establishments.import-running. */
export async function holdRun(tx: Tx, importId: string): Promise<void> {
  const { rows } = await sql<{ isHeld: boolean }>`
    select pg_try_advisory_xact_lock(${key(importId)}) as "isHeld"`.execute(tx)
  if (!rows[0]?.isHeld) throw problem('establishments.import-running')
}

/** Refused with establishments.import-stopped where somebody asked to stop, which takes back what this transaction did. */
export async function refuseStopped(tx: Tx, importId: string): Promise<void> {
  const run = await tx
    .selectFrom('directoryImportRun')
    .select('isStopped')
    .where('importId', '=', importId)
    .executeTakeFirst()
  if (run?.isStopped) throw problem('establishments.import-stopped')
}

/** Says how many rows are done. Nobody waits for it, and one that comes late does not turn the figure back. */
export function reportDone(db: Db, importId: string, done: number): void {
  void sql`
    update directory_import_run set done = greatest(done, ${done}) where import_id = ${importId}`
    .execute(db)
    // The figure is for the eye; what is applied does not hang on it.
    .catch(() => {})
}
