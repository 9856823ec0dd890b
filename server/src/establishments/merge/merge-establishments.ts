import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import { type MergeChoices, type MergePlan, planMerge } from '@hoicho/shared/establishments/merge.ts'
import type { MergeInput, MergeView } from '@hoicho/shared/establishments/merge-schema.ts'
import { change } from '../../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { found, problem } from '../../platform/problem.ts'
import { TAX_CODE_CONFLICT } from '../create-establishment.ts'
import { moveRows, setRows } from './carry-out.ts'
import { type Side, sidesOf } from './queries.ts'
import { viewMerge } from './reads.ts'
import { refusalsOf } from './refusals.ts'

/**
 * Makes one record of two: everything that hangs on the absorbed one goes to the survivor, whose values are taken from
 * either as chosen. The absorbed record stays, hidden, and answers with the survivor's number; issued papers keep the name
 * they were issued to. Refused: establishments.cannot-merge where something stands against it (decision 0012),
 * platform.changed-meanwhile where one of the records was changed since it was shown.
 */
export async function mergeEstablishments(
  ctx: Ctx,
  organizerId: string,
  input: MergeInput,
): Promise<MergeView> {
  return await change(
    ctx,
    'establishments.merge',
    { organizer: organizerId },
    async tx => {
      const sides = await sidesOf(tx, [input.survivorId, input.absorbedId], true)
      const survivor = standing(sides.find(side => side.id === input.survivorId))
      const absorbed = standing(sides.find(side => side.id === input.absorbedId))
      const [refusal] = await refusalsOf(tx, ctx, organizerId, survivor, absorbed)
      if (refusal) throw problem('establishments.cannot-merge', { reason: refusal.code })
      if (survivor.version !== input.survivorVersion || absorbed.version !== input.absorbedVersion) {
        throw problem('platform.changed-meanwhile')
      }
      // Keys are names of groups: the schema takes no others.
      const plan = planMerge(survivor, absorbed, input.choices as MergeChoices)
      const id = await carryOut(tx, ctx, organizerId, plan, survivor)
      const result = await viewMerge(tx, ctx, organizerId, id)
      return { result, audit: auditOf(plan) }
    },
    TAX_CODE_CONFLICT,
  )
}

function standing(side: Side | undefined): Side {
  const { mergedInto } = found(side)
  if (mergedInto !== null) throw problem('establishments.merged', { establishmentId: mergedInto })
  return found(side)
}

async function carryOut(
  tx: Tx,
  ctx: Ctx,
  organizerId: string,
  plan: MergePlan,
  survivor: Side,
): Promise<string> {
  const { survivorId, absorbedId } = plan
  await setRows(tx, plan, 'after', ctx.now())
  await moveRows(tx, plan.moves, absorbedId, survivorId)
  await tx
    .updateTable('establishment')
    .set(row => ({ mergedInto: survivorId, version: row('version', '+', 1) }))
    .where('id', '=', absorbedId)
    .execute()
  await setFields(tx, plan, 'after', survivor)
  const id = newId()
  await tx
    .insertInto('establishmentMerge')
    .values({
      id,
      organizerId,
      survivorId,
      absorbedId,
      plan,
      mergedBy: actorPersonId(ctx),
      mergedAt: ctx.now(),
    })
    .execute()
  return id
}

/** The survivor's values as the plan has them after or before, and the key its name is found by. */
export async function setFields(
  tx: Tx,
  plan: MergePlan,
  side: 'before' | 'after',
  survivor: Side,
): Promise<void> {
  const values = Object.fromEntries(Object.entries(plan.fields).map(([field, told]) => [field, told[side]]))
  const name = plan.fields.name?.[side]
  const nameKey = typeof name === 'string' ? establishmentNameKey(name) : survivor.nameKey
  await tx
    .updateTable('establishment')
    .set(row => ({ ...values, nameKey, version: row('version', '+', 1) }))
    .where('id', '=', plan.survivorId)
    .execute()
}

/** Both records say in the log what became of them. */
function auditOf({ survivorId, absorbedId, fields, moves, changes }: MergePlan) {
  const note = (entityId: string, after: unknown) => ({
    entity: 'establishment',
    entityId,
    after,
    target: { establishmentId: entityId },
  })
  return [
    note(survivorId, { absorbedId, fields, moves, changes }),
    note(absorbedId, { mergedInto: survivorId }),
  ]
}
