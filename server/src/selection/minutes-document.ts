import { nd30NumberLine, nd30PlaceDate, nd30Symbol } from '@hoicho/shared/documents/nd30.ts'
import { localDate, localTime, yearOf } from '@hoicho/shared/platform/dates.ts'
import { quorumOf } from '@hoicho/shared/selection/minutes.ts'
import type { Ranked } from '@hoicho/shared/selection/rank.ts'
import type { SelectionRecord } from '@hoicho/shared/selection/record.ts'
import { issueDocument } from '../documents/issue-document.ts'
import { nextNumber } from '../documents/next-number.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { organizerForPapers } from './decision-queries.ts'
import { conflictsForMinutes, type LockedMeeting, quorumRuleOf } from './meeting-queries.ts'
import { fairForSelection } from './queries.ts'

/** Papers of an organizer are dated on the clock of its seat. */
const ZONE = 'Asia/Ho_Chi_Minh'

type Names = { id: string; establishmentName: string; provinceName: string; number: string | null }
type Before = { record: SelectionRecord; candidates: readonly Names[] }

/**
 * Issues the minutes (biên bản) in the layout of decree 30/2020/NĐ-CP, annex III, 1.9: who was there, the quorum, conflicts,
 * motions with votes and dissent, the ranking in full. Returns the document's id.
 */
export async function issueMinutes(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  meeting: LockedMeeting,
  before: Before,
): Promise<string> {
  const fair = found(await fairForSelection(tx, fairId))
  const organizer = await organizerForPapers(tx, fair.organizerId)
  const issuedOn = localDate(ctx.now(), ZONE)
  const number = await nextNumber(tx, fair.organizerId, 'minutes', yearOf(issuedOn))
  const symbol = nd30Symbol(number, 'minutes', organizer.documentSymbol)
  const t = await translator('vi', 'selection-desk')
  const { rule } = await quorumRuleOf(tx, fair.ruleSetOn)
  const quorum = quorumOf(meeting.members, rule)
  const data = {
    head: {
      parent: organizer.parentNameVi,
      agency: organizer.nameVi,
      numberLine: nd30NumberLine(symbol),
      placeDate: nd30PlaceDate(organizer.placeVi, issuedOn),
    },
    subject: t('minutes.subject', { fair: fair.nameVi }),
    council: meeting.councilDecision,
    begun: momentOf(meeting.heldAt),
    ended: momentOf(meeting.endedAt),
    place: meeting.place,
    present: meeting.members.filter(member => member.isPresent).map(member => memberOf(t, member)),
    absent: meeting.members.filter(member => !member.isPresent).map(member => memberOf(t, member)),
    quorum: t('minutes.quorum', { ...quorum }),
    conflicts: (await conflictsForMinutes(tx, fairId)).map(row =>
      t('minutes.conflict', {
        name: row.reviewerName,
        establishment: row.establishmentName,
        number: row.number ?? '',
        kind: t(`conflict.${row.conflictKind ?? 'other'}`),
      }),
    ),
    motions: meeting.motions.map(({ text, inFavour, against, abstained, dissents }) => ({
      text,
      votes: t('minutes.votes', { inFavour, against, abstained }),
      dissents: dissents.map(({ name, opinion }) => `${name}: ${opinion}`),
    })),
    remarks: meeting.remarks.split('\n').filter(line => line !== ''),
    seed: meeting.seed,
    passMark: before.record.request.passMark,
    places: before.record.request.quota,
    ranking: rowsOf(t, before),
    chair: nameOf(meeting, 'chair'),
    secretary: nameOf(meeting, 'secretary'),
    recipients: [
      `- ${t('minutes.recipient.council')};`,
      `- ${t('decision.recipient.file', { symbol: organizer.documentSymbol })}.`,
    ],
  }
  const { id } = await issueDocument(tx, ctx, {
    kind: 'selection-minutes',
    organizerId: fair.organizerId,
    fairId,
    number: symbol,
    ruleSetOn: fair.ruleSetOn,
    template: 'selection-minutes',
    data,
    fileName: `bien-ban-xet-chon-${meeting.position}.pdf`,
    scope: { organizerId: fair.organizerId, fairId },
  })
  return id
}

type Words = Awaited<ReturnType<typeof translator>>

function momentOf(instant: string): string {
  const [hour, minute] = localTime(instant, ZONE).split(':')
  const [year, month, day] = localDate(instant, ZONE).split('-')
  return `${hour} giờ ${minute} phút, ngày ${day} tháng ${month} năm ${year}`
}

const memberOf = (t: Words, { name, position, role, absence }: LockedMeeting['members'][number]) =>
  [name, position, t(`member.${role}`)].filter(Boolean).join(', ') + (absence === '' ? '' : ` (${absence})`)

const nameOf = ({ members }: LockedMeeting, role: 'chair' | 'secretary') =>
  members.find(member => member.role === role && member.isPresent)?.name ??
  (role === 'chair'
    ? members.find(member => member.role === 'deputy' && member.isPresent)?.name
    : undefined) ??
  ''

function rowsOf(t: Words, { record, candidates }: Before) {
  const names = new Map(candidates.map(candidate => [candidate.id, candidate]))
  return record.ranking.map(entry => {
    const named = names.get(entry.id)
    return {
      rank: String(entry.rank),
      name: named?.establishmentName ?? '',
      province: named?.provinceName ?? '',
      number: named?.number ?? '',
      mean: entry.mean === null ? '' : entry.mean.toFixed(2).replace('.', ','),
      outcome: outcomeOf(t, entry),
    }
  })
}

const outcomeOf = (t: Words, { outcome, waitingPosition }: Ranked) =>
  outcome === 'waiting'
    ? t('decision.waiting-position', { position: waitingPosition ?? 0 })
    : t(`state.${outcome}`)
