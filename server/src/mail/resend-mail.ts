import type { MailView } from '@hoicho/shared/mail/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import type { MailScope } from './queries.ts'
import * as queries from './queries.ts'
import { viewMail } from './reads.ts'

/**
 * Puts a mail into the queue again: at once when it waits, anew when it was sent, refused or given up. The letter keeps
 * its Message-ID. Refuses with mail.text-gone a mail whose personal link was wiped after sending.
 */
export async function resendMail(ctx: Ctx, scope: MailScope, mailId: string): Promise<MailView> {
  await change(ctx, 'mail.resend', scope, async tx => {
    const before = found(await queries.mailById(tx, scope, mailId))
    if (before.bodyText === '') throw problem('mail.text-gone')
    await tx
      .updateTable('mail')
      .set({ state: 'queued', attempts: 0, nextAttemptAt: ctx.now(), sentAt: null, lastError: null })
      .where('id', '=', mailId)
      .execute()
    const { state, attempts } = before
    const audit = {
      entity: 'mail',
      entityId: mailId,
      before: { state, attempts },
      after: { state: 'queued' },
    }
    return { result: null, audit }
  })
  return await viewMail(ctx, scope, mailId)
}
