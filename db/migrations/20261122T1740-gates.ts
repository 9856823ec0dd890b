import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** What gates a fair asks, every run of them, the fee before appraisal, state money got elsewhere, who is not taken. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table application_check
  add column effect text not null default 'block' check (effect in ('block', 'warn')),
  add column overridden_by uuid references person,
  add column overridden_at timestamptz;

create table application_check_run (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  results jsonb not null,
  run_by uuid references person,
  run_at timestamptz not null
);

create index application_check_run_application on application_check_run (application_id, id);

-- A fair without a row follows the dated rule of its kind.
create table fair_gate_settings (
  fair_id uuid primary key references fair,
  effects jsonb not null default '{}',
  required_certificates text[] not null default '{}',
  eligible_provinces text[] not null default '{}',
  eligible_elsewhere text not null default 'unknown' check (eligible_elsewhere in ('fail', 'unknown')),
  eligible_basis text not null default '',
  banned_words text[] not null default '{}',
  fund text check (fund in ('national-promotion', 'local-promotion', 'trade-promotion', 'other-state')),
  fee_minor bigint check (fee_minor > 0),
  version int not null,
  updated_at timestamptz not null
);

create table fee_payment (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  paid_on date not null,
  reference text not null default '',
  recorded_by uuid references person,
  recorded_at timestamptz not null,
  voided_at timestamptz,
  void_reason text
);

create index fee_payment_application on fee_payment (application_id);

-- State money for a fair outside this system, as the establishment tells or an organizer finds out. A row belongs to the
-- establishment; other organizers see that there is one, not who wrote it down.
create table support_record (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  organizer_id uuid references organizer,
  source text not null check (source in ('declared', 'recorded')),
  event_name text not null,
  year int not null check (year between 1990 and 2100),
  country text,
  city text,
  opens_on date,
  closes_on date,
  cost_item text,
  fund text check (fund in ('national-promotion', 'local-promotion', 'trade-promotion', 'other-state')),
  amount_minor bigint check (amount_minor >= 0),
  currency text not null default 'VND',
  note text not null default '',
  recorded_by uuid references person,
  recorded_at timestamptz not null,
  removed_at timestamptz,
  remove_reason text
);

create index support_record_establishment on support_record (establishment_id) where removed_at is null;

create index contract_establishment on contract (establishment_id);

create table barred_establishment (
  id uuid primary key,
  organizer_id uuid not null references organizer,
  establishment_id uuid not null references establishment,
  reason text not null,
  barred_from date not null,
  barred_until date,
  barred_by uuid references person,
  barred_at timestamptz not null,
  lifted_at timestamptz,
  lift_reason text,
  check (barred_until is null or barred_until >= barred_from)
);

create unique index barred_establishment_once on barred_establishment (organizer_id, establishment_id) where lifted_at is null;
`,
  )
