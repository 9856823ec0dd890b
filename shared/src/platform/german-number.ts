/** Whole numbers in German words: 1234 is "eintausendzweihundertvierunddreißig". */

/** @throws RangeError when the number is not whole or beyond what JavaScript holds exactly */
export function germanNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  if (value === 0) return 'null'
  const size = Math.abs(value)
  const words: string[] = value < 0 ? ['minus'] : []
  for (const [unit, one, many] of MILLIONS) {
    const group = Math.floor(size / unit) % 1000
    if (group > 0) words.push(group === 1 ? `eine ${one}` : `${groupWord(group)} ${many}`)
  }
  const below = size % 1_000_000
  if (below > 0) words.push(belowMillion(below))
  return words.join(' ')
}

const MILLIONS = [
  [1_000_000_000_000_000, 'Billiarde', 'Billiarden'],
  [1_000_000_000_000, 'Billion', 'Billionen'],
  [1_000_000_000, 'Milliarde', 'Milliarden'],
  [1_000_000, 'Million', 'Millionen'],
] as const

const SMALL = ' ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')

const TEENS = 'dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ')

const TENS = '  zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

/** A final one is "eins", but "ein" before a noun; callers who add a noun use {@link germanCount}. */
function belowMillion(n: number): string {
  const thousands = Math.floor(n / 1000)
  const rest = n % 1000
  const word = (thousands > 0 ? `${groupWord(thousands)}tausend` : '') + (rest > 0 ? groupWord(rest) : '')
  return rest % 100 === 1 ? `${word}s` : word
}

function groupWord(group: number): string {
  const hundreds = Math.floor(group / 100)
  return (hundreds > 0 ? `${SMALL[hundreds]}hundert` : '') + belowHundred(group % 100)
}

function belowHundred(n: number): string {
  if (n < 13) return SMALL[n] ?? ''
  if (n < 20) return TEENS[n - 13] ?? ''
  const ones = n % 10
  return `${ones > 0 ? `${SMALL[ones]}und` : ''}${TENS[Math.floor(n / 10)]}`
}

/** A number before a noun: "ein Euro", "einhundertein Euro" instead of "eins". */
export const germanCount = (value: number): string => germanNumber(value).replace(/eins$/, 'ein')
