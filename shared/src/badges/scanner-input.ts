/** What came out of a camera, a hand-held scanner that types, or a person: cleaned to the code itself. */
export interface ScannerInput {
  code: string
  /** Letters no code has: most likely a Vietnamese keyboard (Telex, VNI) rewrote what the scanner typed. */
  isGarbled: boolean
}

/** AIM symbology identifier such as `]Q3`, with the ECI designator that may follow it, such as `\000026`. */
const AIM_PREFIX = /^\][A-Z][0-9A-Z]/
const ECI = /^\\\d{6}/

/**
 * Strips scanner prefixes, control signs and blanks, takes the code out of an address `https://…/b/<code>`, and puts it
 * in capitals. Full-width forms become plain ones. Says when a keyboard has changed letters; never guesses them back.
 */
export function readScannerInput(raw: string): ScannerInput {
  const plain = raw
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\s]/gu, '')
    .toUpperCase()
    .replace(AIM_PREFIX, '')
    .replace(ECI, '')
  const inAddress = /^HTTPS?:\/\/[^/]+\/B\/([^/?#]+)/.exec(plain)?.[1]
  const code = inAddress ?? plain
  return { code: code.slice(0, 200), isGarbled: /[^\x20-\x7e]/.test(code) }
}
