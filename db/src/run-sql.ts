import { type Kysely, sql } from 'kysely'

/** Runs a migration's statements one after the other. A statement ends with `;` followed by an empty line. */
export async function runSql(db: Kysely<unknown>, script: string): Promise<void> {
  for (const statement of script.split(/;\s*\n\s*\n|;\s*$/)) {
    if (statement.trim()) await sql.raw(statement).execute(db)
  }
}
