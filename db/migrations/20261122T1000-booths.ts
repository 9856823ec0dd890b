import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Halls, booths and who stands where. The partial unique index is the last word against two owners. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table hall (
  id uuid primary key,
  fair_id uuid not null references fair,
  name text not null,
  level int not null default 0,
  width_cm int not null check (width_cm > 0),
  depth_cm int not null check (depth_cm > 0),
  position int not null default 0,
  created_at timestamptz not null,
  unique (fair_id, name)
);

create table booth (
  id uuid primary key,
  fair_id uuid not null references fair,
  hall_id uuid not null references hall,
  number text not null,
  kind text not null check (kind in ('standard', 'raw', 'custom', 'shared')),
  x_cm int not null,
  y_cm int not null,
  width_cm int not null check (width_cm > 0),
  depth_cm int not null check (depth_cm > 0),
  area_cm2 bigint not null generated always as (width_cm::bigint * depth_cm) stored,
  open_sides int not null default 1 check (open_sides between 1 and 4),
  price_minor bigint not null check (price_minor >= 0),
  funding_source text not null default 'own' check (funding_source in ('national', 'local', 'trade', 'own')),
  sector_code text references sector,
  version int not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz
);

create unique index booth_number on booth (fair_id, number) where removed_at is null;

create table booth_assignment (
  id uuid primary key,
  fair_id uuid not null references fair,
  booth_id uuid not null references booth,
  application_id uuid not null references application,
  state text not null check (state in ('assigned', 'confirmed', 'released')),
  assigned_by uuid references person,
  assigned_at timestamptz not null,
  released_at timestamptz,
  release_reason text
);

create unique index booth_assignment_one_owner on booth_assignment (booth_id) where state <> 'released';

create index booth_assignment_application on booth_assignment (application_id) where state <> 'released';

create index booth_assignment_fair on booth_assignment (fair_id) where state <> 'released';

`,
  )
