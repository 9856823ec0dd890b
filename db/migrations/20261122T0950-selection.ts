import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Checks, score sheets, the frozen decision. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table application_check (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  gate text not null,
  outcome text not null check (outcome in ('pass', 'fail', 'unknown')),
  evidence jsonb not null default '{}',
  legal_basis text,
  override_outcome text check (override_outcome in ('pass', 'fail')),
  override_reason text,
  checked_by uuid references person,
  checked_at timestamptz not null,
  unique (application_id, gate)
);

create table criterion (
  id uuid primary key,
  fair_id uuid not null references fair,
  code text not null,
  name_vi text not null,
  name_en text not null,
  guidance_vi text not null default '',
  guidance_en text not null default '',
  max_points int not null check (max_points > 0),
  position int not null,
  unique (fair_id, code)
);

create table reviewer_assignment (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  reviewer_id uuid not null references person,
  assigned_by uuid references person,
  assigned_at timestamptz not null,
  ended_at timestamptz,
  conflict_kind text,
  conflict_note text
);

create unique index reviewer_assignment_once on reviewer_assignment (application_id, reviewer_id) where ended_at is null;

create index reviewer_assignment_reviewer on reviewer_assignment (reviewer_id, fair_id) where ended_at is null;

create table score_sheet (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  reviewer_id uuid not null references person,
  state text not null check (state in ('draft', 'filed')),
  points jsonb not null default '{}',
  remarks text not null default '',
  version int not null default 1,
  updated_at timestamptz not null,
  filed_at timestamptz,
  unique (application_id, reviewer_id)
);

create table selection (
  id uuid primary key,
  fair_id uuid not null references fair,
  version int not null,
  state text not null check (state in ('decided', 'superseded')),
  pass_mark int not null,
  quota int not null,
  seed text not null,
  input jsonb not null,
  sha256 text not null,
  document_id uuid references document,
  decided_by uuid references person,
  decided_at timestamptz not null,
  unique (fair_id, version)
);

create table selection_outcome (
  selection_id uuid not null references selection,
  application_id uuid not null references application,
  fair_id uuid not null references fair,
  rank int not null,
  mean_points numeric(8, 4),
  outcome text not null check (outcome in ('selected', 'waiting', 'rejected')),
  reason text not null,
  mail_id uuid references mail,
  primary key (selection_id, application_id)
);

create index selection_outcome_application on selection_outcome (application_id);

`,
  )
