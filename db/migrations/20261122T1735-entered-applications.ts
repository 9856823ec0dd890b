import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * Applications an officer enters for an establishment, from paper or by telephone, and how the establishment confirmed
 * each submission that was made for it. Only hashes of the link and the code are kept.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table application
  add column channel text not null default 'self' check (channel in ('self', 'officer')),
  add column entered_by uuid references person,
  add column entered_from text check (entered_from in ('paper', 'phone')),
  add column confirmation text not null default 'not-needed'
    check (confirmation in ('not-needed', 'awaiting', 'confirmed')),
  add constraint application_entered_from check ((channel = 'officer') = (entered_from is not null));

create table application_confirmation (
  application_id uuid not null references application on delete cascade,
  round int not null,
  token_hash text not null unique,
  code_hash text not null unique,
  requested_by uuid references person,
  requested_at timestamptz not null,
  method text check (method in ('link', 'code', 'account', 'signed-paper')),
  confirmed_at timestamptz,
  confirmed_by uuid references person,
  confirmed_name text,
  file_id uuid references file,
  reason text,
  primary key (application_id, round),
  constraint application_confirmation_whole check ((confirmed_at is null) = (method is null)),
  constraint application_confirmation_evidence
    check (method <> 'signed-paper' or (file_id is not null and reason is not null))
);

`,
  )
