import { inflateRawSync } from 'node:zlib'

/** One entry of a zip archive, not yet unpacked. */
export type ZipEntry = { name: string; method: number; packed: Uint8Array; declaredBytes: number }

/** The archive is broken, or more than its budget comes out of it. */
export class ZipRefusal extends Error {
  readonly reason: 'broken' | 'too-large'
  constructor(reason: 'broken' | 'too-large') {
    super(reason)
    this.reason = reason
  }
}

/** Reads the directory at the end of the archive; unpacks nothing. Throws {@link ZipRefusal}. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = endRecord(view)
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    const entries: ZipEntry[] = []
    for (let n = 0; n < count; n++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw new ZipRefusal('broken')
      const nameBytes = view.getUint16(at + 28, true)
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes))
      entries.push({
        name,
        method: view.getUint16(at + 10, true),
        declaredBytes: view.getUint32(at + 24, true),
        packed: packedBytes(bytes, view, at),
      })
      at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
    return entries
  } catch (error) {
    if (error instanceof ZipRefusal) throw error
    throw new ZipRefusal('broken')
  }
}

function endRecord(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new ZipRefusal('broken')
}

function packedBytes(bytes: Uint8Array, view: DataView, at: number): Uint8Array {
  const local = view.getUint32(at + 42, true)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  const length = view.getUint32(at + 20, true)
  if (start + length > bytes.byteLength) throw new ZipRefusal('broken')
  return bytes.subarray(start, start + length)
}

/**
 * Unpacks one entry after another and throws `too-large` as soon as all together exceed the budget, whatever the
 * directory declared. Returns the texts of the entries that `wanted` names.
 */
export function unpackWithin(
  entries: readonly ZipEntry[],
  budgetBytes: number,
  wanted: (name: string) => boolean,
): Map<string, string> {
  const declared = entries.reduce((sum, entry) => sum + entry.declaredBytes, 0)
  if (declared > budgetBytes) throw new ZipRefusal('too-large')
  const texts = new Map<string, string>()
  let left = budgetBytes
  for (const entry of entries) {
    const unpacked = unpack(entry, left)
    left -= unpacked.byteLength
    if (left < 0) throw new ZipRefusal('too-large')
    if (wanted(entry.name)) texts.set(entry.name, new TextDecoder().decode(unpacked))
  }
  return texts
}

function unpack({ method, packed }: ZipEntry, atMost: number): Uint8Array {
  if (method === 0) return packed
  if (method !== 8) throw new ZipRefusal('broken')
  try {
    return packed.byteLength === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, atMost) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    throw new ZipRefusal(code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken')
  }
}
