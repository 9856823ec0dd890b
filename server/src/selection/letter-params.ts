import { fairNameIn } from '../fairs/fair-name.ts'
import type { Db, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { organizerForPapers, recipientOf } from './decision-queries.ts'
import { fairForSelection } from './queries.ts'

export type Outcome = {
  establishmentId: string
  number: string | null
  outcome: 'selected' | 'waiting' | 'rejected'
  reason: string
  rank: number
  meanPoints: string | null
  waitingPosition: number | null
}

/** Everything a letter about an outcome says, in the recipient's language. One reader for a whole mailing of a fair. */
export async function letterWriter(db: Db | Tx, fairId: string, publicUrl: string, passMark: number) {
  const fair = found(await fairForSelection(db, fairId))
  const organizer = await organizerForPapers(db, fair.organizerId)
  return async (outcome: Outcome) => {
    const recipient = await recipientOf(db, outcome.establishmentId)
    const { locale } = recipient
    const words = await translator(locale, 'selection')
    const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
      Number(outcome.meanPoints ?? 0),
    )
    const params = {
      establishment: recipient.name,
      fair: fairNameIn(fair, locale),
      number: outcome.number ?? '',
      reason: words(`reason.${outcome.reason}`, { mean, passMark, quota: fair.quota }),
      position: outcome.waitingPosition ?? 0,
      organizer: locale === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi,
      contact: organizer.email,
      link: `${publicUrl}/e`,
    }
    return {
      template: `selection-${outcome.outcome}`,
      recipient,
      params,
      scope: { organizerId: fair.organizerId, fairId, establishmentId: outcome.establishmentId },
    }
  }
}
