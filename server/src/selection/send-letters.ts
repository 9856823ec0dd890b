import type { LettersInput, LettersSent } from '@hoicho/shared/selection/schema.ts'
import { sql } from 'kysely'
import { type MailAttachment, queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { decisionInForce, decisionsOf, outcomesOf } from './decision-queries.ts'
import { withPositions } from './decisions.ts'
import { type Letter, letterWriter } from './letter-params.ts'

/**
 * Writes to establishments of the decision in force what became of their applications and why, the decision attached for those
 * selected or waiting; with the letter the outcome is known to them. `limit` letters at a time, by rank, so that a page can
 * show how far it is; each is written to once, however often this runs. Those without an address are left for the desk to tell.
 */
export async function sendLetters(
  ctx: Ctx,
  fairId: string,
  { limit }: LettersInput = {},
): Promise<LettersSent> {
  return await change(ctx, 'selection.send-letters', { fair: fairId }, async tx => {
    const current = await decisionInForce(tx, fairId, true)
    if (!current) throw problem('selection.no-decision')
    const decision = found((await decisionsOf(tx, fairId)).find(row => row.id === current.id))
    const rows = withPositions((await outcomesOf(tx, fairId)).filter(row => row.selectionId === current.id))
    const open = rows.filter(row => row.releasedAt === null)
    const write = await letterWriter(tx, fairId, placeAndTime(ctx), decision, open)
    const due: { row: (typeof open)[number]; letter: Letter & { dueAt: string | null } }[] = []
    for (const row of open) due.push({ row, letter: await write(row) })
    const addressed = due.filter(({ letter }) => letter.recipient.address !== null)
    const batch = addressed.slice(0, limit)
    for (const { row, letter } of batch) {
      const attachments = row.outcome === 'rejected' ? [] : attachmentOf(decision)
      await send(tx, ctx, current.id, row.applicationId, letter, attachments)
    }
    const told = batch.map(({ row, letter }) => ({ id: row.applicationId, dueAt: letter.dueAt }))
    await announce(tx, ctx, current.id, told)
    const result = {
      sent: batch.length,
      alreadySent: rows.length - open.length,
      withoutAddress: due.length - addressed.length,
      left: addressed.length - batch.length,
    }
    return { result, audit: { entity: 'selection', entityId: current.id, after: result } }
  })
}

export const placeAndTime = (ctx: Ctx) => ({ publicUrl: ctx.app.config.publicUrl, now: ctx.now() })

async function send(
  tx: Tx,
  ctx: Ctx,
  selectionId: string,
  applicationId: string,
  { recipient, request }: Letter,
  attachments: MailAttachment[],
): Promise<void> {
  if (recipient.address === null) return
  const to = { address: recipient.address, name: recipient.name }
  const mailId = await queueMail(ctx.app, tx, ctx.now(), { ...request, to, attachments })
  await tx
    .updateTable('selectionOutcome')
    .set({ mailId })
    .where('selectionId', '=', selectionId)
    .where('applicationId', '=', applicationId)
    .execute()
}

/** From here on the establishments may see their outcomes; a place's deadline begins to run. */
export async function announce(
  tx: Tx,
  ctx: Ctx,
  selectionId: string,
  told: readonly { id: string; dueAt: string | null }[],
): Promise<void> {
  const now = ctx.now()
  const ids = told.map(one => one.id)
  await tx
    .updateTable('selectionOutcome')
    .set({ releasedAt: now })
    .where('selectionId', '=', selectionId)
    .where('applicationId', '=', sql<string>`any(${ids})`)
    .execute()
  await tx
    .updateTable('application')
    .set(row => ({ shownState: null, version: row('version', '+', 1), updatedAt: now }))
    .where('id', '=', sql<string>`any(${ids})`)
    .where('shownState', 'is not', null)
    .execute()
  const [dueAt] = told.flatMap(one => (one.dueAt ? [one.dueAt] : []))
  if (!dueAt) return
  await tx
    .updateTable('selectionPlace')
    .set({ dueAt })
    .where('applicationId', '=', sql<string>`any(${ids})`)
    .where('state', '=', 'offered')
    .where('dueAt', 'is', null)
    .execute()
}

function attachmentOf(decision: { documentFileId: string | null; version: number }): MailAttachment[] {
  if (decision.documentFileId === null) return []
  return [{ fileId: decision.documentFileId, name: `quyet-dinh-xet-chon-${decision.version}.pdf` }]
}
