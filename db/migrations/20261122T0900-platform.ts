import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Text folding for search, reference data, the audit log. Search is by trigram over folded text: accents, case and đ do not matter. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create extension if not exists unaccent;

create extension if not exists pg_trgm;

create extension if not exists btree_gist;

-- unaccent() is only STABLE because its dictionary could change; naming the dictionary makes it safe to index.
create function fold_text(t text) returns text language sql immutable parallel safe strict
  as $$ select lower(public.unaccent('public.unaccent', normalize(t, NFC))) $$;

create table province (
  scheme text not null check (scheme in ('gso-63', 'gso-34')),
  code text not null,
  name_vi text not null,
  name_en text not null,
  slug text not null,
  kind text not null,
  region text check (region in ('north', 'centre', 'south')),
  merged_into_code text,
  position int not null,
  primary key (scheme, code)
);

create table vsic (
  version text not null,
  code text not null,
  level int not null,
  name_vi text not null,
  primary key (version, code)
);

create table bank (
  bin text primary key,
  code text not null,
  short_name text not null,
  name_vi text not null
);

create table sector (
  code text primary key,
  name_vi text not null,
  name_en text not null,
  name_de text not null,
  vsic_prefixes text[] not null,
  position int not null
);

create table dated_rule (
  id text primary key,
  key text not null,
  value jsonb not null,
  valid_from date not null,
  valid_to date,
  legal_basis text not null,
  source text not null,
  confidence text not null check (confidence in ('S', 'I', 'M'))
);

-- A rule is always asked for by key and date.
create index dated_rule_key on dated_rule (key, valid_from);

create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  action text not null,
  actor_kind text not null check (actor_kind in ('person', 'device', 'system', 'public')),
  actor_id uuid,
  organizer_id uuid,
  fair_id uuid,
  establishment_id uuid,
  entity text not null,
  entity_id uuid not null,
  before jsonb,
  after jsonb,
  request_id text not null
);

-- The history of one record, newest last.
create index audit_entry_entity on audit_entry (entity, entity_id, at);

-- The log of one fair.
create index audit_entry_fair on audit_entry (fair_id, at);

`,
  )
