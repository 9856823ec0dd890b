import type { Kysely } from 'kysely'
import { runSql } from '../src/run-sql.ts'

/**
 * Contract numbers begin at 01 again each year (decree 30/2020/NĐ-CP, article 15), so a fair whose contracts span New
 * Year holds one number twice. The counter's row lock keeps them apart within a year.
 */
export const up = (db: Kysely<unknown>) =>
  runSql(
    db,
    `
drop index contract_number;

create index contract_number on contract (fair_id, number);

`,
  )
