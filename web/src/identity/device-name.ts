const BROWSERS: readonly [string, RegExp][] = [
  ['Zalo', /Zalo/],
  ['Coc Coc', /coc_coc/i],
  ['Edge', /Edg/],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser/],
  ['Firefox', /Firefox|FxiOS/],
  ['Chrome', /Chrome|CriOS/],
  ['Safari', /Safari/],
]
const SYSTEMS: readonly [string, RegExp][] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** "Chrome · Windows" from what a browser says of itself; undefined when it says nothing we know. */
export function deviceName(userAgent: string | null): string | undefined {
  const find = (list: readonly [string, RegExp][]) => list.find(([, mark]) => mark.test(userAgent ?? ''))?.[0]
  const parts = [find(BROWSERS), find(SYSTEMS)].filter(part => part !== undefined)
  return parts.length > 0 ? parts.join(' · ') : undefined
}
