import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import type { MeetingMember, Motion } from '@hoicho/shared/selection/meeting-schema.ts'
import { type QuorumRule, quorumRule } from '@hoicho/shared/selection/minutes.ts'
import type { Db, Tx } from '../platform/context.ts'
import { datedRules } from './queries.ts'

/** Meetings of a fair's council, the newest first. The columns are only ever written from their schemas. */
export async function meetingsOf(db: Db | Tx, fairId: string) {
  const rows = await db
    .selectFrom('selectionMeeting as meeting')
    .leftJoin('document', 'document.id', 'meeting.documentId')
    .leftJoin('person', 'person.id', 'meeting.signedBy')
    .leftJoin('selection', 'selection.meetingId', 'meeting.id')
    .selectAll('meeting')
    .select(['document.number as documentNumber', 'document.fileId as documentFileId'])
    .select(['person.name as signedByName', 'selection.version as decision'])
    .where('meeting.fairId', '=', fairId)
    .orderBy('meeting.position', 'desc')
    .execute()
  return rows.map(withContent)
}
export type MeetingRow = Awaited<ReturnType<typeof meetingsOf>>[number]

/** A meeting on its locked row. */
export async function lockMeeting(tx: Tx, fairId: string, meetingId: string) {
  const row = await tx
    .selectFrom('selectionMeeting')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('id', '=', meetingId)
    .forUpdate()
    .executeTakeFirst()
  return row && withContent(row)
}
export type LockedMeeting = NonNullable<Awaited<ReturnType<typeof lockMeeting>>>

const withContent = <Row extends { members: unknown; motions: unknown }>(row: Row) => ({
  ...row,
  members: row.members as MeetingMember[],
  motions: row.motions as Motion[],
})

/** The newest signed meeting no decision rests on yet, locked. */
export async function meetingToDecide(tx: Tx, fairId: string) {
  return await tx
    .selectFrom('selectionMeeting as meeting')
    .select(['meeting.id', 'meeting.seed', 'meeting.waitingPlaces', 'meeting.sha256', 'meeting.documentId'])
    .select(['meeting.heldAt', 'meeting.councilDecision'])
    .where('meeting.fairId', '=', fairId)
    .where('meeting.state', '=', 'signed')
    .where(row =>
      row.not(
        row.exists(
          row.selectFrom('selection').select('id').whereRef('selection.meetingId', '=', 'meeting.id'),
        ),
      ),
    )
    .orderBy('meeting.position', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** The share of the council that must be present, by the fair's rules; every member where there is no rule. */
export async function quorumRuleOf(
  db: Db | Tx,
  ruleSetOn: string,
): Promise<{ rule: QuorumRule; legalBasis: string | null }> {
  const found = ruleValueOn(
    await datedRules(db, ['selection.quorum']),
    'selection.quorum',
    ruleSetOn,
    quorumRule,
  )
  if (found) return { rule: found.value, legalBasis: found.legalBasis }
  return { rule: { numerator: 1, denominator: 1, needsChair: true }, legalBasis: null }
}

/** Conflicts of interest in a fair: who stayed out of which application, and why. */
export async function conflictsForMinutes(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('reviewerAssignment as assignment')
    .innerJoin('person', 'person.id', 'assignment.reviewerId')
    .innerJoin('application', 'application.id', 'assignment.applicationId')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select(['person.name as reviewerName', 'establishment.name as establishmentName'])
    .select(['application.number', 'assignment.conflictKind'])
    .where('assignment.fairId', '=', fairId)
    .where('assignment.conflictKind', 'is not', null)
    .orderBy('person.name')
    .orderBy('application.number')
    .execute()
}
