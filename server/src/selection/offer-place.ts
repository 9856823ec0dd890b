import { formatDate } from '@hoicho/shared/platform/dates.ts'
import type { PlacesView } from '@hoicho/shared/selection/place-schema.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { type AuditNote, change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { moveApplication } from '../recruitment/move-application.ts'
import { settingsOf } from './acceptance-settings.ts'
import { answerDueAt, lastDayOf } from './deadlines.ts'
import { letterHead } from './letter-params.ts'
import { nextOffer } from './next-offer.ts'
import { fairForSelection } from './queries.ts'
import { readPlaces } from './view-places.ts'

/**
 * Offers one free place to the next of the waiting list with whom the quotas are kept, by letter with its own deadline.
 * Refused with selection.nobody-to-offer, selection.no-decision.
 */
export async function offerPlace(ctx: Ctx, fairId: string): Promise<PlacesView> {
  return await change(ctx, 'selection.offer-place', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const note = await offerOne(tx, ctx, fairId)
    if (!note) throw problem('selection.nobody-to-offer')
    return { result: await readPlaces(tx, fairId), audit: note }
  })
}

/**
 * Offers every free place, within the caller's `change` and on the locked fair: after an answer only where the fair does so by
 * itself. The log entries to be written with it.
 */
export async function offerFreedPlaces(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  when: 'always' | 'if-automatic',
): Promise<AuditNote[]> {
  const { isOfferedAutomatically } = await settingsOf(tx, fairId)
  if (when === 'if-automatic' && !isOfferedAutomatically) return []
  const notes: AuditNote[] = []
  // Each offer takes one from the waiting list, so this ends.
  for (let note = await offerOne(tx, ctx, fairId); note; note = await offerOne(tx, ctx, fairId))
    notes.push(note)
  return notes
}

async function offerOne(tx: Tx, ctx: Ctx, fairId: string): Promise<AuditNote | null> {
  const { selectionId, offer, next } = await nextOffer(tx, fairId)
  if (!next) return null
  const settings = await settingsOf(tx, fairId)
  const { fair, letter, localeOf } = await letterHead(tx, fairId, ctx.app.config.publicUrl, [
    next.establishmentId,
  ])
  const dueAt = answerDueAt(ctx.now(), settings.acceptanceDays, fair)
  const day = formatDate(lastDayOf(dueAt, fair.timeZone), localeOf(next.establishmentId))
  const { recipient, request } = letter('selection-offer', { ...next, applicationId: next.id }, { day })
  const { address, name } = recipient
  const mailId =
    address === null ? null : await queueMail(ctx.app, tx, ctx.now(), { ...request, to: { address, name } })
  await moveApplication(tx, ctx, fairId, next.id, 'select')
  await tx
    .insertInto('selectionPlace')
    .values({
      id: newId(),
      fairId,
      applicationId: next.id,
      selectionId,
      origin: 'waiting-list',
      state: 'offered',
      passedOver: JSON.parse(JSON.stringify(offer.passedOver)) as object,
      offeredAt: ctx.now(),
      dueAt,
      mailId,
    })
    .execute()
  const after = { state: 'selected', place: 'offered', passedOver: offer.passedOver.length }
  return { entity: 'application', entityId: next.id, before: { state: 'waiting' }, after }
}
