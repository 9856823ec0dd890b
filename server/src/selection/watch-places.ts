import { formatDate } from '@hoicho/shared/platform/dates.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import type { App, Ctx } from '../platform/context.ts'
import { found, Problem } from '../platform/problem.ts'
import { systemContext } from '../platform/system-context.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { lastDayOf } from './deadlines.ts'
import { letterHead } from './letter-params.ts'
import { offerFreedPlaces } from './offer-place.ts'
import { fairsToOffer, lockPlace, placesDue } from './place-queries.ts'
import { fairForSelection } from './queries.ts'
import { settlePlace } from './settle-place.ts'

/**
 * One round of the worker over places: reminds once before a deadline, lets those lapse whose deadline has passed, offers freed
 * places where the fair does so by itself. Several processes may run it beside each other: each act locks its fair and looks
 * again, so it is done once. Says how many acts it did.
 */
export async function watchPlaces(app: App, now: () => string): Promise<number> {
  const ctx = systemContext(app, now)
  let acts = 0
  for (const { fairId, applicationId, isOver } of await placesDue(app.db, now())) {
    const act = isOver ? lapsePlace(ctx, fairId, applicationId) : remindOfPlace(ctx, fairId, applicationId)
    if (await done(act)) acts += 1
  }
  for (const fairId of await fairsToOffer(app.db, now())) if (await done(offerIn(ctx, fairId))) acts += 1
  return acts
}

/** Whether it was done; a refusal means that somebody was quicker. */
async function done(act: Promise<boolean>): Promise<boolean> {
  try {
    return await act
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}

/** Frees a place that was not answered in time; the next is offered it where the fair does so by itself. */
export async function lapsePlace(ctx: Ctx, fairId: string, applicationId: string): Promise<boolean> {
  return await change(ctx, 'selection.lapse-places', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const place = await lockPlace(tx, fairId, applicationId)
    if (place?.state !== 'offered' || place.dueAt === null || place.dueAt > ctx.now())
      return { result: false, audit: [] }
    const settlement = { action: 'lapse', channel: null, note: '' } as const
    const { booths } = await settlePlace(tx, ctx, fairId, applicationId, settlement)
    const offers = await offerFreedPlaces(tx, ctx, fairId, 'if-automatic')
    const after = { state: 'lapsed', place: 'lapsed' }
    const audit = [{ entity: 'application', entityId: applicationId, after }, ...booths, ...offers]
    return { result: true, audit }
  })
}

/** Writes once to whoever has not answered yet. */
export async function remindOfPlace(ctx: Ctx, fairId: string, applicationId: string): Promise<boolean> {
  return await change(ctx, 'selection.lapse-places', { fair: fairId }, async tx => {
    const application = found(await lockApplication(tx, fairId, applicationId))
    const place = await lockPlace(tx, fairId, applicationId)
    const head = await letterHead(tx, fairId, ctx.app.config.publicUrl, [application.establishmentId])
    if (place?.state !== 'offered' || place.dueAt === null || place.dueAt <= ctx.now())
      return { result: false, audit: [] }
    const locale = head.localeOf(application.establishmentId)
    const day = formatDate(lastDayOf(place.dueAt, head.fair.timeZone), locale)
    const { recipient, request } = head.letter(
      'selection-reminder',
      { ...application, applicationId },
      { day },
    )
    const { address, name } = recipient
    const reminderMailId =
      address === null ? null : await queueMail(ctx.app, tx, ctx.now(), { ...request, to: { address, name } })
    const remindedAt = ctx.now()
    const again = await tx
      .updateTable('selectionPlace')
      .set({ remindedAt, reminderMailId })
      .where('id', '=', place.id)
      .where('remindedAt', 'is', null)
      .executeTakeFirst()
    if (again.numUpdatedRows === 0n) throw new Problem('platform.wrong-state')
    const after = { place: 'reminded', dueAt: place.dueAt }
    return { result: true, audit: { entity: 'application', entityId: applicationId, after } }
  })
}

async function offerIn(ctx: Ctx, fairId: string): Promise<boolean> {
  return await change(ctx, 'selection.offer-place', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const audit = await offerFreedPlaces(tx, ctx, fairId, 'if-automatic')
    return { result: audit.length > 0, audit }
  })
}
