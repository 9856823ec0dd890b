import type { MailList, MailView } from '@hoicho/shared/mail/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import * as queries from './queries.ts'
import type { MailAttachment } from './queue-mail.ts'

const MOST = 2000

/** The newest mails of a fair or an organizer, at most 2,000. */
export async function listMails(ctx: Ctx, scope: queries.MailScope): Promise<MailList> {
  await mayRead(ctx, 'mail.list', scope)
  const items = await queries.mailsOf(ctx.app.db, scope, MOST)
  return { items, isDelivering: ctx.app.config.smtpUrl !== undefined }
}

/** A mail as it is sent. One with a personal link shows its envelope only. */
export async function viewMail(ctx: Ctx, scope: queries.MailScope, mailId: string): Promise<MailView> {
  await mayRead(ctx, 'mail.list', scope)
  const { bodyText, bodyHtml, attachments, ...row } = found(await queries.mailById(ctx.app.db, scope, mailId))
  return {
    ...row,
    text: row.isSecret ? null : bodyText,
    html: row.isSecret ? null : bodyHtml,
    // The column is written by queueMail alone.
    attachments: attachments as MailAttachment[],
  }
}
