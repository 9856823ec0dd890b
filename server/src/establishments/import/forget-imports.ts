import { sql } from 'kysely'
import type { Db } from '../../platform/context.ts'

/**
 * Of imports begun before `before` only the figures stay: their rows and files may name persons. One that was never
 * applied counts as given up.
 */
export async function forgetImports(db: Db, before: string): Promise<void> {
  await sql`
    update directory_import i
    set final_counts = coalesce((
        select jsonb_agg(jsonb_build_object('verdict', verdict, 'action', action, 'count', count) order by verdict, action)
        from (
          select verdict, action, count(*)::int as count from directory_import_row where import_id = i.id group by 1, 2
        ) counted
      ), '[]'),
      samples = '[]', reading = reading - 'top',
      state = case when state in ('uploaded', 'previewed') then 'cancelled' else state end
    where created_at < ${before}::timestamptz and final_counts is null`.execute(db)
  await sql`
    delete from directory_import_row r using directory_import i
    where i.id = r.import_id and i.created_at < ${before}::timestamptz`.execute(db)
  await sql`
    delete from directory_import_source s using directory_import i
    where i.id = s.import_id and i.created_at < ${before}::timestamptz`.execute(db)
  await sql`delete from directory_import_run where started_at < ${before}::timestamptz`.execute(db)
}
