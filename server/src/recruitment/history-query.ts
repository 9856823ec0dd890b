import type { LogEntry } from '@hoicho/shared/recruitment/history.ts'
import type { Db } from '../platform/context.ts'

/** The log about one application of a fair, oldest first. A person counts as the establishment's who ever belonged to it. */
export async function historyLog(
  db: Db,
  fairId: string,
  establishmentId: string,
  applicationId: string,
): Promise<LogEntry[]> {
  return await db
    .selectFrom('auditEntry')
    .leftJoin('person', 'person.id', 'auditEntry.actorId')
    .select([
      'auditEntry.at',
      'auditEntry.action',
      'auditEntry.actorId',
      'auditEntry.actorKind',
      'auditEntry.after',
    ])
    .select('person.name as actorName')
    .select(row =>
      row
        .exists(
          row
            .selectFrom('establishmentMember')
            .select('establishmentMember.id')
            .whereRef('establishmentMember.personId', '=', 'auditEntry.actorId')
            .where('establishmentMember.establishmentId', '=', establishmentId),
        )
        .$castTo<boolean>()
        .as('isOwnSide'),
    )
    .where('auditEntry.fairId', '=', fairId)
    .where('auditEntry.entity', '=', 'application')
    .where('auditEntry.entityId', '=', applicationId)
    .orderBy('auditEntry.id')
    .execute()
}
