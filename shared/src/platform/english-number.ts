/** Whole numbers in English words, the British way: 105 is "one hundred and five". */

/** @throws RangeError when the number is not whole or beyond what JavaScript holds exactly */
export function englishNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  if (value === 0) return 'zero'
  const words: string[] = value < 0 ? ['minus'] : []
  const size = Math.abs(value)
  for (const [unit, name] of SCALE) {
    const group = Math.floor(size / unit) % 1000
    if (group === 0) continue
    if (unit === 1 && group < 100 && size > 999) words.push('and')
    words.push(groupWords(group))
    if (name) words.push(name)
  }
  return words.join(' ')
}

const SCALE = [
  [1_000_000_000_000_000, 'quadrillion'],
  [1_000_000_000_000, 'trillion'],
  [1_000_000_000, 'billion'],
  [1_000_000, 'million'],
  [1000, 'thousand'],
  [1, ''],
] as const

const SMALL = [
  ...'zero one two three four five six seven eight nine'.split(' '),
  ...'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
]

const TENS = ', , twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety'.split(', ')

function groupWords(group: number): string {
  const hundreds = Math.floor(group / 100)
  const rest = group % 100
  const head = hundreds > 0 ? `${SMALL[hundreds]} hundred` : ''
  if (rest === 0) return head
  return head ? `${head} and ${belowHundred(rest)}` : belowHundred(rest)
}

function belowHundred(n: number): string {
  if (n < 20) return SMALL[n] ?? ''
  const ones = n % 10
  return `${TENS[Math.floor(n / 10)]}${ones > 0 ? `-${SMALL[ones]}` : ''}`
}
