import type { Db } from '../platform/context.ts'

/** An application of a fair with the last request for its confirmation. */
export async function confirmationOf(db: Db, fairId: string, applicationId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .leftJoin('applicationConfirmation as asked', 'asked.applicationId', 'application.id')
    .leftJoin('person as officer', 'officer.id', 'application.enteredBy')
    .leftJoin('person as account', 'account.id', 'asked.confirmedBy')
    .select([
      'application.confirmation as state',
      'application.enteredFrom',
      'officer.name as enteredBy',
      'application.startedAt as enteredAt',
      'application.establishmentId',
      'establishment.email',
      'establishment.phone',
      'asked.requestedAt',
      'asked.method',
      'asked.confirmedAt',
      'asked.confirmedName',
      'account.name as accountName',
      'asked.fileId',
      'asked.reason',
    ])
    .where('application.fairId', '=', fairId)
    .where('application.id', '=', applicationId)
    .orderBy('asked.round', 'desc')
    .limit(1)
    .executeTakeFirst()
}
