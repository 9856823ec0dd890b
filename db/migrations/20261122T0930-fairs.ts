import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Fairs and their forms. Every later table names its fair. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table fair (
  id uuid primary key,
  organizer_id uuid not null references organizer,
  slug text not null unique,
  kind text not null check (kind in ('home', 'abroad')),
  name_vi text not null,
  name_en text not null default '',
  name_de text not null default '',
  theme_vi text not null default '',
  theme_en text not null default '',
  theme_de text not null default '',
  description_vi text not null default '',
  description_en text not null default '',
  description_de text not null default '',
  opens_on date not null,
  closes_on date not null,
  daily_opens_at text not null default '08:30',
  daily_closes_at text not null default '18:00',
  time_zone text not null,
  currency text not null,
  country text not null,
  city text not null,
  venue_name text not null,
  venue_address text not null default '',
  province_scheme text,
  province_code text,
  quota int not null check (quota > 0),
  pass_mark int not null default 70 check (pass_mark between 0 and 100),
  rule_set_on date not null,
  registration_opens_at timestamptz not null,
  registration_closes_at timestamptz not null,
  state text not null check (state in ('draft', 'published', 'closed', 'cancelled')),
  form_version int not null default 0,
  version int not null default 1,
  published_at timestamptz,
  created_at timestamptz not null,
  check (closes_on >= opens_on),
  check (registration_closes_at > registration_opens_at),
  foreign key (province_scheme, province_code) references province (scheme, code)
);

create index fair_organizer on fair (organizer_id, opens_on);

create index fair_public on fair (opens_on) where state in ('published', 'closed');

create table fair_sector (
  fair_id uuid not null references fair,
  sector_code text not null references sector,
  primary key (fair_id, sector_code)
);

create table application_form (
  fair_id uuid not null references fair,
  version int not null,
  definition jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (fair_id, version)
);

`,
  )
