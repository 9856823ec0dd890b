import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * What people need of an import: who began it, how its file was read (and the file, to read it another way), which of two
 * values a changed field gets, how far applying is, and what a later undo had to leave. The figures outlive the rows.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table directory_import
  add column created_by uuid references person,
  add column reading jsonb not null default '{}',
  add column samples jsonb not null default '[]',
  add column final_counts jsonb,
  add column undone_at timestamptz;

-- The bytes as they came; gone as soon as the import is applied or given up.
create table directory_import_source (
  import_id uuid primary key references directory_import on delete cascade,
  bytes bytea not null
);

-- How far applying is. Written beside the transaction that applies, so it has no key to the row that one holds.
create table directory_import_run (
  import_id uuid primary key,
  total int not null,
  done int not null,
  is_stopped boolean not null default false,
  started_at timestamptz not null
);

alter table directory_import_row
  -- Every column in which the file and the record differ; 'taken' are those that get the file's value.
  add column differs jsonb not null default '[]',
  add column search_text text not null default '',
  add column name text not null default '',
  -- Why an undo left what this row did.
  add column left_because text check (left_because in ('gone', 'edited', 'claimed', 'used'));

update directory_import_row set differs = taken;

`,
  )
