import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/context.ts'

/** Applications of a fair by their ids, in the order they were asked for; others are left out. */
export const bulkRows = (db: Db, fairId: string, ids: readonly string[]) =>
  db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select([
      'application.id as applicationId',
      'application.number',
      'application.state',
      'application.assigneeId',
      'application.formVersion',
      'establishment.name as establishmentName',
    ])
    .select(
      sql<boolean>`establishment.email is not null or exists (
        select 1 from establishment_member m
        where m.establishment_id = establishment.id and m.role = 'owner' and m.ended_at is null
      )`.as('hasReader'),
    )
    .where('application.fairId', '=', fairId)
    .where('application.id', '=', sql<string>`any(${ids})`)
    .orderBy(sql`array_position(${ids}::uuid[], application.id)`)
    .execute()

/** How the gates of several applications stand, as last judged; those never judged are missing. */
export const bulkGates = (db: Db, fairId: string, ids: readonly string[], personId: string | null) =>
  db
    .selectFrom('applicationCheck')
    .select([
      'applicationId',
      sql<number>`(count(*) filter (
        where coalesce(override_outcome, outcome) = 'fail' and effect = 'block'))::int`.as('failing'),
      sql<number>`(count(*) filter (where coalesce(override_outcome, outcome) = 'unknown'))::int`.as(
        'unknown',
      ),
      sql<boolean>`coalesce(bool_or(override_outcome is not null and overridden_by = ${personId}::uuid), false)`.as(
        'isOverriddenByActor',
      ),
    ])
    .where('fairId', '=', fairId)
    .where('applicationId', '=', sql<string>`any(${ids})`)
    .groupBy('applicationId')
    .execute()

/** The fair's forms by version. The column is only ever written from its schema. */
export async function formsByVersion(db: Db, fairId: string): Promise<Map<number, FormDefinition>> {
  const rows = await db
    .selectFrom('applicationForm')
    .select(['version', 'definition'])
    .where('fairId', '=', fairId)
    .execute()
  return new Map(rows.map(row => [row.version, row.definition as FormDefinition]))
}
