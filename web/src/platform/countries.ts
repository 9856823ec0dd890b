import type { Option } from '../ui/inputs.tsx'
import { locale } from './i18n.ts'

/** ISO 3166-1 alpha-2, the states and territories a trade partner may sit in. */
const CODES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CW CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GI GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NC NE NG NI NL NO NP NR NZ OM PA PE PF PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  )

/** The country's name in the reader's language, or its code. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([locale.value], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}

/** Countries by name, the likeliest of a fair first: its own, then Vietnam. */
export function countryOptions(fairCountry: string): Option[] {
  const first = [...new Set([fairCountry, 'VN'])]
  const option = (code: string) => ({ value: code, label: countryName(code) })
  const rest = CODES.filter(code => !first.includes(code)).map(option)
  return [...first.map(option), ...rest.toSorted((a, b) => a.label.localeCompare(b.label, locale.value))]
}
