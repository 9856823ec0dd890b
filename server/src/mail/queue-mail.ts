import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import type { App, Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'

/** A mail to one person. `template` names `<template>.subject` and `<template>.body` in locales/<language>/mails.ts. */
export type MailRequest = {
  template: string
  to: { address: string; name?: string | null }
  locale: Locale
  /** Fills the sentences. A link stands alone on a line of the body: it becomes the button of the HTML part. */
  params: Record<string, string | number>
  attachments?: MailAttachment[]
  /** The mail holds a personal link: its text is shown to nobody and wiped once sent. */
  isSecret?: boolean
  /** One of many letters alike: leaves outside its organizer's quiet hours only. */
  isBulk?: boolean
  /** Where the reader asks not to get letters of this kind again, for the mail program's own button. */
  unsubscribeUrl?: string
  scope?: {
    organizerId?: string | undefined
    fairId?: string | undefined
    establishmentId?: string | undefined
  }
}

export type MailAttachment = { fileId: string; name: string }

/** Puts a mail in the outbox within the caller's transaction; the worker delivers it at least once. Returns its id. */
export async function queueMail(
  app: Pick<App, 'config'>,
  tx: Tx,
  at: string,
  request: MailRequest,
): Promise<string> {
  const [id] = await queueMails(app, tx, at, [request])
  if (id === undefined) throw new Error('A queued mail has an id')
  return id
}

/** The same for many at once, in one statement; the ids stand in the order of the requests. */
export async function queueMails(
  app: Pick<App, 'config'>,
  tx: Tx,
  at: string,
  requests: readonly MailRequest[],
): Promise<string[]> {
  const rows = await Promise.all(requests.map(request => mailRow(app, at, request)))
  if (rows.length > 0) await tx.insertInto('mail').values(rows).execute()
  return rows.map(row => row.id)
}

async function mailRow(app: Pick<App, 'config'>, at: string, request: MailRequest) {
  const { subject, text } = await mailTexts(app, request)
  return {
    id: newId(),
    template: request.template,
    locale: request.locale,
    toAddress: request.to.address,
    toName: request.to.name ?? null,
    subject,
    bodyText: text,
    bodyHtml: toHtml(text, request.locale),
    attachments: request.attachments ?? [],
    isSecret: request.isSecret ?? false,
    isBulk: request.isBulk ?? false,
    unsubscribeUrl: request.unsubscribeUrl ?? null,
    organizerId: request.scope?.organizerId ?? null,
    fairId: request.scope?.fairId ?? null,
    establishmentId: request.scope?.establishmentId ?? null,
    nextAttemptAt: at,
    createdAt: at,
  }
}

/** Subject and text as they would be sent, for queueing and for reading first. */
export async function mailTexts(
  app: Pick<App, 'config'>,
  { locale, template, params: given }: Pick<MailRequest, 'locale' | 'template' | 'params'>,
): Promise<{ subject: string; text: string }> {
  const t = await translator(locale, 'mails')
  const params = { ...given, site: app.config.publicUrl }
  return {
    subject: oneLine(t(`${template}.subject`, params)),
    text: `${t(`${template}.body`, params)}\n\n${t('signature', params)}\n`,
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Plain text as simple HTML: blank lines part paragraphs, a line that is only a link becomes a button. */
function toHtml(text: string, locale: Locale): string {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .map(paragraph)
  return [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8">`,
    '<body style="margin:0;background:#f6f4f0"><div style="max-width:560px;margin:0 auto;padding:24px;',
    'font:16px/1.6 Arial,sans-serif;color:#22201d;background:#fff">',
    ...paragraphs,
    '</div></body></html>',
  ].join('')
}

function paragraph(text: string): string {
  const escaped = escapeHtml(text)
  if (/^https?:\/\/\S+$/.test(text)) {
    return `<p><a href="${escaped}" style="display:inline-block;padding:12px 20px;background:#005b57;color:#fff;text-decoration:none;border-radius:6px;word-break:break-all">${escaped}</a></p>`
  }
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign)
