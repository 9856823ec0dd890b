import type { PassedOver } from '@hoicho/shared/selection/offer-next.ts'
import type { PlacesView, PlaceView } from '@hoicho/shared/selection/place-schema.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { decisionInForce } from './decision-queries.ts'
import { nextOffer } from './next-offer.ts'
import { establishmentNames, placesOf } from './place-queries.ts'

/** Places of a fair, how each was answered, and to whom a free one would go. */
export async function viewPlaces(ctx: Ctx, fairId: string): Promise<PlacesView> {
  await mayRead(ctx, 'selection.send-letters', { fair: fairId })
  return await readPlaces(ctx.app.db, fairId)
}

export async function readPlaces(db: Db | Tx, fairId: string): Promise<PlacesView> {
  const rows = await placesOf(db, fairId)
  const standing = (await decisionInForce(db, fairId)) ? await nextOffer(db, fairId) : null
  const passedOver = standing?.offer.passedOver ?? []
  const ids = [...passedOver, ...rows.flatMap(row => row.passedOver)].map(one => one.id)
  const names = await establishmentNames(db, fairId, [...new Set(ids)])
  const named = (list: readonly PassedOver[]) =>
    list.map(({ id, effect, key }) => ({
      applicationId: id,
      establishmentName: names.get(id) ?? '',
      effect,
      quota: key,
    }))
  return {
    items: rows.map(row => viewOf(row, named(row.passedOver))),
    places: standing?.places ?? 0,
    free: standing ? Math.max(0, standing.places - standing.held) : 0,
    next: standing?.next
      ? {
          applicationId: standing.next.id,
          establishmentName: standing.next.establishmentName,
          waitingPosition: standing.position,
        }
      : null,
    passedOver: named(passedOver),
  }
}

function viewOf(
  row: Awaited<ReturnType<typeof placesOf>>[number],
  passedOver: PlaceView['passedOver'],
): PlaceView {
  const { id, applicationId, number, establishmentName, phone, state, origin, offeredAt, dueAt } = row
  const { remindedAt, answeredAt, answeredByName, channel, note, evidenceFileId } = row
  return {
    id,
    applicationId,
    number,
    establishmentName,
    phone,
    state,
    origin,
    passedOver,
    offeredAt,
    dueAt,
    remindedAt,
    answeredAt,
    answeredByName,
    channel,
    note,
    evidenceFileId,
  }
}
