import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * Every submission of an application as it stood at that moment, and every request for correction with its remarks.
 * What was submitted before this day is kept as it stands now: the best that is still known of it.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
create table application_submission (
  application_id uuid not null references application on delete cascade,
  round int not null check (round > 0),
  submitted_at timestamptz not null,
  submitted_by uuid references person,
  form_version int not null,
  answers jsonb not null,
  products jsonb not null,
  papers jsonb not null,
  primary key (application_id, round)
);

-- A request about the submission of the same round.
create table application_correction (
  application_id uuid not null references application on delete cascade,
  round int not null check (round > 0),
  note text not null,
  due_on date,
  requested_by uuid references person,
  requested_at timestamptz not null,
  resubmitted_at timestamptz,
  primary key (application_id, round)
);

create table application_remark (
  application_id uuid not null,
  round int not null,
  position int not null,
  pointer text not null,
  note text not null,
  reply text not null default '',
  answered_by uuid references person,
  answered_at timestamptz,
  resolved_by uuid references person,
  resolved_at timestamptz,
  primary key (application_id, round, pointer),
  foreign key (application_id, round) references application_correction on delete cascade
);

insert into application_submission
select a.id, 1, a.submitted_at, null, a.form_version, a.answers,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'nameVi', p.name_vi) order by p.name_vi, p.id)
    from application_product ap join product p on p.id = ap.product_id where ap.application_id = a.id
  ), '[]'),
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'paperCode', p.paper_code, 'fileId', p.file_id, 'name', f.name, 'sha256', f.sha256) order by p.id)
    from application_paper p join file f on f.id = p.file_id where p.application_id = a.id and p.removed_at is null
  ), '[]')
from application a where a.submitted_at is not null;

insert into application_correction
select id, 1, coalesce(correction_note, ''), correction_due_on, null, updated_at, null
from application where state = 'correction-requested';

insert into application_remark (application_id, round, position, pointer, note)
select a.id, 1, min(item.position), item.remark ->> 'pointer', string_agg(item.remark ->> 'note', ' ' order by item.position)
from application a, jsonb_array_elements(a.correction_fields) with ordinality as item (remark, position)
where a.state = 'correction-requested'
group by a.id, item.remark ->> 'pointer';

alter table application drop column correction_fields;

`,
  )
