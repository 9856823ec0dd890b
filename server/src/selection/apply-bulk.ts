import type { BulkAction, BulkInput, BulkResult } from '@hoicho/shared/selection/bulk-schema.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { Problem } from '../platform/problem.ts'
import { assignOfficer } from '../recruitment/assign-officer.ts'
import { requestCorrection } from '../recruitment/request-correction.ts'
import { acceptDossier } from './accept-dossier.ts'
import { bulkRows } from './bulk-queries.ts'
import { runChecks } from './run-checks.ts'

/**
 * Does one action to some applications of a fair, row by row through the verb a single one would go through: each row is
 * its own transaction with its own right, audit entry and mail, and one that is refused says why and holds up no other.
 * A row done under the same key answers as the first time and is not done again.
 */
export async function applyBulk(
  ctx: Ctx,
  fairId: string,
  { key, action, rows }: BulkInput,
): Promise<BulkResult['items']> {
  await mayRead(ctx, 'selection.check', { fair: fairId })
  const ids = rows.map(row => row.applicationId)
  const own = new Set((await bulkRows(ctx.app.db, fairId, ids)).map(row => row.applicationId))
  const sentence = await translator(ctx.locale, 'problems')
  const items: BulkResult['items'] = []
  for (const row of rows) {
    const { applicationId } = row
    const refusal = own.has(applicationId)
      ? await refusalOf(() => act({ ...ctx, idempotencyKey: `bulk:${key}:${applicationId}` }, action, row))
      : new Problem('platform.not-found')
    const reason = refusal ? sentence(refusal.code, wordsOf(refusal)) : null
    items.push({ applicationId, isDone: refusal === undefined, reason })
  }
  return items
}

async function act(ctx: Ctx, action: BulkAction, row: BulkInput['rows'][number]): Promise<unknown> {
  const { applicationId, assigneeId } = row
  switch (action.kind) {
    case 'assign':
      return await assignOfficer(ctx, applicationId, { officerId: action.officerId, from: assigneeId })
    case 'run-gates':
      return await runChecks(ctx, applicationId)
    case 'accept':
      return await acceptDossier(ctx, applicationId)
    case 'request-correction':
      return await requestCorrection(ctx, applicationId, action.request)
  }
}

/** The refusal, if it was refused; a fault of ours stays a fault, and the run can be tried again. */
async function refusalOf(work: () => Promise<unknown>): Promise<Problem | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const wordsOf = ({ params }: Problem) =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value ?? '']))
