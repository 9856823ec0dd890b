/**
 * TCVN3 (ABC): before Unicode, Vietnamese was typed in fonts that draw its letters at the places of Western ones, so the
 * stored text reads `C«ng ty` for the word company. The table is that of TCVN 5712:1993, VN3.
 */
/** Runs of letters at neighbouring places. */
const RUNS: readonly (readonly [start: number, letters: string])[] = [
  [0xa1, 'ĂÂÊÔƠƯĐăâêôơưđẰ'],
  [0xb5, 'àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ'],
]
const LETTERS = new Map(
  RUNS.flatMap(([start, letters]) => [...letters].map((letter, i) => [start + i, letter] as const)),
)

/** How many words hold letters beyond ASCII, and how many of those could be Vietnamese syllables. */
export function vietnameseWords(text: string): { marked: number; likely: number } {
  let marked = 0
  let likely = 0
  for (const raw of text.normalize('NFC').split(/[\s\-/,.;:()"'&+0-9]+/)) {
    if (!/[^\p{ASCII}]/u.test(raw)) continue
    marked += 1
    if (isSyllable(raw)) likely += 1
  }
  return { marked, likely }
}

/** Text typed in a TCVN3 font as Unicode; signs outside the table stay. Words in capitals get capital letters. */
export function fromTcvn3(text: string): string {
  return text.replace(/[^\s]+/g, word => {
    const converted = [...word].map(sign => LETTERS.get(sign.charCodeAt(0)) ?? sign).join('')
    const plain = word.replace(/[^A-Za-z]/g, '')
    const isCapital = plain.length > 1 && plain === plain.toUpperCase() && /[^\p{ASCII}]/u.test(word)
    return isCapital ? converted.toUpperCase() : converted
  })
}

/** Vowels of a syllable without its tone, the longest first. */
const NUCLEI =
  'iêu|yêu|oai|oay|oao|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|' +
  'ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y'
const SYLLABLE = new RegExp(
  `^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?(?:${NUCLEI})(ng|nh|ch|[cmnpt])?$`,
)

/** Shape, case and tone of a Vietnamese syllable: an end in c, ch, p or t takes only two of the tones. */
function isSyllable(word: string): boolean {
  const isCased = /^\p{Lu}?\p{Ll}*$|^\p{Lu}+$/u.test(word)
  if (!isCased) return false
  const lower = word.toLowerCase()
  const bare = lower.normalize('NFD').replace(TONES, '').normalize('NFC')
  const match = SYLLABLE.exec(bare)
  if (!match) return false
  const tones = lower.normalize('NFD').match(TONES) ?? []
  if (tones.length > 1) return false
  return !/^(?:c|ch|p|t)$/.test(match[1] ?? '') || tones[0] === '\u0301' || tones[0] === '\u0323'
}

/** Grave, acute, tilde, hook, dot below; circumflex, breve and horn belong to the letter. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
