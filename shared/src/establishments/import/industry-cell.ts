import type { Remark } from './read-row.ts'

/** A branch of VSIC: the same code may mean another branch in another edition. */
export type Industry = { version: string; code: string }

type Told = { code?: string; version?: string }
type Into = { values: Record<string, unknown>; notes: Remark[] }

/**
 * Reads the branch of a row from its code (`2393`, `C2393`, `2393 - Sản xuất sản phẩm gốm sứ khác`) and its edition
 * (`2025`, `VSIC 2018`). A code finer than those known is taken by its known beginning; without an edition the latest
 * that knows most of the code is meant: both are noted. The list of branches is not all of VSIC, so a branch or an
 * edition that is not known is left out with a note and is no fault of the row.
 */
export function industryReader(industries: readonly Industry[]): (told: Told, into: Into) => void {
  const known = new Set(industries.map(({ version, code }) => `${version}:${code}`))
  const editions = [...new Set(industries.map(({ version }) => version))].toSorted().toReversed()
  return (told, into) => {
    if (told.code === undefined) return
    const code = codeIn(told.code)
    const edition = told.version === undefined ? null : yearIn(told.version)
    const found = beginnings(code)
      .flatMap(part => editions.map(version => ({ version, code: part })))
      .find(one => (edition === null || one.version === edition) && known.has(`${one.version}:${one.code}`))
    const note = (name: string) => into.notes.push({ field: 'vsicCode', code: name })
    if (!found) {
      note('industry-unknown')
      return
    }
    if (found.code !== code) note('industry-shortened')
    // The divisions, two digits, are the same in all editions.
    else if (edition === null && code.length > 2) note('latest-edition')
    Object.assign(into.values, { vsicVersion: found.version, vsicCode: found.code })
  }
}

/** The digits a cell begins with, but for the letter of the section and the dots between them. */
const codeIn = (text: string): string =>
  /^[A-V]?[\s.]*(\d{2,5})(?!\d)/i.exec(text.trim().replace(/(?<=\d)\.(?=\d)/g, ''))?.[1] ?? ''

/** What no edition is called, where there is no year: so nothing is found. */
const yearIn = (text: string): string => /(?<!\d)\d{4}(?!\d)/.exec(text)?.[0] ?? ''

/** The code and what it begins with, the longest first: 23930, 2393, 239, 23. */
const beginnings = (code: string): string[] =>
  Array.from({ length: Math.max(0, code.length - 1) }, (_, cut) => code.slice(0, code.length - cut))
