import { createHmac } from 'node:crypto'
import { type Limit, spend } from '../identity/attempts.ts'
import type { App, Ctx } from '../platform/context.ts'
import { hashToken } from '../platform/ids.ts'

/**
 * The secrets of an invitation are derived from its id under the server's pepper: every letter, reminder and call hands
 * out the same link, while the database alone holds only hashes and opens nothing.
 */
export const derive = (app: Pick<App, 'secrets'>, purpose: string, invitationId: string) =>
  createHmac('sha256', app.secrets.tokenPepper).update(`${purpose}:${invitationId}`).digest()

export const linkToken = (app: Pick<App, 'secrets'>, invitationId: string): string =>
  derive(app, 'fair-invitation', invitationId).toString('base64url')

export const linkUrl = (app: Pick<App, 'secrets' | 'config'>, invitationId: string): string =>
  `${app.config.publicUrl}/i/${linkToken(app, invitationId)}`

/** Where its reader asks for no more letters: the same page, with the question open. */
export const stopUrl = (app: Pick<App, 'secrets' | 'config'>, invitationId: string): string =>
  `${linkUrl(app, invitationId)}?stop=1`

/** Letters and figures nobody mishears or misreads: no 0 and O, 1, I and L, U and V. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const CODE_LENGTH = 10

/** The short code to read out by phone or print, `K7QM2-XRP9D`: some 48 bits, tried at most so often an hour. */
export const linkCode = (app: Pick<App, 'secrets'>, invitationId: string): string =>
  secretCode(app, 'fair-invitation-code', invitationId)

/** A short code of the same kind for another purpose. */
export function secretCode(app: Pick<App, 'secrets'>, purpose: string, id: string): string {
  const bytes = derive(app, purpose, id)
  const letters = Array.from(
    { length: CODE_LENGTH },
    (_, nth) => ALPHABET[bytes.readUInt16BE(nth * 2) % ALPHABET.length],
  )
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

/** What the database keeps of both. */
export const linkHashes = (app: Pick<App, 'secrets'>, invitationId: string) => ({
  tokenHash: hashToken(linkToken(app, invitationId)),
  codeHash: hashToken(bare(linkCode(app, invitationId))),
})

export const bare = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '')

const CODE_LIMIT: Limit = { name: 'invitation-code', most: 30, windowSeconds: 3600 }

/** Which column finds an invitation by what somebody holds, and its hash. Guessing codes is counted by address (429). */
export async function findBy(
  ctx: Ctx,
  held: string,
): Promise<{ column: 'tokenHash' | 'codeHash'; hash: string }> {
  if (held.length >= 20) return { column: 'tokenHash', hash: hashToken(held) }
  await spend(ctx, CODE_LIMIT, ctx.ip)
  return { column: 'codeHash', hash: hashToken(bare(held)) }
}
