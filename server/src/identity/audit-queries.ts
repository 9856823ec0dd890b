import type { AuditFilter } from '@hoicho/shared/identity/audit.ts'
import { addDays, startOfLocalDay } from '@hoicho/shared/platform/dates.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/context.ts'

/** Days of the log are days in Vietnam, where the organizers work. */
const ZONE = 'Asia/Ho_Chi_Minh'

/** One page of an organizer's log, newest first, after the entry `filter.after`. */
export async function auditOfOrganizer(db: Db, organizerId: string, filter: AuditFilter, limit: number) {
  let query = db
    .selectFrom('auditEntry')
    .leftJoin('person', 'person.id', 'auditEntry.actorId')
    .leftJoin('establishment', 'establishment.id', 'auditEntry.establishmentId')
    .leftJoin('fair', 'fair.id', 'auditEntry.fairId')
    .select([
      'auditEntry.id',
      'auditEntry.at',
      'auditEntry.action',
      'auditEntry.actorKind',
      'auditEntry.entity',
      'auditEntry.entityId',
      'auditEntry.before',
      'auditEntry.after',
      'auditEntry.fairId',
      'person.name as actorName',
      'establishment.name as establishmentName',
      'fair.nameVi as fairName',
    ])
    .where('auditEntry.organizerId', '=', organizerId)
  if (filter.fairId) query = query.where('auditEntry.fairId', '=', filter.fairId)
  if (filter.action) query = query.where('auditEntry.action', '=', filter.action)
  if (filter.personId) query = query.where('auditEntry.actorId', '=', filter.personId)
  if (filter.from) query = query.where('auditEntry.at', '>=', startOfLocalDay(filter.from, ZONE))
  if (filter.to) query = query.where('auditEntry.at', '<', startOfLocalDay(addDays(filter.to, 1), ZONE))
  if (filter.after) query = query.where(isBehind(organizerId, filter.after))
  return await query.orderBy('auditEntry.at', 'desc').orderBy('auditEntry.id', 'desc').limit(limit).execute()
}

/** Further back than that entry of the same log. */
const isBehind = (organizerId: string, entryId: string) => sql<boolean>`
  (audit_entry.at, audit_entry.id) < (
    select seen.at, seen.id from audit_entry seen where seen.id = ${entryId} and seen.organizer_id = ${organizerId})`

/** Everybody who stands in an organizer's log. */
export async function peopleInAudit(db: Db, organizerId: string) {
  return await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(row =>
      row.exists(
        row
          .selectFrom('auditEntry')
          .select('auditEntry.id')
          .whereRef('auditEntry.actorId', '=', 'person.id')
          .where('auditEntry.organizerId', '=', organizerId),
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
}
