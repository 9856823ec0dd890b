import { isQuiet, nextSendingTime } from '@hoicho/shared/mail/quiet-hours.ts'
import { sql } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import type { App } from '../platform/context.ts'
import { type OrganizersHours, organizersHours } from './quiet-hours.ts'

/** How long a mail waits after its n-th failed attempt: half a minute, doubling, at most six hours. */
const backOffSeconds = (attempts: number) => Math.min(30 * 2 ** (attempts - 1), 6 * 3600)

/** About two days with the waits above. */
const MAX_ATTEMPTS = 16
const LOCK_SECONDS = 120
/** Well within the lock: whoever gives up on a slow server still holds the mail it puts back. */
const SEND_LIMIT_MS = 90_000
const BATCH = 20

type DueMail = Awaited<ReturnType<typeof claimDue>>[number]

/** A connection to the configured SMTP server, or undefined: then mails wait in the outbox and nothing is lost. */
export function openTransport(smtpUrl: string | undefined): Transporter | undefined {
  if (!smtpUrl) return undefined
  return createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  } as Parameters<typeof createTransport>[0])
}

/**
 * Sends the mails that are due and says how many it took on. At least once: a crash after the server took a mail and
 * before the row is marked sends it again, with the same Message-ID, which mail programs fold into one.
 */
export async function deliverDue(app: App, transport: Transporter, now: () => string): Promise<number> {
  const hours = await organizersHours(app.db, now())
  const due = await claimDue(app, now(), hours.quietNow(now()))
  for (const mail of due) {
    if (await waitsForMorning(app, mail, hours, now())) continue
    if (await stillOurs(app, mail, now())) await deliver(app, transport, mail, now)
  }
  return due.length
}

/** Takes up to a batch of due mails for this process; another process skips them until the lock runs out. */
async function claimDue(app: App, now: string, quiet: ReturnType<OrganizersHours['quietNow']>) {
  const lockedUntil = new Date(Date.parse(now) + LOCK_SECONDS * 1000).toISOString()
  return await app.db
    .updateTable('mail')
    .set(row => ({ lockedUntil, attempts: row('attempts', '+', 1) }))
    .where('id', 'in', query =>
      query
        .selectFrom('mail')
        .select('id')
        .where('state', '=', 'queued')
        .where('nextAttemptAt', '<=', now)
        .where('heldAt', 'is', null)
        .where(row => row.or([row('isBulk', '=', false), row.not(quiet)]))
        .where(row => row.or([row('lockedUntil', 'is', null), row('lockedUntil', '<', now)]))
        .orderBy('nextAttemptAt')
        .orderBy('id')
        .limit(BATCH)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute()
}

/** Quiet hours may begin while slow letters go out: one of many then goes back, to leave when they end. */
async function waitsForMorning(app: App, mail: DueMail, hours: OrganizersHours, now: string) {
  const own = hours.of(mail.organizerId)
  if (!mail.isBulk || !isQuiet(own, now)) return false
  await app.db
    .updateTable('mail')
    .set(row => ({
      nextAttemptAt: nextSendingTime(own, now),
      lockedUntil: null,
      attempts: row('attempts', '-', 1),
    }))
    .where('id', '=', mail.id)
    .where('lockedUntil', '=', mail.lockedUntil)
    .execute()
  return true
}

/**
 * Renews the lock just before sending. While a slow server held up those before it, the lock of a mail late in the batch
 * may have run out and another process taken it, or somebody have held the letter back.
 */
async function stillOurs(app: App, mail: DueMail, now: string): Promise<boolean> {
  const lockedUntil = new Date(Date.parse(now) + LOCK_SECONDS * 1000).toISOString()
  const row = await app.db
    .updateTable('mail')
    .set({ lockedUntil, sendingAt: now })
    .where('id', '=', mail.id)
    .where('state', '=', 'queued')
    .where('heldAt', 'is', null)
    .where('lockedUntil', '=', mail.lockedUntil)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

async function deliver(app: App, transport: Transporter, mail: DueMail, now: () => string): Promise<void> {
  try {
    const sending = transport.sendMail({
      from: app.config.mailFrom,
      to: mail.toName ? { name: mail.toName, address: mail.toAddress } : mail.toAddress,
      subject: mail.subject,
      text: mail.bodyText,
      html: mail.bodyHtml,
      messageId: messageId(mail.id, app.config.mailFrom),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.locale },
      ...(mail.unsubscribeUrl ? { list: { unsubscribe: mail.unsubscribeUrl } } : {}),
      attachments: await readAttachments(app, mail.attachments),
    })
    await within(SEND_LIMIT_MS, sending)
    await app.db
      .updateTable('mail')
      .set({
        state: 'sent',
        sentAt: now(),
        lockedUntil: null,
        sendingAt: null,
        lastError: null,
        ...(mail.isSecret ? WIPED : {}),
      })
      .where('id', '=', mail.id)
      .execute()
  } catch (error) {
    await putBack(app, mail, error, now())
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Timeout: the server took too long')), ms)
  })
  await Promise.race([work, limit]).finally(() => clearTimeout(timer))
}

const WIPED = { bodyText: '', bodyHtml: '', unsubscribeUrl: null }

async function putBack(app: App, mail: DueMail, error: unknown, now: string): Promise<void> {
  const refused = isPermanent(error)
  const state = refused ? 'refused' : mail.attempts >= MAX_ATTEMPTS ? 'failed' : 'queued'
  const nextAttemptAt = new Date(Date.parse(now) + backOffSeconds(mail.attempts) * 1000).toISOString()
  app.log.warn(
    { mailId: mail.id, attempts: mail.attempts, state, code: errorCode(error) },
    'mail not delivered',
  )
  await app.db
    .updateTable('mail')
    .set({
      state,
      nextAttemptAt,
      lockedUntil: null,
      sendingAt: null,
      lastError: String(errorText(error)).slice(0, 500),
    })
    .where('id', '=', mail.id)
    .execute()
}

async function readAttachments(app: App, attachments: unknown) {
  // The column is written by queueMail alone, as MailAttachment[].
  const wanted = attachments as { fileId: string; name: string }[]
  if (wanted.length === 0) return []
  const rows = await app.db
    .selectFrom('file')
    .innerJoin('fileBlob', 'fileBlob.sha256', 'file.sha256')
    .select(['file.id', 'file.mediaType', 'fileBlob.bytes'])
    .where('file.id', '=', sql<string>`any(${wanted.map(attachment => attachment.fileId)})`)
    .execute()
  return wanted.flatMap(({ fileId, name }) => {
    const row = rows.find(candidate => candidate.id === fileId)
    return row ? [{ filename: name, content: Buffer.from(row.bytes), contentType: row.mediaType }] : []
  })
}

/** Stable for the life of the mail, so a second delivery is recognised as the same letter. */
export const messageId = (mailId: string, from: string) =>
  `<${mailId}@${/@([\w.-]+)/.exec(from)?.[1] ?? 'hoicho.invalid'}>`

/**
 * A 5xx answer about the recipient or the letter is the server's last word. One about our own sign-in is a matter of the
 * settings, and like everything else it is tried again.
 */
function isPermanent(error: unknown): boolean {
  const code = responseCode(error)
  const isAboutMail = ['EENVELOPE', 'EMESSAGE'].includes(errorCode(error))
  return isAboutMail && code !== undefined && code >= 500 && code < 600
}

function responseCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return undefined
  return typeof error.responseCode === 'number' ? error.responseCode : undefined
}

const errorCode = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
const errorText = (error: unknown) => (error instanceof Error ? error.message : error)
