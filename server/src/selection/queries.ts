import type { BlindField } from '@hoicho/shared/selection/council.ts'
import type { CriterionView } from '@hoicho/shared/selection/schema.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** States in which an application takes part in a selection. */
export const CANDIDATE_STATES = ['complete', 'waiting', 'selected'] as const

export async function fairForSelection(db: Db | Tx, fairId: string, lock?: 'share' | 'update') {
  const query = db
    .selectFrom('fair')
    .select(['id', 'organizerId', 'kind', 'nameVi', 'nameEn', 'nameDe', 'opensOn', 'closesOn', 'city'])
    .select(['venueName', 'quota', 'passMark', 'ruleSetOn', 'timeZone', 'country', 'currency'])
    .where('id', '=', fairId)
  if (lock === 'share') return await query.forShare().executeTakeFirst()
  return await (lock === 'update' ? query.forUpdate() : query).executeTakeFirst()
}

export async function lockApplications(tx: Tx, fairId: string, ids: readonly string[]) {
  return await tx
    .selectFrom('application')
    .select(['id', 'state', 'establishmentId'])
    .where('fairId', '=', fairId)
    .where('id', '=', sql<string>`any(${ids})`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function datedRules(db: Db | Tx, keys: readonly string[]) {
  return await db
    .selectFrom('datedRule')
    .select(['key', 'value', 'validFrom', 'validTo', 'legalBasis', 'source', 'confidence'])
    .where('key', '=', sql<string>`any(${keys})`)
    .execute()
}

export async function criteriaOf(db: Db | Tx, fairId: string): Promise<CriterionView[]> {
  const rows = await db
    .selectFrom('criterion')
    .select(['code', 'nameVi', 'nameEn', 'guidanceVi', 'guidanceEn', 'maxPoints'])
    .select(['scale', 'allowsBetween', 'isOptional', 'knockOutBelow', 'knockOutMembers'])
    .where('fairId', '=', fairId)
    .orderBy('position')
    .execute()
  return rows.map(({ scale, knockOutBelow, knockOutMembers, ...row }) => ({
    ...row,
    // The column is only ever written from the schema of criteria.
    values: scale as CriterionView['values'],
    knockOut:
      knockOutBelow === null || knockOutMembers === null
        ? null
        : { below: knockOutBelow, members: knockOutMembers },
  }))
}

/** What a fair hides from those who score. */
export async function blindFieldsOf(db: Db | Tx, fairId: string): Promise<BlindField[]> {
  const row = await db
    .selectFrom('sheetSetting')
    .select('blindFields')
    .where('fairId', '=', fairId)
    .executeTakeFirst()
  // The column is only ever written from the schema of criteria.
  return (row?.blindFields ?? []) as BlindField[]
}

export async function hasFiledSheet(db: Db | Tx, fairId: string): Promise<boolean> {
  const row = await db
    .selectFrom('scoreSheet')
    .select('id')
    .where('fairId', '=', fairId)
    .where('state', '<>', 'draft')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function checksOf(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('applicationCheck')
    .leftJoin('person', 'person.id', 'applicationCheck.checkedBy')
    .leftJoin('person as chief', 'chief.id', 'applicationCheck.overriddenBy')
    .selectAll('applicationCheck')
    .select(['person.name as checkedByName', 'chief.name as overriddenByName'])
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .execute()
}

export async function checkRuns(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('applicationCheckRun as run')
    .leftJoin('person', 'person.id', 'run.runBy')
    .select(['run.id', 'run.runAt', 'run.results', 'person.name as runByName'])
    .where('run.fairId', '=', fairId)
    .where('run.applicationId', '=', applicationId)
    .orderBy('run.id', 'desc')
    .limit(50)
    .execute()
}

export async function refusalOf(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('applicationRefusal')
    .select(['reason', 'refusedAt'])
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .executeTakeFirst()
}

/** People who are reviewers of the organizer now. */
export async function reviewersOf(db: Db | Tx, organizerId: string) {
  return await db
    .selectFrom('organizerMember')
    .innerJoin('person', 'person.id', 'organizerMember.personId')
    .select(['person.id', 'person.name'])
    .where('organizerMember.organizerId', '=', organizerId)
    .where('organizerMember.role', '=', 'reviewer')
    .where('organizerMember.endedAt', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}

/** Assignments of a fair, ended ones too, with the sheet each led to. */
export async function assignmentsOf(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('reviewerAssignment as assignment')
    .innerJoin('person', 'person.id', 'assignment.reviewerId')
    .leftJoin('scoreSheet as sheet', join =>
      join
        .onRef('sheet.applicationId', '=', 'assignment.applicationId')
        .onRef('sheet.reviewerId', '=', 'assignment.reviewerId'),
    )
    .select(['assignment.applicationId', 'assignment.reviewerId', 'assignment.endedAt'])
    .select(['assignment.conflictKind', 'person.name as reviewerName', 'sheet.state as sheetState'])
    .select(isBarredPair().as('isBarred'))
    .where('assignment.fairId', '=', fairId)
    .orderBy('person.name')
    .orderBy('assignment.id')
    .execute()
}

/** Whether a conflict of interest keeps the reviewer of the row `assignment` from its application. */
export const isBarredPair = () =>
  sql<boolean>`exists (
    select from barred_reviewer barred
    where barred.application_id = assignment.application_id and barred.reviewer_id = assignment.reviewer_id
  )`

/** Pairs of reviewer and application that must not be: a conflict was declared, found and not set aside, or confirmed. */
export async function barredPairs(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('barredReviewer')
    .select([sql<string>`application_id`.as('applicationId'), sql<string>`reviewer_id`.as('reviewerId')])
    .where('fairId', '=', fairId)
    .execute()
}

export async function activeAssignment(
  db: Db | Tx,
  fairId: string,
  applicationId: string,
  reviewerId: string,
) {
  return await db
    .selectFrom('reviewerAssignment')
    .select(['id', 'assignedAt'])
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .where('reviewerId', '=', reviewerId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

export async function sheetOf(db: Db | Tx, fairId: string, applicationId: string, reviewerId: string) {
  return await db
    .selectFrom('scoreSheet')
    .select(['id', 'state', 'points', 'remarks', 'version', 'filedAt', 'abstainReason'])
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .where('reviewerId', '=', reviewerId)
    .executeTakeFirst()
}

/**
 * Filed sheets that count: those of reviewers who are still assigned and whom no conflict of interest keeps away; or, so
 * that they are counted, the abstentions among them.
 */
export async function filedSheets(
  db: Db | Tx,
  fairId: string,
  applicationId?: string,
  state: 'filed' | 'abstained' = 'filed',
) {
  let query = db
    .selectFrom('scoreSheet as sheet')
    .innerJoin('reviewerAssignment as assignment', join =>
      join
        .onRef('assignment.applicationId', '=', 'sheet.applicationId')
        .onRef('assignment.reviewerId', '=', 'sheet.reviewerId')
        .on('assignment.endedAt', 'is', null),
    )
    .innerJoin('person', 'person.id', 'sheet.reviewerId')
    .select(['sheet.applicationId', 'sheet.reviewerId', 'sheet.points', 'sheet.remarks'])
    .select('person.name as reviewerName')
    .where('sheet.fairId', '=', fairId)
    .where('sheet.state', '=', state)
    .where(sql<boolean>`not ${isBarredPair()}`)
  if (applicationId) query = query.where('sheet.applicationId', '=', applicationId)
  return await query.orderBy('sheet.filedAt').orderBy('sheet.id').execute()
}

/** Applications of a fair in some states, with what the lists show and what priority rests on. */
export async function applicationsIn(db: Db | Tx, fairId: string, states: readonly string[]) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('province', join =>
      join
        .onRef('province.scheme', '=', 'establishment.provinceScheme')
        .onRef('province.code', '=', 'establishment.provinceCode'),
    )
    .select(['application.id', 'application.number', 'application.state', 'application.establishmentId'])
    .select(['establishment.name as establishmentName', 'province.nameVi as provinceName'])
    .select(['establishment.employees', 'establishment.exportMarkets'])
    .where('application.fairId', '=', fairId)
    .where('application.state', '=', sql<'complete'>`any(${states})`)
    .orderBy('establishment.name')
    .orderBy('application.id')
    .execute()
}

/** Establishments among the candidates that hold an outstanding product's title valid on a day. */
export async function outstandingHolders(db: Db | Tx, establishmentIds: readonly string[], on: string) {
  const rows = await db
    .selectFrom('recognition')
    .select('establishmentId')
    .distinct()
    .where('establishmentId', '=', sql<string>`any(${establishmentIds})`)
    .where('scheme', '=', 'cnnt')
    .where('removedAt', 'is', null)
    .where('issuedOn', '<=', on)
    .where('validUntil', '>=', on)
    .execute()
  return new Set(rows.map(row => row.establishmentId))
}
