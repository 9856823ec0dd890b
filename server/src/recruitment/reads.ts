import { historyOf } from '@hoicho/shared/recruitment/history.ts'
import type {
  ApplicationSubmission,
  ApplicationView,
  CorrectionRound,
  HistoryEntry,
  InvitationItem,
  LetterPreview,
  OwnApplication,
} from '@hoicho/shared/recruitment/schema.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { historyLog } from './history-query.ts'
import { letterParams } from './invitation-letter.ts'
import * as queries from './queries.ts'
import { correctionsOf, openRemarksOf, submissionsOf } from './round-queries.ts'

/**
 * One application, for its establishment and for the fair's staff. Before it was first submitted the staff see that it
 * was started, nothing of what is written in it, unless they enter it themselves.
 */
export async function viewApplication(ctx: Ctx, applicationId: string): Promise<ApplicationView> {
  const target = await mayRead(ctx, 'recruitment.view-application', { application: applicationId })
  return await readApplication(
    ctx.app.db,
    target.fairId ?? '',
    applicationId,
    isOwn(ctx, target.establishmentId),
  )
}

const isOwn = (ctx: Ctx, establishmentId: string | undefined) =>
  ctx.actor.kind === 'system' ||
  ctx.rights.establishments.some(held => held.establishmentId === establishmentId)

/** The view a write answers with: read in the same transaction. `seesDrafts` is for the establishment's own people. */
export async function readApplication(
  db: Db | Tx,
  fairId: string,
  applicationId: string,
  seesDrafts: boolean,
): Promise<ApplicationView> {
  const row = found(await queries.applicationById(db, fairId, applicationId))
  const maySee = seesDrafts || row.channel === 'officer'
  const isHidden = row.submittedAt === null && !maySee
  return {
    id: row.id,
    number: row.number,
    state: seesDrafts ? (row.shownState ?? row.state) : row.state,
    formVersion: row.formVersion,
    form: found(await queries.formOf(db, fairId, row.formVersion)),
    answers: isHidden ? {} : queries.answersOf(row),
    prefilled: maySee ? queries.prefilledOf(row) : {},
    fasciaName: isHidden ? '' : row.fasciaName,
    products: isHidden ? [] : await queries.productsOf(db, applicationId),
    papers: isHidden ? [] : await queries.papersOf(db, applicationId),
    version: row.version,
    startedAt: row.startedAt,
    updatedAt: row.updatedAt,
    submittedAt: row.submittedAt,
    correctionNote: row.correctionNote,
    correctionFields: row.state === 'correction-requested' ? await openRemarksOf(db, applicationId) : [],
    correctionDueOn: row.correctionDueOn,
    withdrawnReason: row.withdrawnReason,
    isInvited: row.invitationId !== null,
    channel: row.channel,
    confirmation: row.confirmation,
    isHidden,
    fair: found(await queries.fairColumns(db, fairId)),
    establishment: found(await queries.establishmentById(db, row.establishmentId)),
  }
}

/** The applications of an establishment to all fairs, the newest first. */
export async function listOwnApplications(ctx: Ctx, establishmentId: string): Promise<OwnApplication[]> {
  await mayRead(ctx, 'recruitment.list-own-applications', { establishment: establishmentId })
  const rows = await queries.applicationsOfEstablishment(ctx.app.db, establishmentId)
  return rows.map(
    ({ applicationId, applicationState, number, updatedAt, submittedAt, correctionDueOn, ...fair }) => ({
      id: applicationId,
      state: applicationState,
      number,
      updatedAt,
      submittedAt,
      correctionDueOn,
      fair,
    }),
  )
}

/** Who was invited to a fair and how far each got, the newest letter first. */
export async function listInvitations(ctx: Ctx, fairId: string): Promise<InvitationItem[]> {
  await mayRead(ctx, 'recruitment.list-invitations', { fair: fairId })
  return await queries.invitationsOfFair(ctx.app.db, fairId)
}

/** The letter as an establishment would get it, its personal link left open. */
export async function previewInvitation(
  ctx: Ctx,
  fairId: string,
  establishmentId?: string,
): Promise<LetterPreview> {
  await mayRead(ctx, 'recruitment.invite', { fair: fairId })
  const fair = found(await queries.fairByIdOrSlug(ctx.app.db, fairId))
  const establishment = establishmentId
    ? found(await queries.establishmentById(ctx.app.db, establishmentId))
    : undefined
  const locale = (establishment && (await queries.ownersOf(ctx.app.db, establishment.id))[0]?.locale) || 'vi'
  const t = await translator(locale, 'mails')
  const link = `${ctx.app.config.publicUrl}/i/…`
  const params = letterParams(fair, establishment?.name ?? '…', locale, link)
  return {
    subject: t('fair-invitation.subject', params),
    text: `${t('fair-invitation.body', params)}\n\n${t('signature', { site: ctx.app.config.publicUrl })}`,
  }
}

/** An application as it was handed in each time, oldest first: what changed between two is changesBetween. */
export async function viewSubmissions(ctx: Ctx, applicationId: string): Promise<ApplicationSubmission[]> {
  await mayRead(ctx, 'recruitment.view-application', { application: applicationId })
  return await submissionsOf(ctx.app.db, applicationId)
}

/** Every request for correction of an application, oldest first, with what became of each remark. */
export async function viewCorrections(ctx: Ctx, applicationId: string): Promise<CorrectionRound[]> {
  await mayRead(ctx, 'recruitment.view-application', { application: applicationId })
  return await correctionsOf(ctx.app.db, applicationId)
}

/** What happened to an application, oldest first, from the log. */
export async function viewHistory(ctx: Ctx, applicationId: string): Promise<HistoryEntry[]> {
  const target = await mayRead(ctx, 'recruitment.view-application', { application: applicationId })
  const { fairId = '', establishmentId = '' } = target
  const log = await historyLog(ctx.app.db, fairId, establishmentId, applicationId)
  return historyOf(log, isOwn(ctx, establishmentId) ? 'establishment' : 'desk')
}
