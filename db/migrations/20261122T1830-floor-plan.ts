import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * Halls and booths of any shape, what stands between them, and the log of every drawing: `hall.revision` counts the
 * changes, `plan_change` keeps them, so that two people drawing at once hear of each other and nothing is lost.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table hall
  add column outline jsonb,
  add column height_cm int check (height_cm > 0),
  add column floor_load_kg_m2 int check (floor_load_kg_m2 > 0),
  add column revision int not null default 0;

alter table booth
  alter column area_cm2 drop expression;

alter table booth
  add column outline jsonb,
  add column height_cm int check (height_cm > 0),
  add column power_w int not null default 0 check (power_w >= 0),
  add column has_water boolean not null default false,
  add column floor_load_kg_m2 int check (floor_load_kg_m2 > 0),
  add column price_class text not null default '',
  add column parent_id uuid references booth,
  add column is_common boolean not null default false;

create index booth_hall on booth (hall_id) where removed_at is null;

create index booth_parent on booth (parent_id) where parent_id is not null;

create table plan_object (
  id uuid primary key,
  fair_id uuid not null references fair,
  hall_id uuid not null references hall,
  kind text not null check (kind in ('zone', 'gate', 'exit', 'aisle', 'column', 'wall', 'fixed')),
  name text not null default '',
  outline jsonb not null,
  zone_kind text check (zone_kind in ('sector', 'province', 'show', 'general')),
  zone_value text,
  version int not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz,
  check ((kind = 'zone') = (zone_kind is not null))
);

create index plan_object_hall on plan_object (hall_id) where removed_at is null;

create table plan_change (
  hall_id uuid not null references hall,
  revision int not null,
  fair_id uuid not null references fair,
  at timestamptz not null,
  person_id uuid references person,
  edits jsonb not null,
  primary key (hall_id, revision)
);

create table plan_version (
  id uuid primary key,
  fair_id uuid not null references fair,
  hall_id uuid not null references hall,
  name text not null,
  revision int not null,
  content jsonb not null,
  kept_by uuid references person,
  kept_at timestamptz not null
);

create index plan_version_hall on plan_version (hall_id, kept_at);
`,
  )
