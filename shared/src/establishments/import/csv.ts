const DELIMITERS = [';', ',', '\t'] as const

/**
 * Rows of a CSV text. The delimiter is told by `sep=` in the first line or is the one of `;`, `,` and tab that the first
 * lines agree on. Quotes as in RFC 4180; a quote that is never closed ends with the text. Blank lines are rows of nothing.
 * Stops after `maximumRows`.
 */
export function splitCsv(text: string, maximumRows = Number.POSITIVE_INFINITY): string[][] {
  const told = /^sep=([;,\t])\r?\n/.exec(text)
  const body = told ? text.slice(told[0].length) : text
  return parse(body, told?.[1] ?? sniff(body), maximumRows)
}

/** The delimiter that cuts the first rows into most columns of one number. */
function sniff(text: string): string {
  const head = text.slice(0, 20_000)
  const scored = DELIMITERS.map(delimiter => {
    const widths = parse(head, delimiter, 10).map(row => row.length)
    const counts = new Map<number, number>()
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
    const score = Math.max(0, ...[...counts].map(([width, count]) => (width - 1) * count))
    return { delimiter, score }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

function parse(text: string, delimiter: string, maximumRows: number): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length && rows.length < maximumRows) {
    const field = readField(text, at, delimiter)
    row.push(field.value)
    at = field.end
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length) break
  }
  return rows
}

/** The field that begins at `start`, and where it ends: at a delimiter, a line end or the end of the text. */
function readField(text: string, start: number, delimiter: string): { value: string; end: number } {
  if (text[start] !== '"') {
    const end = endOfField(text, start, delimiter)
    return { value: text.slice(start, end), end }
  }
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, quote)
    at = quote + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  const end = endOfField(text, at, delimiter)
  return { value: value + text.slice(at, end), end }
}

function endOfField(text: string, start: number, delimiter: string): number {
  let at = start
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return at
}
