import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Deals: leads, memoranda, contracts, sales, with evidence and an officer's word. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table deal (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  establishment_id uuid not null references establishment,
  kind text not null check (kind in ('lead', 'direct-sale', 'contract', 'memorandum', 'agency', 'joint-venture')),
  partner_name text not null,
  partner_country text not null,
  partner_contact text not null default '',
  product_id uuid references product,
  product_text text not null default '',
  value_minor bigint check (value_minor >= 0),
  currency text,
  signed_on date not null,
  note text not null default '',
  evidence_file_id uuid references file,
  state text not null check (state in ('logged', 'verified', 'rejected', 'removed')),
  version int not null default 1,
  logged_by uuid references person,
  logged_at timestamptz not null,
  verified_by uuid references person,
  verified_at timestamptz,
  rejection_reason text,
  check ((value_minor is null) = (currency is null))
);

create index deal_fair on deal (fair_id, kind);

create index deal_application on deal (application_id);

`,
  )
