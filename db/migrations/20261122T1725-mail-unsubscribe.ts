import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Where a reader asks not to get letters of this kind again; wiped with the text, for it holds a personal link. */
export const up = (db: Kysely<unknown>) => runSql(db, `alter table mail add column unsubscribe_url text;`)
