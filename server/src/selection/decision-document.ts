import {
  nd30AnnexReference,
  nd30Bases,
  nd30Date,
  nd30NumberLine,
  nd30PlaceDate,
  nd30Symbol,
} from '@hoicho/shared/documents/nd30.ts'
import { localDate, yearOf } from '@hoicho/shared/platform/dates.ts'
import { issueDocument } from '../documents/issue-document.ts'
import { nextNumber } from '../documents/next-number.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { organizerForPapers, outcomesOf } from './decision-queries.ts'
import { fairForSelection } from './queries.ts'

/** Papers of an organizer are dated on the clock of its seat. */
const ZONE = 'Asia/Ho_Chi_Minh'

/**
 * Issues the decision approving the list (quyết định) in the layout of decree 30/2020/NĐ-CP: those selected in annex I, those
 * waiting, in order, in annex II. Those not chosen are not named in it. Returns the document's id.
 */
export async function issueDecisionDocument(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  selection: {
    id: string
    version: number
    sha256: string
    meeting: { documentId: string | null; heldAt: string; councilDecision: string }
    replaces: { documentId: string | null } | undefined
  },
): Promise<string> {
  const fair = found(await fairForSelection(tx, fairId))
  const organizer = await organizerForPapers(tx, fair.organizerId)
  const issuedOn = localDate(ctx.now(), ZONE)
  const number = await nextNumber(tx, fair.organizerId, 'decision', yearOf(issuedOn))
  const symbol = nd30Symbol(number, 'decision', organizer.documentSymbol)
  const rows = (await outcomesOf(tx, fairId)).filter(row => row.selectionId === selection.id)
  const data = {
    head: {
      parent: organizer.parentNameVi,
      agency: organizer.nameVi,
      numberLine: nd30NumberLine(symbol),
      placeDate: nd30PlaceDate(organizer.placeVi, issuedOn),
    },
    ...(await wordsOf(fair, organizer, {
      replaced: await numberOf(tx, selection.replaces?.documentId ?? null),
      minutes: await numberOf(tx, selection.meeting.documentId),
      metOn: nd30Date(localDate(selection.meeting.heldAt, ZONE)),
      council: selection.meeting.councilDecision,
    })),
    annexReference: nd30AnnexReference('Quyết định', symbol, issuedOn, organizer.nameVi),
    selected: rows.filter(row => row.outcome === 'selected').map(lineOf),
    waiting: rows.filter(row => row.outcome === 'waiting').map(lineOf),
    sha256: selection.sha256,
  }
  const { id } = await issueDocument(tx, ctx, {
    kind: 'selection-decision',
    organizerId: fair.organizerId,
    fairId,
    number: symbol,
    ruleSetOn: fair.ruleSetOn,
    template: 'selection-decision',
    data,
    fileName: `quyet-dinh-xet-chon-${selection.version}.pdf`,
    scope: { organizerId: fair.organizerId, fairId },
  })
  return id
}

type Outcome = Awaited<ReturnType<typeof outcomesOf>>[number]

const lineOf = (row: Outcome, at: number) => ({
  position: at + 1,
  name: row.establishmentName,
  province: row.provinceName,
  number: row.number ?? '',
  mean: row.meanPoints === null ? '' : Number(row.meanPoints).toFixed(2).replace('.', ','),
})

async function wordsOf(
  fair: { nameVi: string; city: string; opensOn: string; closesOn: string },
  organizer: {
    nameVi: string
    representativeName: string
    representativePosition: string
    documentSymbol: string
  },
  papers: { replaced: string | null; minutes: string | null; metOn: string; council: string },
) {
  const t = await translator('vi', 'selection-desk')
  const params = { fair: fair.nameVi, organizer: organizer.nameVi, city: fair.city }
  const { replaced, minutes, metOn, council } = papers
  const bases = [
    t('decision.basis.functions', params),
    t('decision.basis.proposal', params),
    ...(council === '' ? [] : [t('decision.basis.council', { council })]),
    minutes === null
      ? t('decision.basis.scores', params)
      : t('decision.basis.minutes', { number: minutes, day: metOn }),
  ]
  return {
    title: t('decision.title'),
    subject: t('decision.subject', params),
    authority: organizer.representativePosition,
    bases: nd30Bases(bases),
    replaces: replaced === null ? '' : t('decision.replaces', { number: replaced }),
    fair: fair.nameVi,
    signature: {
      position: organizer.representativePosition,
      name: organizer.representativeName,
      recipients: [
        `- ${t('decision.recipient.named')};`,
        `- ${t('decision.recipient.file', { symbol: organizer.documentSymbol })}.`,
      ],
    },
  }
}

async function numberOf(tx: Tx, documentId: string | null): Promise<string | null> {
  if (documentId === null) return null
  const row = await tx.selectFrom('document').select('number').where('id', '=', documentId).executeTakeFirst()
  return row?.number ?? null
}
