import { fromTcvn3, vietnameseWords } from '@hoicho/shared/establishments/import/tcvn3.ts'

/**
 * Bytes of a CSV file as text: UTF-8 or UTF-16, with or without their mark; else the old Vietnamese code that makes more
 * Vietnamese words of them, TCVN3 or Windows-1258. Null where zeros say that it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return oldText(bytes)
  }
}

function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 400)
  const zeros = (odd: number) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length
  const many = head.length / 6
  if (zeros(1) > many && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > many && zeros(1) === 0 ? 'utf-16be' : null
}

function oldText(bytes: Uint8Array): string {
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const tcvn3 = fromTcvn3(Buffer.from(bytes).toString('latin1'))
  const share = (text: string) => {
    const { marked, likely } = vietnameseWords(text.slice(0, 50_000))
    return likely / Math.max(1, marked)
  }
  return share(tcvn3) > share(windows) ? tcvn3 : windows
}
