import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Accounts (the tables better-auth works on, in our words), organizers, establishments, memberships, invitations. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table person (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  locale text not null default 'vi' check (locale in ('vi', 'en', 'de')),
  is_platform_admin boolean not null default false,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table session (
  id uuid primary key,
  token text not null unique,
  person_id uuid not null references person on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index session_person on session (person_id);

create table credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  person_id uuid not null references person on delete cascade,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index credential_person on credential (person_id);

create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz,
  updated_at timestamptz
);

create index verification_identifier on verification (identifier);

create table second_factor (
  id uuid primary key,
  secret text not null,
  backup_codes text not null,
  person_id uuid not null references person on delete cascade,
  verified boolean not null default true,
  failed_verification_count int not null default 0,
  locked_until timestamptz
);

create index second_factor_person on second_factor (person_id);

create table organizer (
  id uuid primary key,
  slug text not null unique,
  name_vi text not null,
  name_en text not null,
  parent_name_vi text not null default '',
  short_name text not null,
  document_symbol text not null,
  place_vi text not null,
  address text not null,
  phone text not null default '',
  email text not null,
  tax_code text,
  bank_bin text references bank,
  bank_account text,
  bank_holder text,
  representative_name text not null,
  representative_position text not null,
  requires_second_factor boolean not null default true,
  created_at timestamptz not null
);

create table organizer_member (
  id uuid primary key,
  organizer_id uuid not null references organizer,
  person_id uuid not null references person,
  role text not null check (role in ('manager', 'officer', 'finance', 'reviewer', 'gate')),
  created_at timestamptz not null,
  ended_at timestamptz
);

create unique index organizer_member_once on organizer_member (organizer_id, person_id, role) where ended_at is null;

create index organizer_member_person on organizer_member (person_id) where ended_at is null;

create table establishment (
  id uuid primary key,
  name text not null,
  name_en text,
  legal_form text not null check (legal_form in ('TNHH_1TV', 'TNHH_2TV', 'CTCP', 'HOP_DANH', 'DNTN', 'HTX', 'LH_HTX', 'TO_HOP_TAC', 'HO_KD', 'KHAC')),
  tax_code text,
  tax_code_reason text,
  registered_address text not null default '',
  province_scheme text not null,
  province_code text not null,
  production_address text not null default '',
  production_province_scheme text,
  production_province_code text,
  vsic_version text,
  vsic_code text,
  sector_code text references sector,
  phone text,
  email text,
  website text,
  representative_name text,
  representative_position text,
  employees int check (employees >= 0),
  revenue_vnd bigint check (revenue_vnd >= 0),
  capital_vnd bigint check (capital_vnd >= 0),
  figures_year int,
  export_markets text not null default '',
  introduction_vi text not null default '',
  introduction_en text not null default '',
  bank_bin text references bank,
  bank_account text,
  bank_holder text,
  version int not null default 1,
  created_at timestamptz not null,
  search_text text not null generated always as (fold_text(name || ' ' || coalesce(name_en, '') || ' ' || coalesce(tax_code, ''))) stored,
  foreign key (province_scheme, province_code) references province (scheme, code),
  foreign key (production_province_scheme, production_province_code) references province (scheme, code)
);

-- One establishment for a tax code; those without one may be many.
create unique index establishment_tax_code on establishment (tax_code) where tax_code is not null;

create index establishment_search on establishment using gin (search_text gin_trgm_ops);

create table establishment_member (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  person_id uuid not null references person,
  role text not null check (role in ('owner', 'member')),
  created_at timestamptz not null,
  ended_at timestamptz
);

create unique index establishment_member_once on establishment_member (establishment_id, person_id) where ended_at is null;

create index establishment_member_person on establishment_member (person_id) where ended_at is null;

create table invitation (
  id uuid primary key,
  email text not null,
  organizer_id uuid references organizer,
  establishment_id uuid references establishment,
  role text not null,
  token_hash text not null unique,
  invited_by uuid references person,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  check (num_nonnulls(organizer_id, establishment_id) = 1)
);

create index invitation_organizer on invitation (organizer_id, created_at);

-- Counters of attempts within a window, for rate limits shared by all processes.
create table attempt (
  key text primary key,
  window_started_at timestamptz not null,
  count int not null
);

create table product (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  name_vi text not null,
  name_en text not null default '',
  name_de text not null default '',
  description_vi text not null default '',
  description_en text not null default '',
  hs_code text,
  photo_file_id uuid references file,
  removed_at timestamptz,
  created_at timestamptz not null
);

create index product_establishment on product (establishment_id);

create table recognition (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  product_id uuid references product,
  scheme text not null check (scheme in ('cnnt', 'ocop')),
  level text not null check (level in ('district', 'province', 'region', 'nation', '1-star', '2-star', '3-star', '4-star', '5-star')),
  decision_number text not null,
  issuer text not null,
  issued_on date not null,
  valid_until date not null,
  file_id uuid references file,
  removed_at timestamptz,
  created_at timestamptz not null
);

create index recognition_establishment on recognition (establishment_id);

create table certificate (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  kind text not null check (kind in ('food-safety', 'iso', 'haccp', 'organic', 'ce', 'fda', 'other')),
  name text not null,
  number text not null default '',
  issuer text not null default '',
  issued_on date,
  valid_until date,
  file_id uuid references file,
  removed_at timestamptz,
  created_at timestamptz not null
);

create index certificate_establishment on certificate (establishment_id);

`,
  )
