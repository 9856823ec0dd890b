import { fromBase32, toBase32 } from './base32.ts'
import { BADGE_KINDS, type BadgeKind } from './vocabulary.ts'

/**
 * The code on a badge: `HC1` and 119 signs of base 32, 122 in all, which is what a version 5 QR code of level M holds
 * in alphanumeric mode. Inside: key number, kind, fair tag, serial, Ed25519 signature. Nothing about the person.
 */
export interface BadgeToken {
  keyNumber: number
  kind: BadgeKind
  /** The first four bytes of the fair's own tag, hex. */
  fairTag: string
  serial: number
}

export const PREFIX = 'HC1'
const BODY_BYTES = 10
const SIGNATURE_BYTES = 64
const SHAPE = /^HC1[A-Z2-7]{119}$/

/** Hex of the four bytes that tell one fair's codes from another's: the end of its id, where a UUID is random. */
export const fairTagOf = (fairId: string): string => fairId.replaceAll('-', '').slice(-8).toLowerCase()

/**
 * The ten bytes a key signs.
 * @throws RangeError for a key number over 255 or a serial that is not a whole number below 2^32
 */
export function tokenBody(token: BadgeToken): Uint8Array<ArrayBuffer> {
  const { keyNumber, kind, fairTag, serial } = token
  const fits = (value: number, below: number) => Number.isInteger(value) && value >= 0 && value < below
  if (!fits(keyNumber, 256) || !fits(serial, 2 ** 32) || !/^[0-9a-f]{8}$/.test(fairTag)) {
    throw new RangeError('A part of the badge code is out of range')
  }
  const bytes = new Uint8Array(BODY_BYTES)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, keyNumber)
  view.setUint8(1, BADGE_KINDS.indexOf(kind))
  view.setUint32(2, Number.parseInt(fairTag, 16))
  view.setUint32(6, serial)
  return bytes
}

/** The code of a badge from its signed body. */
export function encodeToken(token: BadgeToken, signature: Uint8Array): string {
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError('An Ed25519 signature has 64 bytes')
  const all = new Uint8Array(BODY_BYTES + SIGNATURE_BYTES)
  all.set(tokenBody(token))
  all.set(signature, BODY_BYTES)
  return PREFIX + toBase32(all)
}

/** The parts of a code whose shape is right, still unproven; null for anything else. */
export function decodeToken(
  code: string,
): { token: BadgeToken; body: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> } | null {
  if (!SHAPE.test(code)) return null
  const all = fromBase32(code.slice(PREFIX.length))
  if (!all || all.length !== BODY_BYTES + SIGNATURE_BYTES) return null
  const view = new DataView(all.buffer)
  const kind = BADGE_KINDS[view.getUint8(1)]
  if (!kind) return null
  const fairTag = view.getUint32(2).toString(16).padStart(8, '0')
  const token = { keyNumber: view.getUint8(0), kind, fairTag, serial: view.getUint32(6) }
  return { token, body: all.slice(0, BODY_BYTES), signature: all.slice(BODY_BYTES) }
}

/**
 * The number printed under the code for typing by hand, `123-ABCDE`: the serial and five signs of the signature, so that
 * the next badge's number cannot be guessed from one's own.
 */
export function shortNumber(code: string): string {
  const serial = decodeToken(code)?.token.serial ?? 0
  return `${serial}-${tailOf(code)}`
}

/** Serial and tail of a typed short number; null for anything else. */
export function parseShortNumber(text: string): { serial: number; tail: string } | null {
  const [, digits, tail] = /^(\d{1,9})-?([A-Z2-7]{5})$/.exec(text) ?? []
  return digits && tail ? { serial: Number(digits), tail } : null
}

export const tailOf = (code: string): string => code.slice(-6, -1)
