import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatDate } from '@hoicho/shared/platform/dates.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import type { MailRequest } from '../mail/queue-mail.ts'
import type { Db, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { settingsOf } from './acceptance-settings.ts'
import { answerDueAt, complaintDeadlines, lastDayOf } from './deadlines.ts'
import { organizerForPapers, type Recipient, recipientsOf } from './decision-queries.ts'
import { fairForSelection } from './queries.ts'

export type Outcome = {
  applicationId: string
  establishmentId: string
  number: string | null
  outcome: 'selected' | 'waiting' | 'rejected'
  reason: string
  meanPoints: string | null
  waitingPosition: number | null
}

export type Letter = { recipient: Recipient; request: Omit<MailRequest, 'to' | 'attachments'> }

/** What every letter of a fair's selection says and how it is addressed, for these establishments. */
export async function letterHead(
  db: Db | Tx,
  fairId: string,
  publicUrl: string,
  establishmentIds: readonly string[],
) {
  const fair = found(await fairForSelection(db, fairId))
  const organizer = await organizerForPapers(db, fair.organizerId)
  const recipients = await recipientsOf(db, establishmentIds)
  const letter = (
    template: string,
    of: { establishmentId: string; number: string | null; applicationId: string },
    extra: Record<string, string | number> = {},
  ): Letter => {
    const recipient = found(recipients.get(of.establishmentId))
    const { locale } = recipient
    const params = {
      establishment: recipient.name,
      fair: fairNameIn(fair, locale),
      number: of.number ?? '',
      organizer: locale === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi,
      contact: [organizer.phone, organizer.email].filter(Boolean).join(', '),
      link: `${publicUrl}/e/applications/${of.applicationId}`,
      ...extra,
    }
    const scope = { organizerId: fair.organizerId, fairId, establishmentId: of.establishmentId }
    return { recipient, request: { template, locale, params, scope } }
  }
  const localeOf = (establishmentId: string): Locale => recipients.get(establishmentId)?.locale ?? 'vi'
  return { fair, letter, localeOf }
}

/**
 * Everything the letters of a decision say, each in its recipient's language: the coded reason as a sentence, the organizer's
 * own paragraph, by when to confirm and to complain. One reader for a whole mailing of a fair.
 */
export async function letterWriter(
  db: Db | Tx,
  fairId: string,
  at: { publicUrl: string; now: string },
  decision: { passMark: number; quota: number },
  outcomes: readonly Outcome[],
) {
  const ids = outcomes.map(outcome => outcome.establishmentId)
  const { fair, letter, localeOf } = await letterHead(db, fairId, at.publicUrl, ids)
  const settings = await settingsOf(db, fairId)
  const deadlines = await complaintDeadlines(db, fair)
  const open = await openPlaces(db, fairId)
  const dueAt = answerDueAt(at.now, settings.acceptanceDays, fair)
  const complaintUntil = deadlines?.fileUntil(at.now)
  return async (outcome: Outcome): Promise<Letter & { dueAt: string | null }> => {
    const locale = localeOf(outcome.establishmentId)
    const words = await translator(locale, 'selection')
    const isAsked = outcome.outcome === 'selected' && open.has(outcome.applicationId)
    const own = settings.paragraphs[outcome.outcome]
    const extra = [
      locale === 'vi' ? own.vi : own.en || own.vi,
      isAsked && words('letter.confirm', { day: formatDate(lastDayOf(dueAt, fair.timeZone), locale) }),
      complaintUntil && words('letter.complain', { day: formatDate(complaintUntil, locale) }),
    ]
    const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(
      Number(outcome.meanPoints ?? 0),
    )
    const figures = { mean, passMark: decision.passMark, quota: decision.quota }
    return {
      ...letter(`selection-${outcome.outcome}`, outcome, {
        reason: words(`reason.${outcome.reason}`, figures),
        position: outcome.waitingPosition ?? 0,
        extra: extra.flatMap(part => (part ? [`\n\n${part}`] : [])).join(''),
      }),
      dueAt: isAsked ? dueAt : null,
    }
  }
}

/** Applications with a place that was not answered yet. */
async function openPlaces(db: Db | Tx, fairId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('selectionPlace')
    .select('applicationId')
    .where('fairId', '=', fairId)
    .where('state', '=', 'offered')
    .execute()
  return new Set(rows.map(row => row.applicationId))
}
