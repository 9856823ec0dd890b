import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * The directory is walked in the order of names, bytewise whatever the database's language, so that the beginning of a
 * name is a range of the index; by day of entry; and its filters find their few rows by index.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
drop index establishment_order;

create index establishment_order on establishment (name_key collate "C", id) where merged_into is null;

create index establishment_newest on establishment (created_at, id) where merged_into is null;

create index establishment_province on establishment (province_scheme, province_code) where merged_into is null;

create index establishment_sector on establishment (sector_code) where merged_into is null;
`,
  )
