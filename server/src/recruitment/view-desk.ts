import type { DeskView } from '@hoicho/shared/recruitment/inbox-schema.ts'
import { profileWarnings } from '@hoicho/shared/recruitment/profile-warnings.ts'
import type { Ctx, Db } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { hasPeople } from './queries.ts'

/** What the desk alone knows of an application: who deals with it, and what is doubtful about the profile behind it. */
export async function viewDesk(ctx: Ctx, applicationId: string): Promise<DeskView> {
  const { fairId } = await mayRead(ctx, 'recruitment.view-notes', { application: applicationId })
  const { db } = ctx.app
  const row = found(await deskRow(db, fairId ?? '', applicationId))
  const facts = {
    taxCode: row.taxCode,
    taxCodeReason: row.taxCodeReason,
    hasPeople: await hasPeople(db, row.establishmentId),
    certificates: await certificatesOf(db, row.establishmentId),
  }
  const { assigneeId, assigneeName } = row
  return { assigneeId, assigneeName, warnings: profileWarnings(facts, row) }
}

const deskRow = (db: Db, fairId: string, applicationId: string) =>
  db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .leftJoin('person as assignee', 'assignee.id', 'application.assigneeId')
    .select(['application.assigneeId', 'assignee.name as assigneeName', 'application.establishmentId'])
    .select(['establishment.taxCode', 'establishment.taxCodeReason', 'fair.opensOn', 'fair.closesOn'])
    .where('application.fairId', '=', fairId)
    .where('application.id', '=', applicationId)
    .executeTakeFirst()

const certificatesOf = (db: Db, establishmentId: string) =>
  db
    .selectFrom('certificate')
    .select(['kind', 'name', 'validUntil'])
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('validUntil')
    .orderBy('id')
    .execute()
