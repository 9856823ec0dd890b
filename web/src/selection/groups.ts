import type { QuotaKind } from '@hoicho/shared/selection/quotas.ts'
import { useProvinceOptions, useSectorOptions } from '../establishments/reference.ts'
import { useMessages } from '../platform/i18n.ts'
import type { Option } from '../ui/inputs.tsx'

/** Groups of a kind that a quota can be about. */
export function useGroupOptions(by: QuotaKind): Option[] {
  const t = useMessages('selection-desk')
  const provinces = useProvinceOptions('all')
  const sectors = useSectorOptions()
  const regions = [
    { value: 'north', label: t('region.north') },
    { value: 'centre', label: t('region.centre') },
    { value: 'south', label: t('region.south') },
  ]
  return { province: provinces, region: regions, sector: sectors, newcomer: [] }[by]
}

/** The name of a group by its key, such as `province:gso-34:24`. */
export function useGroupName(): (key: string) => string {
  const t = useMessages('selection-desk')
  const options = {
    province: useGroupOptions('province'),
    region: useGroupOptions('region'),
    sector: useGroupOptions('sector'),
  }
  return key => {
    if (key === 'newcomer') return t('quota-kind.newcomer')
    const [kind = '', ...rest] = key.split(':')
    const found = Object.entries(options).find(([name]) => name === kind)?.[1]
    return found?.find(option => option.value === rest.join(':'))?.label ?? key
  }
}
