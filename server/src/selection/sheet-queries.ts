import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { isBarredPair } from './queries.ts'

export async function mySheets(db: Db | Tx, fairId: string, reviewerId: string) {
  return await db
    .selectFrom('reviewerAssignment as assignment')
    .innerJoin('application', 'application.id', 'assignment.applicationId')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('province', join =>
      join
        .onRef('province.scheme', '=', 'establishment.provinceScheme')
        .onRef('province.code', '=', 'establishment.provinceCode'),
    )
    .leftJoin('scoreSheet as sheet', join =>
      join
        .onRef('sheet.applicationId', '=', 'assignment.applicationId')
        .onRef('sheet.reviewerId', '=', 'assignment.reviewerId'),
    )
    .select([
      'application.id as applicationId',
      'application.number',
      'application.state as applicationState',
    ])
    .select(['establishment.name as establishmentName', 'province.nameVi as provinceName'])
    .select(['sheet.state', 'sheet.points', 'assignment.assignedAt'])
    .where('assignment.fairId', '=', fairId)
    .where('assignment.reviewerId', '=', reviewerId)
    .where('assignment.endedAt', 'is', null)
    .where(sql<boolean>`not ${isBarredPair()}`)
    .orderBy('establishment.name')
    .orderBy('application.id')
    .execute()
}

/** Reviewers with sheets still to file and how many; not those a reminder of the fair went to since. */
export async function unfiledByReviewer(tx: Tx, fairId: string, since: string) {
  return await tx
    .selectFrom('reviewerAssignment as assignment')
    .innerJoin('application', 'application.id', 'assignment.applicationId')
    .innerJoin('person', 'person.id', 'assignment.reviewerId')
    .leftJoin('scoreSheet as sheet', join =>
      join
        .onRef('sheet.applicationId', '=', 'assignment.applicationId')
        .onRef('sheet.reviewerId', '=', 'assignment.reviewerId'),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.locale'])
    .select(sql<number>`count(*)::int`.as('count'))
    .where('assignment.fairId', '=', fairId)
    .where('assignment.endedAt', 'is', null)
    .where('application.state', '=', 'complete')
    .where(sql<boolean>`coalesce(sheet.state, 'draft') = 'draft'`)
    .where(sql<boolean>`not ${isBarredPair()}`)
    .where(
      sql<boolean>`not exists (
        select from mail where mail.fair_id = ${fairId} and mail.template = 'scoring-reminder'
          and mail.to_address = person.email and mail.created_at >= ${since})`,
    )
    .groupBy(['person.id', 'person.name', 'person.email', 'person.locale'])
    .orderBy('person.id')
    .execute()
}

export async function applicationById(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select(['application.id', 'application.number', 'establishment.name as establishmentName'])
    .where('application.fairId', '=', fairId)
    .where('application.id', '=', applicationId)
    .executeTakeFirst()
}
