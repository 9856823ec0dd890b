import { fromTcvn3, vietnameseWords } from './tcvn3.ts'
import { fromVni } from './vni.ts'

/** The codes of before that use Western letters, so that a text of today can hold them unseen. */
export const OLD_LETTERS = { tcvn3: fromTcvn3, vni: fromVni } as const
export type OldLetters = keyof typeof OLD_LETTERS

/** Holds signs of the upper half of Latin 1 and no letter that only Vietnamese has. */
export const isWestern = (text: string): boolean =>
  /[\u00a1-\u00fe]/.test(text) && !/[\u0100-\u01ff\u1e00-\u1eff]|\p{M}/u.test(text)

/** The old code that makes the whole of these texts Vietnamese where as they stand they are not; null where none does. */
export function oldLettersOf(texts: readonly string[]): OldLetters | null {
  const western = texts.filter(isWestern).slice(0, 2000)
  const asIs = likelyIn(western)
  const best = bestOf(code => likelyIn(western.map(OLD_LETTERS[code])))
  return western.length > 0 && best.score > 2 * asIs ? best.code : null
}

/** The old code this text alone is better read in: as it stands it is no Vietnamese, converted all of it is. */
export function oldLettersOfOne(text: string): OldLetters | null {
  if (!isWestern(text)) return null
  const asIs = vietnameseWords(text)
  const best = bestOf(code => {
    const { likely, marked } = vietnameseWords(OLD_LETTERS[code](text))
    return likely === marked ? likely : 0
  })
  return best.score > asIs.likely ? best.code : null
}

function bestOf(scoreOf: (code: OldLetters) => number): { code: OldLetters; score: number } {
  const tcvn3 = { code: 'tcvn3' as const, score: scoreOf('tcvn3') }
  const vni = { code: 'vni' as const, score: scoreOf('vni') }
  return vni.score > tcvn3.score ? vni : tcvn3
}

const likelyIn = (texts: readonly string[]) =>
  texts.reduce((sum, text) => sum + vietnameseWords(text).likely, 0)
