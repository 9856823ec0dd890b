import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatDate } from '@hoicho/shared/platform/dates.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { demandOpenRound, demandSeat, holdsRole } from './council.ts'
import { councilOf } from './council-queries.ts'
import { organizerForPapers } from './decision-queries.ts'
import { fairForSelection } from './queries.ts'
import { unfiledByReviewer } from './sheet-queries.ts'

/**
 * Writes to every reviewer with sheets still to file how many there are and by when. The letter names no application. For
 * the desk, the chair and the secretary, while sheets are taken; whoever was written to today is left alone.
 */
export async function remindReviewers(ctx: Ctx, fairId: string): Promise<{ reminded: number }> {
  return await change(ctx, 'selection.remind', { fair: fairId }, async (tx, target) => {
    const fair = found(await fairForSelection(tx, fairId, 'update'))
    const isDesk = holdsRole(ctx, target.organizerId, ['manager', 'officer'])
    if (!isDesk) await demandSeat(ctx, tx, fairId, ['chair', 'secretary'])
    await demandOpenRound(tx, fairId)
    const waiting = await unfiledByReviewer(tx, fairId, `${ctx.now().slice(0, 10)}T00:00:00.000Z`)
    await remindAll(tx, ctx, fair, waiting)
    const result = { reminded: waiting.length }
    const after = { ...result, reviewerIds: waiting.map(row => row.id) }
    return { result, audit: { entity: 'fair', entityId: fairId, after } }
  })
}

type Fair = NonNullable<Awaited<ReturnType<typeof fairForSelection>>>

async function remindAll(
  tx: Tx,
  ctx: Ctx,
  fair: Fair,
  waiting: Awaited<ReturnType<typeof unfiledByReviewer>>,
): Promise<void> {
  const organizer = await organizerForPapers(tx, fair.organizerId)
  const dueOn = (await councilOf(tx, fair.id))?.dueOn
  for (const { name, email, locale, count } of waiting) {
    const t = await translator(locale, 'mails')
    const params = {
      name,
      count,
      fair: fairNameIn(fair, locale),
      organizer: locale === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi,
      due: dueOn ? t('scoring-reminder.due', { date: formatDate(dueOn, locale) }) : '',
      link: `${ctx.app.config.publicUrl}/desk/fairs/${fair.id}/selection/my-sheets`,
    }
    const scope = { organizerId: fair.organizerId, fairId: fair.id }
    await queueMail(ctx.app, tx, ctx.now(), {
      template: 'scoring-reminder',
      to: { address: email, name },
      locale,
      params,
      scope,
    })
  }
}
