import type { BlindField } from '@hoicho/shared/selection/council.ts'
import { type CriteriaView, CriterionInput } from '@hoicho/shared/selection/schema.ts'
import { FULL_POINTS, fullPoints } from '@hoicho/shared/selection/score.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { readCriteria } from './criteria.ts'
import { blindFieldsOf, criteriaOf, fairForSelection, hasFiledSheet } from './queries.ts'

/**
 * Replaces a fair's criteria and what is hidden from those who score; the order is that of the sheet. Refused with
 * selection.weights-not-100 unless the weights sum to 100, and with selection.criteria-frozen once a sheet was filed.
 */
export async function configureCriteria(
  ctx: Ctx,
  fairId: string,
  criteria: readonly CriterionInput[],
  blindFields: readonly BlindField[] = [],
): Promise<CriteriaView> {
  return await change(ctx, 'selection.configure', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    if (await hasFiledSheet(tx, fairId)) throw problem('selection.criteria-frozen')
    const sum = fullPoints(criteria)
    if (sum !== FULL_POINTS) throw problem('selection.weights-not-100', { sum })
    const before = { items: await criteriaOf(tx, fairId), blindFields: await blindFieldsOf(tx, fairId) }
    await tx.deleteFrom('criterion').where('fairId', '=', fairId).execute()
    const rows = criteria.map((criterion, position) => rowOf(fairId, criterion, position))
    await tx.insertInto('criterion').values(rows).execute()
    await keepBlind(tx, fairId, [...new Set(blindFields)])
    const result = await readCriteria(tx, fairId)
    const after = { items: result.items, blindFields: result.blindFields }
    return { result, audit: { entity: 'fair', entityId: fairId, before, after } }
  })
}

function rowOf(fairId: string, criterion: CriterionInput, position: number) {
  const { values, knockOut, ...rest } = CriterionInput.parse(criterion)
  return {
    id: newId(),
    fairId,
    position,
    ...rest,
    scale: [...values].sort((a, b) => a.points - b.points),
    knockOutBelow: knockOut?.below ?? null,
    knockOutMembers: knockOut?.members ?? null,
  }
}

async function keepBlind(tx: Tx, fairId: string, fields: readonly BlindField[]): Promise<void> {
  await tx
    .insertInto('sheetSetting')
    .values({ fairId, blindFields: fields })
    .onConflict(conflict => conflict.column('fairId').doUpdateSet({ blindFields: fields }))
    .execute()
}
