import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Why an application was turned away before it was scored, in the words its letter holds. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table application_refusal (
  application_id uuid primary key references application,
  fair_id uuid not null references fair,
  reason text not null,
  mail_id uuid references mail,
  refused_by uuid references person,
  refused_at timestamptz not null
);

`,
  )
