import { type Offer, offerNext } from '@hoicho/shared/selection/offer-next.ts'
import type { Db, Tx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { decisionInForce } from './decision-queries.ts'
import { offerFacts } from './place-queries.ts'
import { untangled } from './rank-request.ts'

/** The offer that is due, and the decision it stands on. */
export async function nextOffer(db: Db | Tx, fairId: string) {
  const current = await decisionInForce(db, fairId)
  if (!current) throw problem('selection.no-decision')
  const { places, quotas, held, waiting, groupsOf } = await offerFacts(db, fairId, current.id)
  const offer: Offer = untangled(() =>
    offerNext({
      places,
      quotas,
      held: held.map(row => groupsOf(row.id)),
      waiting: waiting.map(row => ({ id: row.id, groups: groupsOf(row.id) })),
    }),
  )
  const at = waiting.findIndex(row => row.id === offer.id)
  return { selectionId: current.id, places, held: held.length, offer, next: waiting[at], position: at + 1 }
}
