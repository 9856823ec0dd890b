import { z } from 'zod'

/**
 * Booth numbers as fairs write them: a row letter and a number at home (`A01`, `B12`), hall and level before them in
 * German halls (`9.1 D44`, read "hall 9, level 1, aisle D, stand 44").
 */
export interface StandCode {
  /** Hall and level, or `null` when the code names none. */
  hall: number | null
  level: number | null
  row: string
  number: number
  /** A letter after the number, for a booth that was divided: `B12A`. */
  part: string
}

/**
 * A booth number in a request: capital letters, blanks collapsed. Halls number as they like (`A01`, `9.1 D44`, `H1-001`,
 * `K1/12`): letters and digits, with blanks, dots, hyphens or strokes between them.
 */
export const boothNumber = () =>
  z
    .string()
    .overwrite(s => s.normalize('NFC').replace(/\s+/g, ' ').trim().toUpperCase())
    .max(16)
    .refine(s => SIGNS.test(s) && /[0-9]/.test(s), { message: 'booth-number' })

const SIGNS = /^[\p{L}\p{N}](?:[\p{L}\p{N} ./-]*[\p{L}\p{N}])?$/u

const CODE = /^(?:(\d{1,2})\.(\d) ?)?([A-Z]{1,2})-?(\d{1,3})([A-Z])?$/

/** The parts of a booth number, or `null` when it follows neither pattern. */
export function parseStandCode(code: string): StandCode | null {
  const found = CODE.exec(code)
  if (!found) return null
  const [, hall, level, row = '', number = '', part = ''] = found
  return {
    hall: hall === undefined ? null : Number(hall),
    level: level === undefined ? null : Number(level),
    row,
    number: Number(number),
    part,
  }
}

/** `A` + 1 is `A01`; numbers above 99 take their third digit. */
export const standCode = (prefix: string, row: string, number: number): string =>
  `${prefix}${row}${String(number).padStart(2, '0')}`

/**
 * The order people look for booths in: by hall, level, row, then number, so that A2 comes before A10 and Z9 before AA1.
 * Numbers of another pattern are compared part by part, figures as figures.
 */
export function compareStandCodes(a: string, b: string): number {
  const [left, right] = [parseStandCode(a), parseStandCode(b)]
  if (!left || !right) return Number(left === null) - Number(right === null) || compareParts(a, b)
  return (
    (left.hall ?? -1) - (right.hall ?? -1) ||
    (left.level ?? -1) - (right.level ?? -1) ||
    left.row.length - right.row.length ||
    compareText(left.row, right.row) ||
    left.number - right.number ||
    compareText(left.part, right.part) ||
    compareText(a, b)
  )
}

function compareParts(a: string, b: string): number {
  const [left, right] = [a, b].map(code => code.match(/\d+|\D+/g) ?? [])
  for (const [i, part] of (left ?? []).entries()) {
    const other = right?.[i]
    if (other === undefined) return 1
    const areFigures = /^\d/.test(part) && /^\d/.test(other)
    const order = (areFigures ? Number(part) - Number(other) : 0) || compareText(part, other)
    if (order !== 0) return order
  }
  return (left?.length ?? 0) - (right?.length ?? 0)
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
