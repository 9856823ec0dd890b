import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Edits of an organizer carry the version they were made from; its log is read newest first, page by page. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table organizer add column version integer not null default 1;

-- The log of an organizer: a page continues after the last entry of the one before.
create index audit_entry_organizer on audit_entry (organizer_id, at desc, id desc);
`,
  )
