import type { AnswerInput, OwnOutcome } from '@hoicho/shared/selection/place-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { offerFreedPlaces } from './offer-place.ts'
import { lockPlace } from './place-queries.ts'
import { fairForSelection } from './queries.ts'
import { settlePlace } from './settle-place.ts'
import { readOwnOutcome } from './view-own-outcome.ts'

/**
 * The establishment confirms that it takes part, or declines; a place given up goes to the next at once where the fair says so.
 * Refused with selection.answer-overdue after the deadline, platform.wrong-state when it was answered before.
 */
export async function answerPlace(ctx: Ctx, applicationId: string, input: AnswerInput): Promise<OwnOutcome> {
  const { answer, reason } = input
  return await change(ctx, 'selection.answer-place', { application: applicationId }, async (tx, target) => {
    const fairId = target.fairId ?? ''
    found(await fairForSelection(tx, fairId, 'update'))
    const place = found(await lockPlace(tx, fairId, applicationId))
    if (place.state === 'offered' && place.dueAt !== null && place.dueAt <= ctx.now())
      throw problem('selection.answer-overdue')
    const note = { action: answer, channel: 'page', note: reason } as const
    const { before, after, booths } = await settlePlace(tx, ctx, fairId, applicationId, note)
    const offers = after === 'declined' ? await offerFreedPlaces(tx, ctx, fairId, 'if-automatic') : []
    const result = await readOwnOutcome(tx, ctx, fairId, applicationId)
    return {
      result,
      audit: [
        {
          entity: 'application',
          entityId: applicationId,
          before: { place: before },
          after: { place: after, reason },
        },
        ...booths,
        ...offers,
      ],
    }
  })
}
