import { type MergeRefusal, mergeRefusals } from '@hoicho/shared/establishments/merge.ts'
import type { Ctx, Db, Tx } from '../../platform/context.ts'
import { isElsewhere, type Side } from './queries.ts'

export type Refusal = MergeRefusal | { code: 'elsewhere' }

/**
 * What stands against a merge. Beside the rule's own: a record at a fair of another organizer is not one organizer's to
 * take away; the administrator of the platform may.
 */
export async function refusalsOf(
  db: Db | Tx,
  ctx: Ctx,
  organizerId: string,
  survivor: Side,
  absorbed: Side,
): Promise<Refusal[]> {
  const refusals: Refusal[] = mergeRefusals(survivor, absorbed)
  if (!ctx.rights.isPlatformAdmin && (await isElsewhere(db, absorbed.id, organizerId))) {
    refusals.push({ code: 'elsewhere' })
  }
  return refusals
}
