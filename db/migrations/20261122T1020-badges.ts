import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Badges, gates, devices and the append-only log of scans. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table fair_key (
  fair_id uuid not null references fair,
  key_number int not null,
  public_key text not null,
  private_key_sealed text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (fair_id, key_number)
);

create table visitor (
  id uuid primary key,
  fair_id uuid not null references fair,
  name text not null,
  email text not null,
  phone text,
  company text not null default '',
  country text not null,
  interests text[] not null default '{}',
  locale text not null check (locale in ('vi', 'en', 'de')),
  notice_version text not null,
  consent_marketing boolean not null default false,
  registered_at timestamptz not null,
  erased_at timestamptz,
  search_text text generated always as (fold_text(name || ' ' || company)) stored
);

create index visitor_fair on visitor (fair_id, registered_at);

create unique index visitor_email on visitor (fair_id, email) where erased_at is null;

create table badge (
  id uuid primary key,
  fair_id uuid not null references fair,
  kind text not null check (kind in ('exhibitor', 'visitor', 'buyer', 'guest', 'press', 'organizer', 'crew')),
  serial bigint not null,
  holder_name text not null,
  company text not null default '',
  position text not null default '',
  application_id uuid references application,
  visitor_id uuid references visitor,
  email text,
  locale text not null default 'vi' check (locale in ('vi', 'en', 'de')),
  state text not null check (state in ('active', 'revoked', 'replaced')),
  key_number int not null,
  code text not null unique,
  issued_by uuid references person,
  issued_at timestamptz not null,
  printed_at timestamptz,
  revoked_at timestamptz,
  revoke_reason text,
  replaced_by uuid references badge,
  unique (fair_id, serial)
);

create index badge_application on badge (application_id);

create index badge_visitor on badge (visitor_id);

create table gate (
  id uuid primary key,
  fair_id uuid not null references fair,
  name text not null,
  position int not null default 0,
  kinds text[] not null,
  removed_at timestamptz,
  created_at timestamptz not null,
  unique (fair_id, name)
);

create table gate_device (
  id uuid primary key,
  fair_id uuid not null references fair,
  name text not null,
  enrol_code_hash text,
  enrol_expires_at timestamptz,
  token_hash text unique,
  created_by uuid references person,
  created_at timestamptz not null,
  enrolled_at timestamptz,
  revoked_at timestamptz,
  last_seen_at timestamptz
);

create index gate_device_fair on gate_device (fair_id);

create unique index gate_device_enrol_code on gate_device (enrol_code_hash) where enrol_code_hash is not null;

-- Append only. The id is made on the device, so a retry finds its first attempt.
create table scan (
  id uuid primary key,
  fair_id uuid not null references fair,
  gate_id uuid not null references gate,
  device_id uuid not null references gate_device,
  badge_id uuid references badge,
  direction text not null check (direction in ('entry', 'exit')),
  verdict text not null,
  verdict_params jsonb not null default '{}',
  code_tail text not null default '',
  scanned_at timestamptz not null,
  received_at timestamptz not null
);

create index scan_fair on scan (fair_id, scanned_at);

-- A badge's own history decides its next verdict.
create index scan_badge on scan (badge_id, scanned_at) where badge_id is not null;

`,
  )
