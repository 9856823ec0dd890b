import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** Files live in the database: processes stay stateless and one backup holds everything. Mail is an outbox row. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table file_blob (
  sha256 text primary key,
  bytes bytea not null
);

-- Uploaded bytes are mostly compressed already (PDF, JPEG, PNG): do not compress them again.
alter table file_blob alter column bytes set storage external;

create table file (
  id uuid primary key,
  sha256 text not null references file_blob,
  name text not null,
  media_type text not null,
  size_bytes int not null,
  is_public boolean not null default false,
  organizer_id uuid,
  fair_id uuid,
  establishment_id uuid,
  uploaded_by uuid,
  created_at timestamptz not null
);

create index file_sha256 on file (sha256);

create table mail (
  id uuid primary key,
  template text not null,
  locale text not null check (locale in ('vi', 'en', 'de')),
  to_address text not null,
  to_name text,
  subject text not null,
  body_text text not null,
  body_html text not null,
  attachments jsonb not null default '[]',
  is_secret boolean not null default false,
  organizer_id uuid,
  fair_id uuid,
  establishment_id uuid,
  state text not null default 'queued' check (state in ('queued', 'sent', 'refused', 'failed')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  locked_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);

-- What the worker looks for: the next mails due.
create index mail_due on mail (next_attempt_at) where state = 'queued';

create index mail_fair on mail (fair_id, created_at);

create table document (
  id uuid primary key,
  kind text not null,
  organizer_id uuid not null,
  fair_id uuid,
  number text,
  file_id uuid not null references file,
  sha256 text not null,
  rule_set_on date not null,
  data jsonb not null,
  issued_at timestamptz not null
);

create index document_fair on document (fair_id, kind);

-- One counter for each organizer, series and year; taken under the row lock, so no number is given twice.
create table number_series (
  organizer_id uuid not null,
  series text not null,
  year int not null,
  last_number int not null,
  primary key (organizer_id, series, year)
);

`,
  )
