import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Which answers of an application were filled in for the establishment, and from where: `{"goods": "last-fair"}`. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table application add column prefilled jsonb not null default '{}';

`,
  )
