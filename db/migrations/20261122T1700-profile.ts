import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import { type Kysely, sql } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * The profile holds several bank accounts, contacts, export figures by year and photos; duplicates of the directory can
 * be found, merged and taken apart again; the directory is searched by name, number, phone and product in one column.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await runSql(db, TABLES)
  await fillNameKeys(db)
  await runSql(db, SEARCH)
}

const TABLES = `
create table bank_account (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  -- Unknown of an account that was written down before the bank was asked.
  bank_bin text references bank,
  account text not null,
  holder text not null,
  is_default boolean not null,
  created_at timestamptz not null,
  removed_at timestamptz
);

-- Contracts name one account: there is never a second default.
create unique index bank_account_default on bank_account (establishment_id) where is_default and removed_at is null;

create unique index bank_account_once on bank_account (establishment_id, bank_bin, account) where removed_at is null;

insert into bank_account (id, establishment_id, bank_bin, account, holder, is_default, created_at)
select gen_random_uuid(), id, bank_bin, bank_account, coalesce(bank_holder, name), true, created_at
from establishment where bank_account is not null;

alter table establishment drop column bank_bin, drop column bank_account, drop column bank_holder;

create table contact (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  purpose text not null check (purpose in ('general', 'fair', 'sales', 'accounting', 'other')),
  name text not null,
  position text not null default '',
  phone text,
  email text,
  version int not null default 1,
  created_at timestamptz not null,
  removed_at timestamptz
);

create index contact_establishment on contact (establishment_id);

-- What was exported in one year: countries (ISO 3166-1 alpha-2), and the value where it is told.
create table export_year (
  id uuid primary key,
  establishment_id uuid not null references establishment,
  year int not null,
  countries text[] not null,
  value_minor bigint check (value_minor >= 0),
  currency text check (currency in ('VND', 'EUR', 'USD', 'GBP', 'CHF', 'CNY', 'JPY', 'KRW')),
  note text not null default '',
  created_at timestamptz not null,
  check ((value_minor is null) = (currency is null)),
  unique (establishment_id, year)
);

alter table product add column description_de text not null default '', add column further_photo_ids uuid[] not null default '{}';

-- When the reminder of the last day was sent: once.
alter table certificate add column reminded_at timestamptz;

alter table recognition add column reminded_at timestamptz;

create index certificate_ends on certificate (valid_until) where removed_at is null;

create index recognition_ends on recognition (valid_until) where removed_at is null;

alter table establishment add column merged_into uuid references establishment, add column product_names text not null default '', add column name_key text;

create table establishment_merge (
  id uuid primary key,
  organizer_id uuid not null references organizer,
  survivor_id uuid not null references establishment,
  absorbed_id uuid not null references establishment,
  -- What was moved and what was changed, with the values of before: enough to take it apart again.
  plan jsonb not null,
  merged_by uuid references person,
  merged_at timestamptz not null,
  undone_at timestamptz
);

create index establishment_merge_organizer on establishment_merge (organizer_id, merged_at);

create unique index establishment_merge_absorbed on establishment_merge (absorbed_id) where undone_at is null;

-- Pairs somebody of an organizer looked at and found to be two.
create table establishment_distinct (
  organizer_id uuid not null references organizer,
  first_id uuid not null references establishment,
  second_id uuid not null references establishment,
  decided_by uuid references person,
  decided_at timestamptz not null,
  primary key (organizer_id, first_id, second_id),
  check (first_id < second_id)
);
`

/**
 * `name_key` is the name without legal form and diacritics: the order of the directory and the first sign of a
 * duplicate. One function makes it, `establishmentNameKey`; whoever writes a name writes the key.
 */
async function fillNameKeys(db: Kysely<unknown>): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<{ id: string; name: string }>`
      select id, name from establishment where id > ${after} order by id limit 5000`.execute(db)
    const keys = JSON.stringify(rows.map(({ id, name }) => ({ id, key: establishmentNameKey(name) })))
    await sql`
      update establishment e set name_key = k.key
      from jsonb_to_recordset(${keys}::text::jsonb) as k(id uuid, key text) where k.id = e.id`.execute(db)
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

const SEARCH = `
alter table establishment alter column name_key set not null;

-- A record merged into another keeps its number for the day it is taken apart.
drop index establishment_tax_code;

create unique index establishment_tax_code on establishment (tax_code) where tax_code is not null and merged_into is null;

-- Products are searched with their establishment, so their names stand in its row; a trigger keeps them, for products are
-- written by several verbs and by statements over many rows.
create function keep_product_names() returns trigger language plpgsql as $$
begin
  update establishment e
  set product_names = coalesce((
    select string_agg(concat_ws(' ', p.name_vi, p.name_en, p.name_de), ' ' order by p.created_at, p.id)
    from product p where p.establishment_id = e.id and p.removed_at is null
  ), '')
  where e.id in (
    case when tg_op <> 'INSERT' then old.establishment_id end, case when tg_op <> 'DELETE' then new.establishment_id end
  );
  return null;
end
$$;

create trigger product_names after insert or delete or update of name_vi, name_en, name_de, removed_at, establishment_id
on product for each row execute function keep_product_names();

update establishment e
set product_names = (
  select string_agg(concat_ws(' ', p.name_vi, p.name_en, p.name_de), ' ' order by p.created_at, p.id)
  from product p where p.establishment_id = e.id and p.removed_at is null
)
where exists (select from product p where p.establishment_id = e.id and p.removed_at is null);

drop index establishment_order;

drop index establishment_search;

alter table establishment drop column search_text;

-- Begins with a blank, so that "% go%" finds beginnings of words by trigram. A person's number (12 digits) is not in it:
-- what is masked must not be found digit by digit. Phones as they are dialled.
alter table establishment add column search_text text not null generated always as (
  ' ' || fold_text(name || ' ' || coalesce(name_en, '') || ' '
    || case when tax_code ~ '^[0-9]{12}$' then '' else coalesce(tax_code, '') end
    || ' ' || regexp_replace(coalesce(phone, ''), '^[+]84', '0') || ' ' || product_names)
) stored;

-- Search as you type: words anywhere in the folded text.
create index establishment_search on establishment using gin (search_text gin_trgm_ops) where merged_into is null;

-- The directory is read page by page in the order of names without their legal form.
create index establishment_order on establishment (name_key, id) where merged_into is null;

-- The other signs of a duplicate: the same phone, mail, or ten digits of the tax code.
create index establishment_phone on establishment (phone) where phone is not null and merged_into is null;

create index establishment_email on establishment (email) where email is not null and merged_into is null;

create index establishment_tax_unit on establishment (left(tax_code, 10)) where length(tax_code) <> 12 and merged_into is null;
`
