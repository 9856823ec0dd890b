import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatInstant } from '@hoicho/shared/platform/dates.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { queueMails } from '../mail/queue-mail.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { addressOf, type Correspondent, peopleToTell } from './correspondence.ts'
import * as queries from './queries.ts'

/** The receipt of what was handed in: to the person who did it, or, asked for it, to everybody the organizer writes to. */
export async function sendReceipt(
  tx: Tx,
  ctx: Ctx,
  view: ApplicationView,
  whom: 'actor' | 'establishment' = 'actor',
): Promise<void> {
  const actor = whom === 'actor' ? await addressOf(tx, ctx, view.establishment) : undefined
  const people =
    whom === 'actor' ? [actor].filter(one => one !== undefined) : await peopleToTell(tx, view.establishment)
  await mailAbout(tx, ctx, view, people, {
    template: 'application-receipt',
    link: `/e/applications/${view.id}`,
  })
}

type Letter = { template: string; link: string; isSecret?: boolean }

/** A mail about an application as it was handed in, to each of the people. */
export async function mailAbout(
  tx: Tx,
  ctx: Ctx,
  view: ApplicationView,
  people: readonly Correspondent[],
  { template, link, isSecret = false }: Letter,
): Promise<void> {
  if (people.length === 0) return
  const organizer = await queries.organizerOfFair(tx, view.fair.id)
  const letter = (to: Correspondent) => ({
    template,
    isSecret,
    to: { address: to.email, name: to.name },
    locale: to.locale,
    params: {
      name: to.name,
      number: view.number ?? '',
      organizer: to.locale === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi,
      establishment: view.establishment.name,
      fair: fairNameIn(view.fair, to.locale),
      submittedAt: formatInstant(view.submittedAt ?? ctx.now(), to.locale, view.fair.timeZone),
      link: `${ctx.app.config.publicUrl}${link}`,
    },
    scope: { organizerId: organizer.id, fairId: view.fair.id, establishmentId: view.establishment.id },
  })
  await queueMails(ctx.app, tx, ctx.now(), people.map(letter))
}
