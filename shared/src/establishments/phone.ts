import { z } from 'zod'

/**
 * Phone numbers are kept as E.164 (`+84912345678`) and shown the national way. Vietnamese numbers are read by
 * the numbering plan; numbers of other countries only by their shape.
 */
export type PhoneCheck =
  | { outcome: 'ok'; kind: 'mobile' | 'landline' | 'hotline' | 'international'; e164: string }
  | { outcome: 'refused'; code: 'not-a-number' | 'old-mobile' | 'wrong-length' }

/** A phone number in a request, rewritten to E.164; what cannot be read as one is refused. */
export const phoneNumber = () =>
  z
    .string()
    .max(40)
    .overwrite(raw => {
      const check = checkPhone(raw)
      return check.outcome === 'ok' ? check.e164 : raw.trim()
    })
    .regex(/^\+[1-9]\d{6,14}$/, 'phone')

/**
 * Reads a number as people write it: `0912 345 678`, `(024) 3825-1234`, `+84 912 345 678`, `0049 69 1234567`,
 * `1900 1234`. Eleven-digit mobiles (0120 to 0199) ended in 2018 and are refused with `old-mobile`.
 */
export function checkPhone(raw: string): PhoneCheck {
  const plain = raw
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s().\-/\u2010-\u2015]/g, '')
  const digits = plain.replace(/^\+|^00/, '')
  if (!/^\d+$/.test(digits)) return { outcome: 'refused', code: 'not-a-number' }
  const isAbroad = digits.length < plain.length
  if (digits.startsWith('84') && (isAbroad || digits.length >= 11)) {
    return vietnamese(digits.slice(2).replace(/^0/, ''))
  }
  if (!isAbroad) return vietnamese(digits.replace(/^0/, ''))
  const isPossible = /^[1-9]\d{6,14}$/.test(digits)
  if (!isPossible) return { outcome: 'refused', code: 'wrong-length' }
  return { outcome: 'ok', kind: 'international', e164: `+${digits}` }
}

/** `0912 345 678`, `024 3825 1234`, `0222 382 5123`, `1900 1234`; a foreign number as it is stored. */
export function formatPhone(e164: string): string {
  const national = /^\+84(\d+)$/.exec(e164)?.[1]
  if (national === undefined) return e164
  if (/^1[89]00/.test(national)) return `${national.slice(0, 4)} ${national.slice(4)}`
  const areaDigits = /^2[48]/.test(national) ? 2 : 3
  const middle = national.startsWith('2') && areaDigits === 2 ? 4 : 3
  const rest = national.slice(areaDigits)
  const area = national.slice(0, areaDigits)
  return `0${area} ${rest.slice(0, middle)} ${rest.slice(middle)}`.trim()
}

/** `national` without its leading 0. */
function vietnamese(national: string): PhoneCheck {
  const e164 = `+84${national}`
  if (/^[35789]\d{8}$/.test(national)) return { outcome: 'ok', kind: 'mobile', e164 }
  if (/^2\d{9}$/.test(national)) return { outcome: 'ok', kind: 'landline', e164 }
  if (/^1[89]00\d{4,6}$/.test(national)) return { outcome: 'ok', kind: 'hotline', e164 }
  return { outcome: 'refused', code: /^1[2689]\d{8}$/.test(national) ? 'old-mobile' : 'wrong-length' }
}
