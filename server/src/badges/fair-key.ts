import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import {
  type BadgeToken,
  decodeToken,
  encodeToken,
  fairTagOf,
  tokenBody,
} from '@hoicho/shared/badges/token.ts'
import type { Proof } from '@hoicho/shared/badges/verdict.ts'
import type { App, Ctx, Db, Tx } from '../platform/context.ts'
import { fairKeys, insertFairKey } from './queries.ts'

/** Signs a new badge code with the fair's newest key, which is made when there is none yet. */
export async function signBadgeCode(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  badge: Pick<BadgeToken, 'kind' | 'serial'>,
): Promise<{ code: string; keyNumber: number }> {
  const key = await signingKey(tx, ctx, fairId)
  const token = { ...badge, keyNumber: key.keyNumber, fairTag: fairTagOf(fairId) }
  const privateKey = openKey(ctx.app, key.privateKeySealed, placeOf(fairId, key.keyNumber))
  return { code: encodeToken(token, sign(null, tokenBody(token), privateKey)), keyNumber: key.keyNumber }
}

async function signingKey(tx: Tx, ctx: Ctx, fairId: string) {
  const usable = (await fairKeys(tx, fairId)).findLast(key => key.retiredAt === null)
  if (usable) return usable
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  await insertFairKey(tx, {
    fairId,
    keyNumber: 1,
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    privateKeySealed: sealKey(ctx.app, privateKey, placeOf(fairId, 1)),
    createdAt: ctx.now(),
  })
  const made = (await fairKeys(tx, fairId)).findLast(key => key.retiredAt === null)
  if (!made) throw new Error('The fair has only retired badge keys')
  return made
}

/** How a code stands at a fair: its shape, whose it is, and whether one of the fair's keys signed it. */
export async function proveCode(
  db: Db | Tx,
  fairId: string,
  code: string,
): Promise<{ proof: Proof; serial: number | null }> {
  const decoded = decodeToken(code)
  if (!decoded) return { proof: 'unreadable', serial: null }
  const { token, body, signature } = decoded
  if (token.fairTag !== fairTagOf(fairId)) return { proof: 'other-fair', serial: null }
  const key = await publicKeyOf(db, fairId, token.keyNumber)
  if (!key || !verify(null, body, key, signature)) return { proof: 'forged', serial: null }
  return { proof: 'genuine', serial: token.serial }
}

/** Public keys by fair and number; a key never changes, so what was read once stays true. */
const publicKeys = new Map<string, KeyObject>()

async function publicKeyOf(db: Db | Tx, fairId: string, keyNumber: number): Promise<KeyObject | undefined> {
  const place = placeOf(fairId, keyNumber)
  const known = publicKeys.get(place)
  if (known) return known
  const row = (await fairKeys(db, fairId)).find(key => key.keyNumber === keyNumber)
  if (!row) return undefined
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: row.publicKey } })
  publicKeys.set(place, key)
  return key
}

const placeOf = (fairId: string, keyNumber: number) => `${fairId}/${keyNumber}`
const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM under the house's key encryption key, bound to the fair and key number it is for. */
function sealKey(app: App, key: KeyObject, place: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', encryptionKey(app), iv).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(key.export({ format: 'der', type: 'pkcs8' })), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

function openKey(app: App, sealed: string, place: string): KeyObject {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', encryptionKey(app), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  const der = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}

const encryptionKey = (app: App) => Buffer.from(app.secrets.keyEncryptionKey, 'base64url')
