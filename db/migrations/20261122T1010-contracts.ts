import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Contracts: lines, support, the frozen document, both signatures, payments. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table contract (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  establishment_id uuid not null references establishment,
  number text not null,
  state text not null check (state in ('issued', 'signed-by-establishment', 'signed', 'cancelled')),
  currency text not null,
  total_minor bigint not null,
  support_minor bigint not null,
  own_minor bigint not null,
  booth_numbers text[] not null,
  lines jsonb not null,
  parties jsonb not null,
  document_id uuid not null references document,
  sha256 text not null,
  signed_file_id uuid references file,
  signed_sha256 text,
  version int not null default 1,
  issued_by uuid references person,
  issued_at timestamptz not null,
  signed_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text
);

create unique index contract_once on contract (application_id) where state <> 'cancelled';

create unique index contract_number on contract (fair_id, number);

create table contract_signature (
  id uuid primary key,
  contract_id uuid not null references contract,
  fair_id uuid not null references fair,
  side text not null check (side in ('establishment', 'organizer')),
  person_id uuid not null references person,
  signer_name text not null,
  signer_position text not null,
  sha256 text not null,
  signed_at timestamptz not null,
  unique (contract_id, side)
);

create table payment (
  id uuid primary key,
  fair_id uuid not null references fair,
  contract_id uuid not null references contract,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  paid_on date not null,
  reference text not null default '',
  note text not null default '',
  recorded_by uuid references person,
  recorded_at timestamptz not null,
  voided_at timestamptz,
  void_reason text
);

create index payment_contract on payment (contract_id);

`,
  )
