import { z } from 'zod'

/** Ids are UUIDs; new ones are version 7, so that they sort by the time they were made. */

/** An id in a request. */
export const id = () => z.uuid()

/**
 * A version 7 UUID (RFC 9562, section 5.7) from a time and ten random bytes: the caller brings both, so this
 * stays pure.
 * @param unixMillis milliseconds since 1970, a whole number from 0 to 2^48 - 1
 * @param random at least 10 random bytes
 * @throws RangeError when either is out of range
 */
export function uuidV7(unixMillis: number, random: Uint8Array): string {
  if (!Number.isSafeInteger(unixMillis) || unixMillis < 0 || unixMillis >= 2 ** 48 || random.length < 10) {
    throw new RangeError('uuidV7 needs a time in 48 bits and 10 random bytes')
  }
  const time = unixMillis.toString(16).padStart(12, '0')
  const tail = Array.from(random.subarray(0, 10), (byte, i) => {
    if (i === 0) return (byte & 0x0f) | 0x70
    return i === 2 ? (byte & 0x3f) | 0x80 : byte
  })
  const hex = time + tail.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The time in a version 7 UUID, in milliseconds since 1970; `null` for any other text. */
export function millisOfUuidV7(uuid: string): number | null {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(uuid)) return null
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
}
