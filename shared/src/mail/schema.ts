import { z } from 'zod'
import { id } from '../platform/ids.ts'

export const MAIL_STATES = ['queued', 'sent', 'refused', 'failed', 'cancelled'] as const

/** A mail of the outbox, for those who may see that it was sent. */
export const MailSummary = z
  .object({
    id: id(),
    template: z.string(),
    toAddress: z.string(),
    toName: z.string().nullable(),
    subject: z.string(),
    /** `refused`: the server's last word was no. `failed`: given up after two days of trying. `cancelled`: taken back before it left. */
    state: z.enum(MAIL_STATES),
    attempts: z.number(),
    /** The mail server's own words about the last attempt. */
    lastError: z.string().nullable(),
    nextAttemptAt: z.string(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
    /** It carries a personal link: nobody but its reader may see the text. */
    isSecret: z.boolean(),
  })
  .meta({ id: 'MailSummary' })
export type MailSummary = z.infer<typeof MailSummary>

export const MailView = MailSummary.extend({
  /** Null for a mail with a personal link. */
  text: z.string().nullable(),
  html: z.string().nullable(),
  attachments: z.array(z.object({ fileId: id(), name: z.string() })),
}).meta({ id: 'Mail' })
export type MailView = z.infer<typeof MailView>

export const MailList = z
  .object({
    items: z.array(MailSummary),
    /** False: no SMTP server is set, so mails wait here. */
    isDelivering: z.boolean(),
  })
  .meta({ id: 'MailList' })
export type MailList = z.infer<typeof MailList>

/** When an organizer's letters to many may not leave. */
export const QuietHoursView = z
  .object({
    startsAt: z.string(),
    endsAt: z.string(),
    weekdays: z.array(z.int()),
    days: z.array(z.string()),
    timeZone: z.string(),
    /** 0 while the dated default stands. */
    version: z.int(),
  })
  .meta({ id: 'QuietHours' })
export type QuietHoursView = z.infer<typeof QuietHoursView>
