import { queueMail } from '../mail/queue-mail.ts'
import type { App } from '../platform/context.ts'
import type { AccountMail } from './auth.ts'

const PAGES = { 'sign-in-link': 'link', 'reset-password': 'reset', 'verify-email': 'verify' } as const

/**
 * Writes an account mail with its personal link to the outbox. A one-time sign-in link is not sent to somebody who
 * uses the second factor: it would go round it; the mail says so instead.
 */
export async function sendAccountMail(app: Pick<App, 'config' | 'db'>, mail: AccountMail): Promise<void> {
  const person = await app.db
    .selectFrom('person')
    .select(['name', 'locale', 'twoFactorEnabled'])
    .where('email', '=', mail.email)
    .executeTakeFirst()
  if (!person) return
  const barred = mail.template === 'sign-in-link' && person.twoFactorEnabled
  const link = `${app.config.publicUrl}/${PAGES[mail.template]}?token=${encodeURIComponent(mail.token)}`
  await app.db.transaction().execute(tx =>
    queueMail(app, tx, new Date().toISOString(), {
      template: barred ? 'sign-in-link-barred' : mail.template,
      to: { address: mail.email, name: person.name },
      locale: person.locale,
      params: { name: person.name, link: barred ? `${app.config.publicUrl}/sign-in` : link },
      isSecret: true,
    }),
  )
}
