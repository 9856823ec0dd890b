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
  const t = await translator(request.locale, 'mails')
  const params = { ...request.params, site: app.config.publicUrl }
  const text = `${t(`${request.template}.body`, params)}\n\n${t('signature', params)}\n`
  const id = newId()
  await tx
    .insertInto('mail')
    .values({
      id,
      template: request.template,
      locale: request.locale,
      toAddress: request.to.address,
      toName: request.to.name ?? null,
      subject: oneLine(t(`${request.template}.subject`, params)),
      bodyText: text,
      bodyHtml: toHtml(text, request.locale),
      attachments: request.attachments ?? [],
      isSecret: request.isSecret ?? false,
      organizerId: request.scope?.organizerId ?? null,
      fairId: request.scope?.fairId ?? null,
      establishmentId: request.scope?.establishmentId ?? null,
      nextAttemptAt: at,
      createdAt: at,
    })
    .execute()
  return id
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
