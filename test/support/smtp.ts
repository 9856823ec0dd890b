import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type Letter = { to: string[]; raw: string; messageId: string }

export type SmtpHouse = {
  url: string
  letters: Letter[]
  stop(): Promise<void>
}

/** A real SMTP server on a port of its own. `options` change how it behaves; `onLetter` runs before it says yes. */
export async function startSmtp(
  options: SMTPServerOptions = {},
  onLetter: (letter: Letter) => Promise<void> | void = () => {},
  port = 0,
): Promise<SmtpHouse> {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const messageId = /^Message-ID: (<[^>]+>)/im.exec(raw)?.[1] ?? ''
        const letter = { to: session.envelope.rcptTo.map(to => to.address), raw, messageId }
        Promise.resolve(onLetter(letter)).then(
          () => {
            letters.push(letter)
            done()
          },
          error => done(error),
        )
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()))
  // `listen` with a port and a host always gives an address of this shape.
  const address = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    letters,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}
