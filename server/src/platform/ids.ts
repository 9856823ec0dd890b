import { createHash, randomBytes } from 'node:crypto'

/** A new UUIDv7 (RFC 9562): ordered by time, so that primary keys are written side by side. */
export function newId(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A secret for a link or a device: 32 random bytes, base64url. Only its hash is stored. */
export const newToken = () => randomBytes(32).toString('base64url')

/** What is stored of a token. The token is random and long, so a plain SHA-256 is enough. */
export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** SHA-256 of bytes, hex: the name of a file's content. */
export const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')
