import type { CriteriaView, CriterionInput } from '@hoicho/shared/selection/schema.ts'
import { FULL_POINTS, fullPoints } from '@hoicho/shared/selection/score.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { readCriteria } from './criteria.ts'
import { criteriaOf, fairForSelection, hasFiledSheet } from './queries.ts'

/**
 * Replaces a fair's criteria; their order is the order of the sheet. Refused with selection.weights-not-100 unless the
 * weights sum to 100, and with selection.criteria-frozen once a sheet was filed.
 */
export async function configureCriteria(
  ctx: Ctx,
  fairId: string,
  criteria: readonly CriterionInput[],
): Promise<CriteriaView> {
  return await change(ctx, 'selection.configure', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    if (await hasFiledSheet(tx, fairId)) throw problem('selection.criteria-frozen')
    const sum = fullPoints(criteria)
    if (sum !== FULL_POINTS) throw problem('selection.weights-not-100', { sum })
    const before = await criteriaOf(tx, fairId)
    await tx.deleteFrom('criterion').where('fairId', '=', fairId).execute()
    const rows = criteria.map((criterion, position) => ({ id: newId(), fairId, position, ...criterion }))
    await tx.insertInto('criterion').values(rows).execute()
    const result = await readCriteria(tx, fairId)
    return { result, audit: { entity: 'fair', entityId: fairId, before, after: result.items } }
  })
}
