import type { UndoCheck } from '@hoicho/shared/establishments/import/schema.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/context.ts'

export const UNDO_HOURS = 24

/** The last moment an import applied at `appliedAt` can be taken back. */
export const undoUntil = (appliedAt: string): string =>
  new Date(Date.parse(appliedAt) + UNDO_HOURS * 3_600_000).toISOString()

export type BlockedRow = UndoCheck['blocked'][number]

/**
 * The rows whose work cannot be taken back, and why: the record is gone, people have an account for it, it was edited
 * since, or (of a new one) something names it. What names it is asked of the database, so that no table is forgotten.
 */
export async function blockedRows(db: Db | Tx, importId: string): Promise<BlockedRow[]> {
  const uses = await usesOf(db)
  const { rows } = await sql<BlockedRow>`
    select * from (
      select r.row_number as "rowNumber", coalesce(e.name, r.name) as name, e.id as "establishmentId", case
        when e.id is null then 'gone'
        when exists (select from establishment_member m where m.establishment_id = e.id) then 'claimed'
        when e.version <> case when r.action = 'create' then 1 else r.matched_version + 1 end then 'edited'
        when r.action = 'create' and (${uses}) then 'used'
      end as because
      from directory_import_row r
      left join establishment e on e.id = case when r.action = 'create' then r.new_id else r.establishment_id end
      where r.import_id = ${importId} and r.action <> 'skip'
    ) judged where because is not null order by "rowNumber"`.execute(db)
  return rows
}

/** Whether any row of any table names the establishment `e`. */
async function usesOf(db: Db | Tx): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'establishment'::regclass
    order by 1, 2`.execute(db)
  const uses = rows.map(
    ({ table, column }) => sql`exists (select from ${sql.table(table)} u where u.${sql.ref(column)} = e.id)`,
  )
  return uses.length > 0 ? sql<boolean>`${sql.join(uses, sql` or `)}` : sql<boolean>`false`
}
