import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * Meetings of the council and their minutes, when an outcome may be seen by the establishment, places that are answered,
 * complaints, and versions of the rules tried out.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table application drop constraint application_state_check;

alter table application add constraint application_state_check
  check (state in ('draft', 'submitted', 'correction-requested', 'complete', 'selected', 'waiting', 'rejected', 'declined', 'lapsed', 'withdrawn'));

create table selection_settings (
  fair_id uuid primary key references fair,
  demands_confirmation boolean not null,
  acceptance_days int not null check (acceptance_days between 1 and 90),
  reminder_days int not null check (reminder_days >= 0),
  is_offered_automatically boolean not null,
  paragraphs jsonb not null default '{}',
  version int not null,
  updated_at timestamptz not null
);

create table selection_meeting (
  id uuid primary key,
  fair_id uuid not null references fair,
  position int not null,
  state text not null check (state in ('open', 'signed')),
  held_at timestamptz not null,
  ended_at timestamptz not null,
  place text not null,
  council_decision text not null,
  members jsonb not null,
  motions jsonb not null,
  remarks text not null default '',
  seed text not null,
  waiting_places int,
  sha256 text,
  document_id uuid references document,
  version int not null,
  recorded_by uuid references person,
  recorded_at timestamptz not null,
  signed_by uuid references person,
  signed_at timestamptz,
  unique (fair_id, position)
);

alter table selection add column meeting_id uuid references selection_meeting;

create unique index selection_meeting_used on selection (meeting_id);

-- What the establishment is shown until its letter is sent.
alter table application add column shown_state text check (shown_state in ('complete', 'waiting', 'selected', 'rejected'));

alter table selection_outcome add column released_at timestamptz;

update selection_outcome o set released_at = s.decided_at from selection s where s.id = o.selection_id;

create table selection_place (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  selection_id uuid not null references selection,
  origin text not null check (origin in ('decision', 'waiting-list')),
  state text not null check (state in ('offered', 'confirmed', 'declined', 'lapsed')),
  passed_over jsonb not null default '[]',
  offered_at timestamptz not null,
  due_at timestamptz,
  mail_id uuid references mail,
  reminder_mail_id uuid references mail,
  reminded_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references person,
  channel text check (channel in ('page', 'phone', 'letter')),
  note text,
  evidence_file_id uuid references file
);

create unique index selection_place_once on selection_place (application_id) where state in ('offered', 'confirmed');

create index selection_place_due on selection_place (due_at) where state = 'offered';

create index selection_place_fair on selection_place (fair_id);

create table selection_complaint (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  selection_id uuid not null references selection,
  state text not null check (state in ('filed', 'upheld', 'dismissed')),
  channel text not null check (channel in ('page', 'letter')),
  text text not null,
  filed_by uuid references person,
  filed_at timestamptz not null,
  answer_due_on date not null,
  reasons text,
  answered_by uuid references person,
  answered_at timestamptz,
  mail_id uuid references mail,
  unique (application_id, selection_id)
);

create index selection_complaint_fair on selection_complaint (fair_id);

create table selection_scenario (
  id uuid primary key,
  fair_id uuid not null references fair,
  name text not null,
  settings jsonb not null,
  version int not null,
  created_by uuid references person,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (fair_id, name)
);

`,
  )
