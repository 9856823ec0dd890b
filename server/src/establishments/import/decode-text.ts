import { OLD_LETTERS } from '@hoicho/shared/establishments/import/letters.ts'
import type { ImportLetters } from '@hoicho/shared/establishments/import/letters-words.ts'
import { vietnameseWords } from '@hoicho/shared/establishments/import/tcvn3.ts'

export type DecodedText = { text: string; letters: ImportLetters; isDoubtful: boolean }

/** Below this share of its marked words being Vietnamese, or this lead over the next reading, a guess is doubtful. */
const SURE_SHARE = 0.8
const SURE_LEAD = 0.1

/**
 * Bytes of a CSV file as text: UTF-8 or UTF-16, with or without their mark; else the old Vietnamese code that makes most
 * Vietnamese words of them, or the one that is `told`. Null where zeros say that it is no text.
 */
export function decodeText(bytes: Uint8Array, told?: ImportLetters): DecodedText | null {
  const wide = wideEncoding(bytes)
  if (wide) return unicode(new TextDecoder(wide).decode(bytes))
  if (bytes.subarray(0, 4096).includes(0)) return null
  try {
    return unicode(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return oldText(bytes, told)
  }
}

const unicode = (text: string): DecodedText => ({ text, letters: 'unicode', isDoubtful: false })

function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 400)
  const zeros = (odd: number) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length
  const many = head.length / 6
  if (zeros(1) > many && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > many && zeros(1) === 0 ? 'utf-16be' : null
}

function oldText(bytes: Uint8Array, told: ImportLetters | undefined): DecodedText {
  const latin = Buffer.from(bytes).toString('latin1')
  const readings = [
    {
      letters: 'windows-1258' as const,
      text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'),
    },
    { letters: 'tcvn3' as const, text: OLD_LETTERS.tcvn3(latin) },
    { letters: 'vni' as const, text: OLD_LETTERS.vni(latin) },
  ]
  const chosen = readings.find(one => one.letters === told)
  if (chosen) return { ...chosen, isDoubtful: false }
  if (told === 'unicode') return unicode(new TextDecoder('utf-8').decode(bytes))
  const [best, next] = readings
    .map(one => ({ ...one, share: shareOf(one.text) }))
    .toSorted((a, b) => b.share - a.share)
  if (!best || !next) return unicode(latin)
  const isSure = best.share >= SURE_SHARE && best.share - next.share >= SURE_LEAD
  return { text: best.text, letters: best.letters, isDoubtful: !isSure }
}

function shareOf(text: string): number {
  const { marked, likely } = vietnameseWords(text.slice(0, 50_000))
  return likely / Math.max(1, marked)
}
