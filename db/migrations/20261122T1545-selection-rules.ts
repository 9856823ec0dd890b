import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Quotas, tie-break and normalisation of a fair's selection; the group that brought or cost a place. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table selection_rules (
  fair_id uuid primary key references fair,
  is_normalised boolean not null,
  tie_break jsonb,
  version int not null,
  updated_at timestamptz not null
);

create table selection_quota (
  id uuid primary key,
  fair_id uuid not null references fair,
  position int not null,
  kind text not null check (kind in ('province', 'region', 'sector', 'newcomer')),
  value text not null,
  floor int not null check (floor >= 0),
  ceiling int check (ceiling >= floor),
  unique (fair_id, kind, value)
);

alter table selection_outcome add column quota text;
`,
  )
