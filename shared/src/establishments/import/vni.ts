/**
 * VNI: before Unicode, the fonts of the south wrote a vowel and its marks as two Western letters, so the stored text reads
 * `Coâng ty` for the word company. The table is that of VNI for Windows.
 */
const TONES = { ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323' }
const HAT = '\u0302'
const ON_A_E_O = {
  â: HAT,
  á: `${HAT}\u0301`,
  à: `${HAT}\u0300`,
  å: `${HAT}\u0309`,
  ã: `${HAT}\u0303`,
  ä: `${HAT}\u0323`,
}
const BREVE = '\u0306'
const ON_A = {
  ê: BREVE,
  é: `${BREVE}\u0301`,
  è: `${BREVE}\u0300`,
  ú: `${BREVE}\u0309`,
  ü: `${BREVE}\u0303`,
  ë: `${BREVE}\u0323`,
}
const ALONE = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }

const MARKS: Record<string, Record<string, string>> = {
  a: { ...TONES, ...ON_A_E_O, ...ON_A },
  e: { ...TONES, ...ON_A_E_O },
  o: { ...TONES, ...ON_A_E_O },
  u: TONES,
  y: TONES,
  ô: TONES,
  ö: TONES,
}
const LETTERS: Record<string, string> = ALONE
const PAIR = /([aeouyôö])([øùûõïâáàåãäêéèúüë])|[ñôöæóòî]/giu

/** Text typed in a VNI font as Unicode; what is no pair of the table stays. */
export const fromVni = (text: string): string =>
  text
    .normalize('NFC')
    .replace(PAIR, (found: string, vowel: string | undefined, sign: string | undefined) => {
      if (vowel === undefined || sign === undefined) return plain(found)
      const mark = MARKS[vowel.toLowerCase()]?.[sign.toLowerCase()]
      return mark === undefined ? plain(vowel) + plain(sign) : plain(vowel) + mark
    })
    .normalize('NFC')

function plain(letter: string): string {
  const small = LETTERS[letter.toLowerCase()] ?? letter.toLowerCase()
  return letter === letter.toLowerCase() ? small : small.toUpperCase()
}
