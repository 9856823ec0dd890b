import { foresee, MOST_AT_ONCE } from '@hoicho/shared/selection/bulk.ts'
import type { BulkAction, BulkPreview, BulkPreviewInput } from '@hoicho/shared/selection/bulk-schema.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { matchingIds } from '../recruitment/inbox.ts'
import { labelAt } from '../recruitment/label-at.ts'
import { bulkGates, bulkRows, formsByVersion } from './bulk-queries.ts'

/**
 * What an action would do to each of several applications, and why not where it is refused. Nothing is changed. Ids of
 * another fair are left out. The count of queries does not grow with the rows.
 */
export async function previewBulk(ctx: Ctx, fairId: string, input: BulkPreviewInput): Promise<BulkPreview> {
  await mayRead(ctx, 'selection.check', { fair: fairId })
  const { db } = ctx.app
  const { action, filter } = input
  const all = input.ids ?? (await matchingIds(ctx, fairId, filter, MOST_AT_ONCE + 1))
  const ids = all.slice(0, MOST_AT_ONCE)
  const rows = await bulkRows(db, fairId, ids)
  const gates = new Map(
    (await bulkGates(db, fairId, ids, actorPersonId(ctx))).map(row => [row.applicationId, row]),
  )
  const lacking = await versionsLacking(ctx, fairId, action)
  const sentence = await translator(ctx.locale, 'problems')
  const items = rows.map(({ formVersion, hasReader, ...row }) => {
    const {
      verdict,
      problem,
      hint,
      count = 0,
    } = foresee(action, {
      ...row,
      hasReader,
      gates: gates.get(row.applicationId) ?? null,
      lacksPlace: lacking.has(formVersion),
    })
    const reason = problem ? sentence(problem, { count }) : null
    return { ...row, verdict, reason, hint: hint ?? null, count }
  })
  return { items, isMore: all.length > MOST_AT_ONCE }
}

/** Versions of the fair's form that lack a place a remark names. */
async function versionsLacking(ctx: Ctx, fairId: string, action: BulkAction): Promise<Set<number>> {
  if (action.kind !== 'request-correction' || action.request.fields.length === 0) return new Set()
  const forms = await formsByVersion(ctx.app.db, fairId)
  const { fields } = action.request
  const lacking = [...forms].filter(([, form]) =>
    fields.some(({ pointer }) => labelAt(form, pointer, 'vi') === undefined),
  )
  return new Set(lacking.map(([version]) => version))
}
