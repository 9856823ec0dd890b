import type { Db, Tx } from '../platform/context.ts'

/** What came in of the fee before appraisal, voided payments too, in the order it was written down. */
export async function feePayments(db: Db | Tx, applicationId: string) {
  return await db
    .selectFrom('feePayment')
    .leftJoin('person', 'person.id', 'feePayment.recordedBy')
    .select(['feePayment.id', 'amountMinor', 'currency', 'paidOn', 'reference', 'recordedAt', 'voidedAt'])
    .select(['voidReason', 'person.name as recordedByName'])
    .where('applicationId', '=', applicationId)
    .orderBy('feePayment.id')
    .execute()
}
