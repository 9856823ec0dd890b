import type { ReferenceRoutes } from '@hoicho/server/establishments/reference-routes.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { Option } from '../ui/inputs.tsx'

const api = client<ReferenceRoutes>('/api').reference

/** Lists that change by law only. */
const KEEP = { staleTime: 60 * 60_000, gcTime: 60 * 60_000 }

export const useProvinces = () =>
  useQuery({
    ...KEEP,
    queryKey: ['reference', 'provinces'],
    queryFn: async () => (await call(api.provinces.$get())).items,
  })

export const useSectors = () =>
  useQuery({
    ...KEEP,
    queryKey: ['reference', 'sectors'],
    queryFn: async () => (await call(api.sectors.$get())).items,
  })

export const useBanks = () =>
  useQuery({
    ...KEEP,
    queryKey: ['reference', 'banks'],
    queryFn: async () => (await call(api.banks.$get())).items,
  })

/** Sectors to choose from, in the reader's language. */
export function useSectorOptions(): Option[] {
  const { data = [] } = useSectors()
  const name = { vi: 'nameVi', en: 'nameEn', de: 'nameDe' } as const
  return data.map(sector => ({ value: sector.code, label: sector[name[locale.value]] }))
}

export const useSectorName = () => {
  const options = useSectorOptions()
  return (code: string | null) => options.find(option => option.value === code)?.label ?? ''
}

/** A province as one value: its scheme and its code, `gso-34:24`. */
export const provinceKey = (scheme: string | null, code: string | null) =>
  scheme && code ? `${scheme}:${code}` : ''

/** Provinces to choose from: today's 34, and with `old` also the 63 of before July 2025, marked as such. */
export function useProvinceOptions(old: 'all' | string = ''): Option[] {
  const t = useMessages('establishments')
  const { data = [] } = useProvinces()
  const options = data.map(province => {
    const name = locale.value === 'vi' ? province.nameVi : province.nameEn
    const isOld = province.scheme === 'gso-63'
    return {
      value: provinceKey(province.scheme, province.code),
      label: isOld ? t('province.old', { name }) : name,
    }
  })
  const sorted = options.toSorted((a, b) => a.label.localeCompare(b.label, locale.value))
  const isToday = (option: Option) => option.value.startsWith('gso-34')
  return [
    ...sorted.filter(isToday),
    ...sorted.filter(option => !isToday(option) && (old === 'all' || option.value === old)),
  ]
}

export const useProvinceName = () => {
  const options = useProvinceOptions('all')
  return (scheme: string | null, code: string | null) =>
    options.find(option => option.value === provinceKey(scheme, code))?.label ?? ''
}
