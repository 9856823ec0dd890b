/** Whole numbers in Vietnamese words, as contracts and receipts spell amounts. */

/**
 * Regional choices. The defaults are the northern written norm; the south says "lẻ", "ngàn" and often "bốn".
 */
export interface VietnameseNumberStyle {
  /** Between the hundreds and a lone last figure: 105 is "một trăm linh năm" or "một trăm lẻ năm". */
  zeroTens: 'linh' | 'lẻ'
  thousand: 'nghìn' | 'ngàn'
  /** A 4 after "mươi": 24 is "hai mươi tư" or "hai mươi bốn". */
  fourAfterTens: 'tư' | 'bốn'
}

const NORTHERN: VietnameseNumberStyle = { zeroTens: 'linh', thousand: 'nghìn', fourAfterTens: 'tư' }

/**
 * `1005` is "một nghìn không trăm linh năm". Groups of three that are all zero are not spoken.
 * @param value a whole number, negative ones with "âm"
 * @throws RangeError when it is not whole or beyond what JavaScript holds exactly
 */
export function vietnameseNumber(value: number, style: Partial<VietnameseNumberStyle> = {}): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
  if (value === 0) return 'không'
  const words = numberWords(Math.abs(value), false, { ...NORTHERN, ...style })
  return (value < 0 ? ['âm', ...words] : words).join(' ')
}

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

const BILLION = 1_000_000_000

/** "tỷ" is the highest unit: what stands before it is read as a number of its own ("một nghìn tỷ"). */
function numberWords(value: number, follows: boolean, style: VietnameseNumberStyle): string[] {
  const billions = Math.floor(value / BILLION)
  if (billions > 0) {
    return [...numberWords(billions, follows, style), 'tỷ', ...numberWords(value % BILLION, true, style)]
  }
  const words: string[] = []
  for (const [unit, name] of [
    [1_000_000, 'triệu'] as const,
    [1000, style.thousand] as const,
    [1, ''] as const,
  ]) {
    const group = Math.floor(value / unit) % 1000
    if (group === 0) continue
    words.push(...groupWords(group, follows || words.length > 0, style))
    if (name) words.push(name)
  }
  return words
}

/** One group of three, 1 to 999. A group that follows another names its hundreds even when there are none. */
function groupWords(group: number, follows: boolean, style: VietnameseNumberStyle): string[] {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor(group / 10) % 10
  const ones = group % 10
  const words = hundreds > 0 || follows ? [digit(hundreds), 'trăm'] : []
  if (tens === 0 && ones > 0 && words.length > 0) words.push(style.zeroTens)
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(digit(tens), 'mươi')
  if (ones > 0) words.push(lastDigit(ones, tens, style))
  return words
}

function lastDigit(ones: number, tens: number, style: VietnameseNumberStyle): string {
  if (ones === 5 && tens > 0) return 'lăm'
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 4 && tens > 1) return style.fourAfterTens
  return digit(ones)
}

const digit = (n: number): string => DIGITS[n] ?? ''
