import { locale } from '../platform/i18n.ts'
import type { Option } from '../ui/inputs.tsx'

/** Codes the browser names that are no country people come from. */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ', 'QO', 'CP', 'DG', 'EA', 'IC', 'TA', 'AC'])
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Countries by their names in the language on screen, in its order; the browser knows them, so nothing is downloaded. */
export function countryOptions(): Option[] {
  const names = new Intl.DisplayNames(locale.value, { type: 'region', fallback: 'none' })
  const codes = LETTERS.flatMap(first => LETTERS.map(second => first + second))
  const options = codes.flatMap(value => {
    const label = NOT_COUNTRIES.has(value) ? undefined : names.of(value)
    return label ? [{ value, label }] : []
  })
  const order = new Intl.Collator(locale.value)
  return options.toSorted((a, b) => order.compare(a.label, b.label))
}
