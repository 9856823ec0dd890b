import { LEGAL_FORMS } from '@hoicho/shared/establishments/legal-form.ts'
import { formatPhone } from '@hoicho/shared/establishments/phone.ts'
import { formatMoney, formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { useProvinceName, useSectorName } from '../reference.ts'

type Values = Readonly<Record<string, string | number | null>>

/** What a group of values is called: mostly as its field in the profile. */
export function useGroupLabel(): (group: string) => string {
  const t = useMessages('directory-merge-desk')
  const e = useMessages('establishments')
  const labels: Record<string, string> = {
    name: e('name'),
    nameEn: e('nameEn'),
    legalForm: e('legalForm'),
    taxCode: e('taxCode'),
    place: t('group.place'),
    production: t('group.production'),
    vsic: t('group.vsic'),
    sector: e('sector'),
    representative: t('group.representative'),
    phone: e('phone'),
    email: e('email'),
    website: e('website'),
    figures: t('group.figures'),
    exportMarkets: e('exportMarkets'),
    introductionVi: e('introductionVi'),
    introductionEn: e('introductionEn'),
  }
  return group => labels[group] ?? group
}

/** The values of a group as one text; empty where there is nothing. */
export function useGroupText(): (group: string, values: Values) => string {
  const t = useMessages('directory-merge-desk')
  const e = useMessages('establishments')
  const provinceName = useProvinceName()
  const sectorName = useSectorName()
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value)
  const money = (value: string | number | null | undefined) =>
    typeof value === 'number' ? formatMoney(value) : ''
  const joined = (...parts: string[]) => parts.filter(Boolean).join(', ')
  const province = (scheme: string, code: string) => provinceName(scheme || null, code || null)
  return (group, values) => {
    const of = (field: string) => text(values[field])
    if (group === 'legalForm') {
      const form = LEGAL_FORMS.find(one => one === values.legalForm)
      return form ? e(`form.${form}`) : ''
    }
    if (group === 'place') {
      return joined(of('registeredAddress'), province(of('provinceScheme'), of('provinceCode')))
    }
    if (group === 'production') {
      const place = province(of('productionProvinceScheme'), of('productionProvinceCode'))
      return joined(of('productionAddress'), place)
    }
    if (group === 'sector') return sectorName(of('sectorCode') || null)
    if (group === 'phone') return values.phone ? formatPhone(of('phone')) : ''
    if (group === 'figures') {
      const { employees, figuresYear } = values
      return joined(
        typeof employees === 'number' ? t('figure.employees', { count: formatNumber(employees) }) : '',
        money(values.revenueVnd),
        money(values.capitalVnd),
        figuresYear ? t('figure.year', { year: text(figuresYear) }) : '',
      )
    }
    return joined(...Object.values(values).map(text))
  }
}
