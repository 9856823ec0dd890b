import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * Campaigns of invitation letters, saved lists, reminders, calls, and who asked not to be written to. A mail can be held
 * back or taken back before it leaves, and one that is part of a campaign respects its organizer's quiet hours.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table mail drop constraint mail_state_check;

alter table mail add constraint mail_state_check
  check (state in ('queued', 'sent', 'refused', 'failed', 'cancelled'));

alter table mail add column is_bulk boolean not null default false;

alter table mail add column held_at timestamptz;

alter table mail add column sending_at timestamptz;

-- What an organizer changed of the dated default.
create table quiet_hours (
  organizer_id uuid primary key references organizer,
  starts_at text not null,
  ends_at text not null,
  weekdays jsonb not null,
  days jsonb not null,
  time_zone text not null,
  version int not null,
  updated_at timestamptz not null
);

create table saved_list (
  id uuid primary key,
  organizer_id uuid not null references organizer,
  name text not null,
  version int not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz
);

create unique index saved_list_name on saved_list (organizer_id, lower(name)) where removed_at is null;

create table saved_list_member (
  list_id uuid not null references saved_list,
  establishment_id uuid not null references establishment,
  added_at timestamptz not null,
  primary key (list_id, establishment_id)
);

create table campaign (
  id uuid primary key,
  fair_id uuid not null references fair,
  name text not null,
  state text not null check (state in ('draft', 'running', 'paused', 'done', 'cancelled')),
  audience jsonb not null,
  letter jsonb not null,
  batch_size int not null check (batch_size between 1 and 200),
  batch_minutes int not null check (batch_minutes between 1 and 1440),
  start_at timestamptz,
  reminder_days jsonb not null,
  reminders_on boolean not null,
  letter_number text,
  letter_on date,
  document_id uuid references document,
  next_batch_at timestamptz,
  version int not null default 1,
  created_by uuid references person,
  created_at timestamptz not null,
  started_by uuid references person,
  started_at timestamptz,
  ended_at timestamptz
);

create index campaign_fair on campaign (fair_id, created_at);

-- What the worker looks for.
create index campaign_due on campaign (next_batch_at) where state = 'running';

alter table fair_invitation alter column email drop not null;

alter table fair_invitation add column channel text not null default 'officer'
  check (channel in ('campaign', 'officer', 'phone'));

alter table fair_invitation add column campaign_id uuid references campaign;

alter table fair_invitation add column code_hash text unique;

alter table fair_invitation add column decline_code text
  check (decline_code in ('no-time', 'no-goods', 'cost', 'other-fair', 'too-far', 'not-suitable', 'other'));

alter table fair_invitation add column declined_at timestamptz;

alter table fair_invitation add column revoked_at timestamptz;

create index fair_invitation_campaign on fair_invitation (campaign_id);

-- Frozen when the campaign is started, in the order in which the letters go out.
create table campaign_recipient (
  campaign_id uuid not null references campaign,
  establishment_id uuid not null references establishment,
  fair_id uuid not null references fair,
  position int not null,
  email text,
  state text not null check (state in ('queued', 'sent', 'skipped', 'cancelled')),
  skip_reason text check (skip_reason in ('already-invited', 'no-e-mail', 'opted-out')),
  invitation_id uuid references fair_invitation,
  handled_at timestamptz,
  primary key (campaign_id, establishment_id),
  check ((state = 'skipped') = (skip_reason is not null))
);

create index campaign_recipient_queue on campaign_recipient (campaign_id, position) where state = 'queued';

-- At most one for each deadline and number of days before it.
create table invitation_reminder (
  invitation_id uuid not null references fair_invitation,
  days_before int not null,
  deadline_on date not null,
  mail_id uuid not null references mail,
  created_at timestamptz not null,
  primary key (invitation_id, deadline_on, days_before)
);

create table invitation_opt_out (
  organizer_id uuid not null references organizer,
  establishment_id uuid not null references establishment,
  created_at timestamptz not null,
  primary key (organizer_id, establishment_id)
);

create table recruitment_call (
  id uuid primary key,
  fair_id uuid not null references fair,
  establishment_id uuid not null references establishment,
  called_at timestamptz not null,
  called_by uuid references person,
  outcome text not null
    check (outcome in ('reached', 'interested', 'will-answer', 'declined', 'no-answer', 'wrong-number')),
  note text not null default '',
  call_again_on date,
  created_at timestamptz not null
);

create index recruitment_call_fair on recruitment_call (fair_id, establishment_id, called_at);
`,
  )
