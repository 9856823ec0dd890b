import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Notes of the house to itself: how far the making of the demonstration has come. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table house_note (
  key text primary key,
  value text not null,
  noted_at timestamptz not null
);
`,
  )
