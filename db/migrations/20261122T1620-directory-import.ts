import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** A list on its way into the directory: nothing of it is in the directory until it is applied as a whole. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table directory_import (
  id uuid primary key,
  organizer_id uuid not null references organizer,
  file_name text not null,
  state text not null check (state in ('uploaded', 'previewed', 'applied', 'undone', 'cancelled')),
  headers jsonb not null,
  mapping jsonb not null,
  converted_count int not null,
  created_at timestamptz not null,
  applied_at timestamptz
);

create index directory_import_organizer on directory_import (organizer_id, created_at);

create table directory_import_row (
  import_id uuid not null references directory_import on delete cascade,
  row_number int not null,
  cells jsonb not null,
  verdict text not null check (verdict in ('new', 'update', 'duplicate', 'unchanged', 'fault')),
  action text not null check (action in ('create', 'update', 'skip')),
  actions jsonb not null,
  -- Columns of establishment and their values: of a new record all, of one that is there those that differ.
  record jsonb not null,
  taken jsonb not null,
  before jsonb,
  new_id uuid not null,
  establishment_id uuid,
  matched_by text check (matched_by in ('id', 'tax-code', 'name')),
  matched_version int,
  twin_of int,
  faults jsonb not null,
  notes jsonb not null,
  primary key (import_id, row_number)
);

create index directory_import_row_verdict on directory_import_row (import_id, verdict, row_number);

`,
  )
