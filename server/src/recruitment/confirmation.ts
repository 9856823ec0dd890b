import { step } from '@hoicho/shared/platform/states.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { CONFIRMATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { type App, actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { hashToken } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { peopleToTell } from './correspondence.ts'
import { bare, derive, findBy, secretCode } from './invitation-link.ts'
import { lockApplication } from './lock-application.ts'
import { readApplication } from './reads.ts'
import { mailAbout, sendReceipt } from './receipt.ts'

/** Both secrets belong to one submission: what is handed in anew has to be confirmed anew. */
const secretId = (applicationId: string, round: number) => `${applicationId}:${round}`
const tokenOf = (app: Pick<App, 'secrets'>, applicationId: string, round: number) =>
  derive(app, 'application-confirmation', secretId(applicationId, round)).toString('base64url')

/** The short code to read over the telephone, `K7QM2-XRP9D`. */
export const confirmationCode = (app: Pick<App, 'secrets'>, applicationId: string, round: number): string =>
  secretCode(app, 'application-confirmation-code', secretId(applicationId, round))

/** Asks the establishment to confirm what was just handed in for it: a record of it, and a mail where there is an address. */
export async function requestConfirmation(
  tx: Tx,
  ctx: Ctx,
  view: ApplicationView,
  round: number,
): Promise<void> {
  await tx
    .insertInto('applicationConfirmation')
    .values({
      applicationId: view.id,
      round,
      tokenHash: hashToken(tokenOf(ctx.app, view.id, round)),
      codeHash: hashToken(bare(confirmationCode(ctx.app, view.id, round))),
      requestedBy: actorPersonId(ctx),
      requestedAt: ctx.now(),
    })
    .execute()
  await mailConfirmation(tx, ctx, view, round)
}

/** @returns how many people the link went to */
export async function mailConfirmation(
  tx: Tx,
  ctx: Ctx,
  view: ApplicationView,
  round: number,
): Promise<number> {
  const people = await peopleToTell(tx, view.establishment)
  const link = `/x/${tokenOf(ctx.app, view.id, round)}`
  await mailAbout(tx, ctx, view, people, { template: 'application-confirmation', link, isSecret: true })
  return people.length
}

/** The last request of an application for confirmation. */
export const lastConfirmation = (tx: Tx, applicationId: string) =>
  tx
    .selectFrom('applicationConfirmation')
    .selectAll()
    .where('applicationId', '=', applicationId)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The application a link or code stands for, locked. Refused with recruitment.link-unknown, also after a newer request. */
export async function confirmationByToken(tx: Tx, ctx: Ctx, held: string) {
  const { column, hash } = await findBy(ctx, held)
  const row = await tx
    .selectFrom('applicationConfirmation')
    .innerJoin('application', 'application.id', 'applicationConfirmation.applicationId')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select([
      'applicationId',
      'round',
      'application.fairId',
      'application.establishmentId',
      'fair.organizerId',
    ])
    .where(column, '=', hash)
    .executeTakeFirst()
  const application = row && (await lockApplication(tx, row.fairId, row.applicationId))
  const last = row && (await lastConfirmation(tx, row.applicationId))
  if (!application || !last || last.round !== row.round) throw problem('recruitment.link-unknown')
  return { ...row, application, method: column === 'tokenHash' ? ('link' as const) : ('code' as const) }
}

type Proof =
  | { method: 'link' | 'code' | 'account'; name: string }
  | { method: 'signed-paper'; fileId: string; reason: string }

/**
 * Puts down that the establishment stands behind its last submission, and sends the receipt. For the verbs that confirm,
 * under the application's lock. Refused with platform.wrong-state unless it waits for that.
 */
export async function recordConfirmation(
  tx: Tx,
  ctx: Ctx,
  application: NonNullable<Awaited<ReturnType<typeof lockApplication>>>,
  proof: Proof,
) {
  const { id, fairId } = application
  const confirmation = step(CONFIRMATION_STATES, application.confirmation, 'confirm')
  if (!confirmation || application.state !== 'submitted') throw problem('platform.wrong-state')
  const { round } = found(await lastConfirmation(tx, id))
  const evidence =
    proof.method === 'signed-paper'
      ? { fileId: proof.fileId, reason: proof.reason }
      : { confirmedName: proof.name }
  await tx
    .updateTable('applicationConfirmation')
    .set({ method: proof.method, confirmedAt: ctx.now(), confirmedBy: actorPersonId(ctx), ...evidence })
    .where('applicationId', '=', id)
    .where('round', '=', round)
    .execute()
  await tx
    .updateTable('application')
    .set({ confirmation, version: application.version + 1, updatedAt: ctx.now() })
    .where('id', '=', id)
    .execute()
  const view = await readApplication(tx, fairId, id, true)
  await sendReceipt(tx, ctx, view, 'establishment')
  const before = { confirmation: application.confirmation }
  const after = { confirmation, round, method: proof.method, ...evidence }
  return { view, note: { entity: 'application', entityId: id, before, after } }
}
