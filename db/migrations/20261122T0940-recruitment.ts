import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Invitations to a fair and applications. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table fair_invitation (
  id uuid primary key,
  fair_id uuid not null references fair,
  establishment_id uuid not null references establishment,
  email text not null,
  token_hash text not null unique,
  mail_id uuid references mail,
  state text not null check (state in ('sent', 'visited', 'started', 'submitted', 'declined', 'revoked')),
  decline_reason text,
  invited_by uuid references person,
  invited_at timestamptz not null,
  visited_at timestamptz
);

create unique index fair_invitation_once on fair_invitation (fair_id, establishment_id) where state <> 'revoked';

create table application (
  id uuid primary key,
  fair_id uuid not null references fair,
  establishment_id uuid not null references establishment,
  invitation_id uuid references fair_invitation,
  number text,
  state text not null check (state in ('draft', 'submitted', 'correction-requested', 'complete', 'selected', 'waiting', 'rejected', 'withdrawn')),
  form_version int not null,
  answers jsonb not null default '{}',
  fascia_name text not null default '',
  version int not null default 1,
  started_by uuid references person,
  started_at timestamptz not null,
  updated_at timestamptz not null,
  submitted_at timestamptz,
  correction_note text,
  withdrawn_reason text
);

-- One living application of an establishment for a fair.
create unique index application_once on application (fair_id, establishment_id) where state <> 'withdrawn';

create unique index application_number on application (fair_id, number) where number is not null;

create index application_establishment on application (establishment_id);

create table application_product (
  application_id uuid not null references application on delete cascade,
  product_id uuid not null references product,
  primary key (application_id, product_id)
);

-- The papers handed in with an application, by the paper's code in the form.
create table application_paper (
  id uuid primary key,
  application_id uuid not null references application on delete cascade,
  paper_code text not null,
  file_id uuid not null references file,
  added_by uuid references person,
  added_at timestamptz not null,
  removed_at timestamptz
);

create index application_paper_application on application_paper (application_id);

`,
  )
