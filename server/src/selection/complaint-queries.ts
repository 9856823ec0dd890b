import type { ComplaintView } from '@hoicho/shared/selection/place-schema.ts'
import type { Db, Tx } from '../platform/context.ts'

/** Complaints about the decisions of a fair, those to be answered first, by their deadline. */
export async function complaintsOf(db: Db | Tx, fairId: string): Promise<ComplaintView[]> {
  return await db
    .selectFrom('selectionComplaint as complaint')
    .innerJoin('application', 'application.id', 'complaint.applicationId')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('selection', 'selection.id', 'complaint.selectionId')
    .leftJoin('person', 'person.id', 'complaint.answeredBy')
    .select(['complaint.id', 'complaint.state', 'complaint.text', 'complaint.filedAt', 'complaint.channel'])
    .select(['complaint.answerDueOn', 'complaint.reasons', 'complaint.answeredAt', 'complaint.applicationId'])
    .select(['application.number', 'establishment.name as establishmentName', 'selection.version'])
    .select('person.name as answeredByName')
    .where('complaint.fairId', '=', fairId)
    .orderBy(row => row('complaint.state', '=', 'filed'), 'desc')
    .orderBy('complaint.answerDueOn')
    .orderBy('complaint.id')
    .execute()
}

export async function lockComplaint(tx: Tx, fairId: string, complaintId: string) {
  return await tx
    .selectFrom('selectionComplaint')
    .select(['id', 'state', 'applicationId', 'selectionId'])
    .where('fairId', '=', fairId)
    .where('id', '=', complaintId)
    .forUpdate()
    .executeTakeFirst()
}
