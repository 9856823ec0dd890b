export type MailPart = { type: string; name: string; bytes: Buffer }

/** Subject, both texts and every part of a mail as nodemailer writes it (RFC 2045–2047). */
export function readMail(raw: Buffer): { subject: string; text: string; html: string; parts: MailPart[] } {
  const parts = partsOf(raw.toString('latin1'))
  const textOf = (type: string) =>
    parts.find(part => part.type === type && part.name === '')?.bytes.toString('utf8') ?? ''
  const { headers } = split(raw.toString('latin1'))
  return {
    subject: decodeWords(headers.get('subject') ?? ''),
    text: textOf('text/plain'),
    html: textOf('text/html'),
    parts,
  }
}

function partsOf(entity: string): MailPart[] {
  const { headers, body } = split(entity)
  const contentType = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary) {
    const inner = body.split(`--${boundary}`).slice(1, -1)
    return inner.flatMap(part => partsOf(part.replace(/^\r\n/, '')))
  }
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  const [, name = ''] = /filename="?([^";]+)"?/i.exec(headers.get('content-disposition') ?? '') ?? []
  return [{ type, name, bytes: decodeBody(body, headers.get('content-transfer-encoding') ?? '') }]
}

function split(entity: string): { headers: Map<string, string>; body: string } {
  const end = entity.indexOf('\r\n\r\n')
  const head = entity.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const headers = new Map<string, string>()
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':')
    headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: entity.slice(end + 4) }
}

function decodeBody(body: string, encoding: string): Buffer {
  if (/base64/i.test(encoding)) return Buffer.from(body, 'base64')
  if (/quoted-printable/i.test(encoding)) return decodeQuoted(body.replace(/=\r\n/g, ''))
  return Buffer.from(body, 'latin1')
}

const decodeQuoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )

/** `=?UTF-8?Q?…?=` and `=?UTF-8?B?…?=` of a header line, put together. */
function decodeWords(header: string): string {
  const joined = header.replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
    (kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64')
      : decodeQuoted(text.replaceAll('_', ' '))
    ).toString('utf8'),
  )
}
