import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** The directory is read page by page in the order of names; a product's edits carry the version they were made from. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create index establishment_order on establishment (search_text, id);

alter table product add column version int not null default 1;

`,
  )
