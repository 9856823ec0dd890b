import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** What an officer asks to be corrected, field by field, and the day it is wanted by. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table application
  add column correction_fields jsonb not null default '[]',
  add column correction_due_on date;
`,
  )
