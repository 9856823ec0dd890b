import { checkTaxCode } from '../tax-code.ts'
import type { ImportCell } from './columns.ts'

/** What a cell says of a tax code: the code, whether a zero was put back, or why it cannot be taken. */
export type TaxCodeReading =
  | { taxCode: string; isRepaired: boolean; isDoubtful: boolean }
  | { fault: 'tax-code' }

/**
 * Reads a tax code. Excel drops the zero a number begins with: nine figures become ten, twelve a branch's thirteen and
 * eleven a person's twelve, where the checking rule or the beginning agrees. A code that does not fit the rule is doubtful.
 */
export function readTaxCode(cell: ImportCell): TaxCodeReading {
  const text = typeof cell === 'number' ? String(cell) : (cell ?? '').replace(/^(?:mst|vn)\s*:?\s*/i, '')
  const figures = text.replace(/[\s.\-']/g, '')
  const repaired = repair(figures)
  if (repaired !== null) return { taxCode: repaired, isRepaired: true, isDoubtful: false }
  const check = checkTaxCode(text.replace(/^'/, ''))
  if (check.outcome === 'refused') return { fault: 'tax-code' }
  return { taxCode: check.taxCode, isRepaired: false, isDoubtful: check.outcome === 'warning' }
}

function repair(figures: string): string | null {
  if (!/^[1-9]\d+$/.test(figures)) return null
  const check = checkTaxCode(`0${figures}`)
  if (check.outcome !== 'ok') return null
  const wanted = { 9: 'unit', 11: 'personal', 12: 'branch' }[figures.length]
  return check.kind === wanted ? check.taxCode : null
}
