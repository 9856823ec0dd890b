import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Who deals with an application, notes among officers, and an order to page the inbox by. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table application
  add column assignee_id uuid references person,
  add column assigned_at timestamptz;

create index application_inbox on application (fair_id, (coalesce(submitted_at, started_at)), id);

-- Never shown to the establishment.
create table application_note (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  body text not null,
  written_by uuid references person,
  written_at timestamptz not null,
  removed_at timestamptz
);

create index application_note_application on application_note (application_id, id);
`,
  )
