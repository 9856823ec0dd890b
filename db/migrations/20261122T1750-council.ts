import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * The appraisal council and its round of scoring, what sheets offer beside bare points, and conflicts of interest.
 *
 * The views are the one answer to "may this member see that application": whoever reads applications for a member asks
 * barred_reviewer, whatever the capability. Matches are found anew each time, so a profile changed later counts at once;
 * a match the chair or the manager set aside stays aside as long as nothing else matches.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table criterion
  add column scale jsonb not null default '[]',
  add column allows_between boolean not null default true,
  add column is_optional boolean not null default false,
  add column knock_out_below int check (knock_out_below > 0),
  add column knock_out_members int check (knock_out_members > 0),
  add constraint criterion_knock_out check ((knock_out_below is null) = (knock_out_members is null));

create table sheet_setting (
  fair_id uuid primary key references fair,
  blind_fields jsonb not null
);

create table council (
  fair_id uuid primary key references fair,
  decision_number text not null,
  decided_on date not null,
  state text not null check (state in ('forming', 'open', 'closed')),
  due_on date,
  version int not null default 1,
  updated_at timestamptz not null
);

create table council_member (
  id uuid primary key,
  fair_id uuid not null references council,
  person_id uuid not null references person,
  seat text not null check (seat in ('chair', 'secretary', 'member', 'substitute')),
  is_voting boolean not null,
  load_limit int check (load_limit > 0),
  position int not null,
  replaces_id uuid references council_member,
  since timestamptz not null,
  ended_at timestamptz,
  end_reason text not null default ''
);

create unique index council_member_once on council_member (fair_id, person_id) where ended_at is null;

create unique index council_chair_once on council_member (fair_id) where seat = 'chair' and ended_at is null;

create unique index council_secretary_once on council_member (fair_id) where seat = 'secretary' and ended_at is null;

create table reviewer_profile (
  person_id uuid primary key references person,
  phone text,
  version int not null default 1,
  updated_at timestamptz not null
);

create table reviewer_employer (
  id uuid primary key,
  person_id uuid not null references person,
  position int not null,
  name text not null,
  tax_code text,
  is_past boolean not null,
  name_key text not null generated always as (fold_text(name)) stored
);

create index reviewer_employer_person on reviewer_employer (person_id);

create table conflict_of_interest (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  reviewer_id uuid not null references person,
  kind text not null,
  note text not null default '',
  verdict text not null check (verdict in ('conflict', 'none')),
  evidence jsonb not null default '[]',
  noted_by uuid references person,
  noted_at timestamptz not null,
  unique (application_id, reviewer_id)
);

create index conflict_of_interest_reviewer on conflict_of_interest (reviewer_id, fair_id);

insert into conflict_of_interest (id, fair_id, application_id, reviewer_id, kind, note, verdict, noted_by, noted_at)
  select distinct on (application_id, reviewer_id)
    id, fair_id, application_id, reviewer_id, conflict_kind, coalesce(conflict_note, ''), 'conflict', reviewer_id,
    coalesce(ended_at, assigned_at)
  from reviewer_assignment where conflict_kind is not null
  order by application_id, reviewer_id, assigned_at desc;

alter table score_sheet drop constraint score_sheet_state_check;

alter table score_sheet
  add constraint score_sheet_state_check check (state in ('draft', 'filed', 'abstained')),
  add column abstain_reason text not null default '';

create table score_sheet_version (
  id uuid primary key,
  sheet_id uuid not null references score_sheet,
  version int not null,
  state text not null check (state in ('filed', 'abstained')),
  points jsonb not null,
  remarks text not null,
  abstain_reason text not null default '',
  filed_at timestamptz,
  reopened_by uuid references person,
  reopened_at timestamptz not null,
  reason text not null,
  unique (sheet_id, version)
);

create table sheet_viewing (
  id uuid primary key,
  fair_id uuid not null references fair,
  application_id uuid not null references application,
  person_id uuid not null references person,
  reason text not null,
  opened_at timestamptz not null,
  unique (application_id, person_id)
);

create function mail_domain(address text) returns text language sql immutable parallel safe
  return lower(substring(address from '@([^@]+)$'));

create view interest_detected as
select application.fair_id, application.id as application_id, reviewer.person_id as reviewer_id, matched.by
from application
join fair on fair.id = application.fair_id
join establishment on establishment.id = application.establishment_id
join (select distinct organizer_id, person_id from organizer_member where role = 'reviewer') reviewer
  on reviewer.organizer_id = fair.organizer_id
join person on person.id = reviewer.person_id
left join reviewer_profile profile on profile.person_id = reviewer.person_id
cross join lateral (
  select 'acts-for' as by where exists (
    select from establishment_member m
    where m.establishment_id = establishment.id and m.person_id = reviewer.person_id and m.ended_at is null)
  union all
  select 'e-mail' where exists (
    select from (
      select establishment.email
      union all
      select contact.email from contact
      where contact.establishment_id = establishment.id and contact.removed_at is null
    ) known
    where lower(known.email) = lower(person.email) or (
    mail_domain(known.email) = mail_domain(person.email)
    and not exists (
      select from dated_rule rule
      where rule.key = 'selection.public-mail-domains'
        and rule.valid_from <= fair.rule_set_on and (rule.valid_to is null or rule.valid_to >= fair.rule_set_on)
        and rule.value -> 'domains' ? mail_domain(person.email))))
  union all
  select 'phone' where profile.phone = establishment.phone or exists (
    select from contact
    where contact.establishment_id = establishment.id and contact.removed_at is null and contact.phone = profile.phone)
  union all
  select distinct case when employer.is_past then 'past-employer' else 'employer' end
  from reviewer_employer employer
  where employer.person_id = reviewer.person_id
    and (employer.tax_code = establishment.tax_code or employer.name_key = fold_text(establishment.name))
) matched;

create view barred_reviewer as
select fair_id, application_id, reviewer_id from conflict_of_interest where verdict = 'conflict'
union
select found.fair_id, found.application_id, found.reviewer_id
from interest_detected found
where found.by = 'acts-for' or not exists (
  select from conflict_of_interest settled
  where settled.application_id = found.application_id and settled.reviewer_id = found.reviewer_id
    and settled.verdict = 'none' and settled.evidence ? found.by);
`,
  )
