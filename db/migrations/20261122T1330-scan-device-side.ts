import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/** What the device itself decided and knew when it scanned, beside the server's own verdict. */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
alter table scan add column device_verdict text;

alter table scan add column was_offline boolean not null default false;

-- Whether a badge was mailed to an address a moment ago.
create index mail_address on mail (to_address, created_at);

`,
  )
