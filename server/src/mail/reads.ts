import { allows, type Target } from '@hoicho/shared/identity/permissions.ts'
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

/** A mail as it is sent. One with a personal link shows its envelope only, unless staff must pass it on by hand. */
export async function viewMail(ctx: Ctx, scope: queries.MailScope, mailId: string): Promise<MailView> {
  const target = await mayRead(ctx, 'mail.list', scope)
  const { bodyText, bodyHtml, attachments, ...row } = found(await queries.mailById(ctx.app.db, scope, mailId))
  const isShown = !row.isSecret || isPassedOnByHand(ctx, target, row)
  return {
    ...row,
    isSecret: !isShown,
    text: isShown ? bodyText : null,
    html: isShown ? bodyHtml : null,
    // The column is written by queueMail alone.
    attachments: attachments as MailAttachment[],
  }
}

/**
 * Without a mail server the staff who may invite hand the link over themselves: to establishments whoever reads the
 * outbox, to colleagues only who may invite them, so that nobody helps themselves to a higher role. Links of accounts
 * (passwords, sign-in) belong to no organizer and are never shown.
 */
function isPassedOnByHand(ctx: Ctx, target: Target, mail: { template: string; state: string }): boolean {
  if (ctx.app.config.smtpUrl || mail.state !== 'queued') return false
  if (mail.template === 'fair-invitation') return true
  return mail.template === 'invitation' && allows('identity.manage-staff', ctx.rights, target)
}
