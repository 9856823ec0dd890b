import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { type MailPart, readMail } from './read-mail.ts'

export type ReceivedMail = { to: string; subject: string; text: string; html: string; parts: MailPart[] }

/** A real SMTP server that keeps every mail it takes: the letter boxes of all people of a test. */
export type Mailbox = {
  /** For the setting SMTP_URL. */
  url: string
  mails: readonly ReceivedMail[]
  /** Waits for the newest mail to that address whose subject, text or file names hold `about`. */
  mailTo(address: string, about: RegExp, timeoutMs?: number): Promise<ReceivedMail>
  /** The first address in it that the expression fits: `mail.linkTo('a@b.vn', /\/i\/[\w-]+/)`. */
  linkTo(address: string, path: RegExp): Promise<string>
  close(): Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, session, callback) {
      void buffer(stream).then(raw => {
        for (const { address } of session.envelope.rcptTo) mails.push({ to: address, ...readMail(raw) })
        callback()
      }, callback)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const newest = (address: string, about: RegExp) =>
    mails.findLast(mail => mail.to === address && about.test(`${mail.subject}\n${mail.text}`))
  const mailTo: Mailbox['mailTo'] = async (address, about, timeoutMs = 15_000) => {
    for (const limit = Date.now() + timeoutMs; Date.now() < limit; ) {
      const mail = newest(address, about)
      if (mail) return mail
      await setTimeout(30)
    }
    const held = mails.map(mail => `${mail.to}: ${mail.subject}`).join('\n')
    throw new Error(`No mail to ${address} about ${about}; there are:\n${held}`)
  }
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    mailTo,
    linkTo: async (address, path) => {
      const { text } = await mailTo(address, path)
      const link = text.match(/https?:\/\/[^\s<>"]+/g)?.find(one => path.test(one))
      if (!link) throw new Error(`No link like ${path} in the mail to ${address}:\n${text}`)
      return link
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
