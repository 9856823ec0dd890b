import { type Quota, shareOut } from './quotas.ts'

export type OfferRequest = {
  /** Places of the decision in force. */
  places: number
  quotas: readonly Quota[]
  /** Groups of all that hold a place, answered or not. */
  held: readonly (readonly string[])[]
  /** The waiting list in its order. */
  waiting: readonly { id: string; groups: readonly string[] }[]
}

/** Whoever stands before the one offered and why the place cannot be theirs. */
export type PassedOver = { id: string; effect: 'ceiling' | 'reserved'; key: string }

export type Offer = { id: string | null; passedOver: PassedOver[] }

/**
 * To whom a freed place is offered: the first of the waiting list with whom every ceiling is kept and the floors can still
 * be met as far as before. `id: null` when no place is free or nobody waiting may have it; whoever was passed over is named
 * with the quota in the way.
 * @throws TangledQuotas
 */
export function offerNext({ places, quotas, held, waiting }: OfferRequest): Offer {
  const free = places - held.length
  if (free <= 0 || waiting.length === 0) return { id: null, passedOver: [] }
  const { shares } = shareOut({ places: free, quotas, held, candidates: waiting.map(one => one.groups) })
  const passedOver: PassedOver[] = []
  for (const [at, { id }] of waiting.entries()) {
    const share = shares[at]
    if (share?.isTaken) return { id, passedOver }
    if (share?.effect === 'ceiling' || share?.effect === 'reserved')
      passedOver.push({ id, effect: share.effect, key: share.key })
  }
  return { id: null, passedOver }
}
