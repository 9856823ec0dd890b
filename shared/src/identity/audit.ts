import { z } from 'zod'
import { isoDate } from '../platform/dates.ts'
import { id } from '../platform/ids.ts'

/** What of an organizer's log is asked for. Days are days in Vietnam; `after` is the last entry already read. */
export const AuditFilter = z.object({
  fairId: id().optional(),
  personId: id().optional(),
  action: z.string().max(60).optional(),
  from: isoDate().optional(),
  to: isoDate().optional(),
  after: id().optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** One field an act changed, as short text; null where there was or is nothing. */
export const FieldChange = z.object({
  field: z.string(),
  before: z.union([z.string(), z.null()]),
  after: z.union([z.string(), z.null()]),
})
export type FieldChange = z.infer<typeof FieldChange>

export const AuditEntry = z
  .object({
    id: id(),
    at: z.string(),
    action: z.string(),
    actorKind: z.enum(['person', 'device', 'system', 'public']),
    actorName: z.union([z.string(), z.null()]),
    establishmentName: z.union([z.string(), z.null()]),
    fairId: z.union([z.string(), z.null()]),
    fairName: z.union([z.string(), z.null()]),
    entity: z.string(),
    entityId: id(),
    changes: z.array(FieldChange),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

/** A page of the log, newest first. `next` is what to give as `after`, or null at the end. */
export const AuditPage = z
  .object({ items: z.array(AuditEntry), next: z.union([id(), z.null()]) })
  .meta({ id: 'AuditPage' })
export type AuditPage = z.infer<typeof AuditPage>

export const AuditPeople = z.object({ items: z.array(z.object({ id: id(), name: z.string() })) })
