export type CsvValue = string | number | null | undefined

/**
 * Saves rows as a CSV that spreadsheet programs open with the right letters (UTF-8 with a mark).
 * Text that would start a formula is defused with an apostrophe.
 */
export function saveCsv(
  name: string,
  header: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): void {
  const text = csvText([header, ...rows])
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** The lines of a CSV file (RFC 4180). No text of a person's in it runs as a formula. */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string =>
  rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
