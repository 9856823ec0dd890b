import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** A retried write finds the answer of its first attempt. Rows older than a day are swept by the worker. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table idempotent_write (
  key text primary key,
  result jsonb,
  created_at timestamptz not null
);

create index idempotent_write_age on idempotent_write (created_at);

`,
  )
