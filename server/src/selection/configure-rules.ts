import { groupKey } from '@hoicho/shared/selection/quotas.ts'
import type { RulesInput, RulesView } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { mayRead } from '../platform/permission.ts'
import { type FieldFault, found, invalid, problem } from '../platform/problem.ts'
import { criteriaOf, fairForSelection } from './queries.ts'
import { knownGroups, rulesOf } from './rules-queries.ts'

/**
 * Sets the rules places are given out by: quotas, tie-break (the lot always comes last by itself), normalisation. Decisions
 * made keep the rules frozen with them. Refused with platform.changed-meanwhile unless `version` is the one stored, and at
 * the field for a group or criterion that does not exist.
 */
export async function configureRules(ctx: Ctx, fairId: string, input: RulesInput): Promise<RulesView> {
  return await change(ctx, 'selection.configure', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const before = await rulesOf(tx, fairId)
    if (before.version !== input.version) throw problem('platform.changed-meanwhile')
    const faults = await ruleFaults(tx, fairId, input)
    if (faults.length > 0) throw invalid(...faults)
    await storeRules(tx, ctx, fairId, input)
    const result = await rulesOf(tx, fairId)
    return { result, audit: { entity: 'fair', entityId: fairId, before, after: result } }
  })
}

/** The rules in force, with the version to change them by. */
export async function viewRules(ctx: Ctx, fairId: string): Promise<RulesView> {
  await mayRead(ctx, 'selection.view', { fair: fairId })
  return await rulesOf(ctx.app.db, fairId)
}

/** Groups and criteria of rules that do not exist, each at its field. */
export async function ruleFaults(
  tx: Tx,
  fairId: string,
  { quotas, tieBreak }: Pick<RulesInput, 'quotas' | 'tieBreak'>,
): Promise<FieldFault[]> {
  const groups = await knownGroups(tx)
  const criteria = new Set((await criteriaOf(tx, fairId)).map(criterion => criterion.code))
  return [
    ...quotas.flatMap(({ by, value }, at) =>
      groups.has(groupKey(by, value)) ? [] : [{ pointer: `/quotas/${at}/value`, code: 'choice' }],
    ),
    ...(tieBreak ?? []).flatMap((rule, at) =>
      rule.by !== 'criterion' || criteria.has(rule.code)
        ? []
        : [{ pointer: `/tieBreak/${at}`, code: 'choice' }],
    ),
  ]
}

/** Writes rules over those of `input.version`, within the caller's `change`. */
export async function storeRules(tx: Tx, ctx: Ctx, fairId: string, input: RulesInput): Promise<void> {
  const { isNormalised, tieBreak, quotas } = input
  const row = {
    isNormalised,
    tieBreak,
    version: input.version + 1,
    updatedAt: ctx.now(),
  }
  await tx
    .insertInto('selectionRules')
    .values({ fairId, ...row })
    .onConflict(conflict => conflict.column('fairId').doUpdateSet(row))
    .execute()
  await tx.deleteFrom('selectionQuota').where('fairId', '=', fairId).execute()
  const rows = quotas.map(({ by: kind, ...quota }, position) => ({
    id: newId(),
    fairId,
    position,
    kind,
    ...quota,
  }))
  if (rows.length > 0) await tx.insertInto('selectionQuota').values(rows).execute()
}
