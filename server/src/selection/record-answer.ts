import type { PlacesView, RecordedAnswerInput } from '@hoicho/shared/selection/place-schema.ts'
import { attachFile } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { offerFreedPlaces } from './offer-place.ts'
import { settlePlace } from './settle-place.ts'
import { readPlaces } from './view-places.ts'

/**
 * The desk writes down an answer that came by phone or on paper, with who said it when and, where there is one, the paper. Also
 * after the deadline, as long as the place has not lapsed. Refused with platform.wrong-state when it was answered before.
 */
export async function recordAnswer(
  ctx: Ctx,
  applicationId: string,
  input: RecordedAnswerInput,
): Promise<PlacesView> {
  const { answer: action, channel, note, evidenceFileId } = input
  return await change(ctx, 'selection.record-answer', { application: applicationId }, async (tx, target) => {
    const { fairId = '', organizerId, establishmentId } = target
    if (evidenceFileId) await attachFile(tx, ctx, evidenceFileId, { fairId, organizerId, establishmentId })
    const settlement = { action, channel, note, evidenceFileId }
    const { before, after, booths } = await settlePlace(tx, ctx, fairId, applicationId, settlement)
    const offers = after === 'declined' ? await offerFreedPlaces(tx, ctx, fairId, 'if-automatic') : []
    return {
      result: await readPlaces(tx, fairId),
      audit: [
        {
          entity: 'application',
          entityId: applicationId,
          before: { place: before },
          after: { place: after, channel, note },
        },
        ...booths,
        ...offers,
      ],
    }
  })
}
