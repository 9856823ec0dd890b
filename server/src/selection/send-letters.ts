import type { LettersSent } from '@hoicho/shared/selection/schema.ts'
import { type MailAttachment, queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { decisionInForce, decisionsOf, outcomesOf } from './decision-queries.ts'
import { withPositions } from './decisions.ts'
import { letterWriter } from './letter-params.ts'

/**
 * Writes to every establishment of the decision in force what became of its application and why, the decision attached for
 * those selected or waiting. Each is written to once, however often this runs.
 */
export async function sendLetters(ctx: Ctx, fairId: string): Promise<LettersSent> {
  return await change(ctx, 'selection.send-letters', { fair: fairId }, async tx => {
    const current = await decisionInForce(tx, fairId, true)
    if (!current) throw problem('selection.no-decision')
    const decision = found((await decisionsOf(tx, fairId)).find(row => row.id === current.id))
    const rows = withPositions((await outcomesOf(tx, fairId)).filter(row => row.selectionId === current.id))
    const write = await letterWriter(tx, fairId, ctx.app.config.publicUrl, decision.passMark)
    const result = { sent: 0, alreadySent: 0, withoutAddress: 0 }
    for (const row of rows) {
      if (row.mailId !== null) {
        result.alreadySent += 1
        continue
      }
      const attachments = row.outcome === 'rejected' ? [] : attachmentOf(decision)
      const isSent = await send(tx, ctx, current.id, row.applicationId, await write(row), attachments)
      result[isSent ? 'sent' : 'withoutAddress'] += 1
    }
    return { result, audit: { entity: 'selection', entityId: current.id, after: result } }
  })
}

type Letter = Awaited<ReturnType<Awaited<ReturnType<typeof letterWriter>>>>

async function send(
  tx: Tx,
  ctx: Ctx,
  selectionId: string,
  applicationId: string,
  { template, recipient, params, scope }: Letter,
  attachments: MailAttachment[],
): Promise<boolean> {
  if (recipient.address === null) return false
  const to = { address: recipient.address, name: recipient.name }
  const request = { template, to, locale: recipient.locale, params, scope, attachments }
  const mailId = await queueMail(ctx.app, tx, ctx.now(), request)
  await tx
    .updateTable('selectionOutcome')
    .set({ mailId })
    .where('selectionId', '=', selectionId)
    .where('applicationId', '=', applicationId)
    .execute()
  return true
}

function attachmentOf(decision: { documentFileId: string | null; version: number }): MailAttachment[] {
  if (decision.documentFileId === null) return []
  return [{ fileId: decision.documentFileId, name: `quyet-dinh-xet-chon-${decision.version}.pdf` }]
}
