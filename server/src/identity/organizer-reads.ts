import type { AuditFilter, AuditPage } from '@hoicho/shared/identity/audit.ts'
import { changedFields } from '@hoicho/shared/identity/audit-changes.ts'
import type { OrganizerView } from '@hoicho/shared/identity/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { auditOfOrganizer, peopleInAudit } from './audit-queries.ts'
import { organizerById } from './queries.ts'

const PAGE = 50

/** What an organizer's papers carry, for its manager. */
export async function viewOrganizer(ctx: Ctx, organizerId: string): Promise<OrganizerView> {
  await mayRead(ctx, 'identity.configure-organizer', { organizer: organizerId })
  return found(await organizerById(ctx.app.db, organizerId))
}

/** One page of everything done at an organizer and its fairs, newest first, with what each act changed. */
export async function listAudit(ctx: Ctx, organizerId: string, filter: AuditFilter): Promise<AuditPage> {
  await mayRead(ctx, 'identity.list-audit', { organizer: organizerId })
  // One more than a page tells whether there is another.
  const rows = await auditOfOrganizer(ctx.app.db, organizerId, filter, PAGE + 1)
  const items = rows.slice(0, PAGE).map(({ before, after, ...row }) => ({
    ...row,
    changes: changedFields(before, after),
  }))
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** Whom the log can be asked about. */
export async function listAuditPeople(
  ctx: Ctx,
  organizerId: string,
): Promise<{ id: string; name: string }[]> {
  await mayRead(ctx, 'identity.list-audit', { organizer: organizerId })
  return await peopleInAudit(ctx.app.db, organizerId)
}
