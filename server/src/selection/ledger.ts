import { yearOf } from '@hoicho/shared/platform/dates.ts'
import { SupportView } from '@hoicho/shared/selection/gate-schema.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { contractSupports, supportRecords } from './support-queries.ts'

/** State money an applicant got for other fairs, as its organizer may see it. */
export async function viewLedger(ctx: Ctx, applicationId: string): Promise<SupportView[]> {
  const target = await mayRead(ctx, 'selection.view-support', { application: applicationId })
  return await readLedger(ctx.app.db, found(target.establishmentId), applicationId, found(target.organizerId))
}

/** Another organizer's contract shows its cost item, fund and year, never its fair or its amount. */
export async function readLedger(
  db: Db | Tx,
  establishmentId: string,
  applicationId: string,
  organizerId: string,
): Promise<SupportView[]> {
  const contracts = await contractSupports(db, establishmentId, applicationId)
  const records = await supportRecords(db, establishmentId)
  return [
    ...contracts.map(row => {
      const isOwn = row.organizerId === organizerId
      return SupportView.parse({
        id: null,
        source: 'contract',
        isOwn,
        eventName: isOwn ? row.nameVi : null,
        year: yearOf(row.opensOn),
        costItem: row.costItem,
        fund: row.fund,
        amountMinor: isOwn ? Number(row.amountMinor) : null,
        currency: row.currency,
        note: isOwn ? row.number : '',
        recordedByName: null,
        contractId: isOwn ? row.contractId : null,
        fairId: isOwn ? row.fairId : null,
      })
    }),
    ...records.map(row => {
      const isOwn = row.organizerId === null || row.organizerId === organizerId
      return SupportView.parse({
        ...row,
        isOwn,
        id: isOwn ? row.id : null,
        eventName: isOwn ? row.eventName : null,
        amountMinor: isOwn ? row.amountMinor : null,
        note: isOwn ? row.note : '',
        recordedByName: isOwn ? row.recordedByName : null,
        contractId: null,
        fairId: null,
      })
    }),
  ]
}
