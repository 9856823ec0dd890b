import type { DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import { useId } from 'preact/hooks'
import { useOrganizer } from '../identity/use-organizer.ts'
import { useMessages } from '../platform/i18n.ts'
import type { Option } from '../ui/inputs.tsx'
import { useComingFairs } from './api.ts'
import { useProvinceOptions, useSectorOptions } from './reference.ts'

type Filters = Omit<DirectoryQuery, 'q' | 'after'>

interface Props {
  filters: Filters
  onFilters: (filters: Filters) => void
}

/** Province in either scheme, sector, title valid today, order. */
export function DirectoryFilters({ filters, onFilters }: Props) {
  const t = useMessages('establishments-desk')
  const e = useMessages('establishments')
  const provinces = useProvinceOptions('all')
  const sectors = useSectorOptions()
  const recognitions = (['any', 'cnnt', 'ocop'] as const).map(name => ({
    value: name,
    label: t(`recognition.${name}`),
  }))
  const sorts = (['name', 'newest'] as const).map(name => ({ value: name, label: t(`sort.${name}`) }))
  const { organizer } = useOrganizer()
  const fairs = useComingFairs(organizer?.id)
  const set = (name: 'province' | 'sector' | 'endedBefore', value: string) => {
    const { [name]: _, ...rest } = filters
    onFilters(value === '' ? rest : { ...rest, [name]: value })
  }
  return (
    <>
      <Filter
        label={e('province')}
        all={t('province.all')}
        value={filters.province ?? ''}
        options={provinces}
        onValue={value => set('province', value)}
      />
      <Filter
        label={e('sector')}
        all={t('sector.all')}
        value={filters.sector ?? ''}
        options={sectors}
        onValue={value => set('sector', value)}
      />
      <Filter
        label={t('titles')}
        all={t('recognition.all')}
        value={filters.recognition ?? ''}
        options={recognitions}
        onValue={value => {
          const { recognition: _, ...rest } = filters
          const picked = recognitions.find(option => option.value === value)?.value
          onFilters(picked ? { ...rest, recognition: picked } : rest)
        }}
      />
      <Filter
        label={t('ended')}
        all={t('ended.all')}
        value={filters.endedBefore ?? ''}
        options={fairs.map(fair => ({ value: fair.id, label: t('ended.fair', { fair: fair.nameVi }) }))}
        onValue={value => set('endedBefore', value)}
      />
      <Filter
        label={t('sort')}
        value={filters.sort ?? 'name'}
        options={sorts}
        onValue={value => onFilters({ ...filters, sort: value === 'newest' ? 'newest' : 'name' })}
      />
    </>
  )
}

interface FilterProps {
  label: string
  /** The word for no filter; without it one option always holds. */
  all?: string
  value: string
  options: readonly Option[]
  onValue: (value: string) => void
}

function Filter({ label, all, value, options, onValue }: FilterProps) {
  const id = useId()
  return (
    <span class="max-sm:w-full">
      <label for={id} class="sr-only">
        {label}
      </label>
      <select
        id={id}
        class="select w-full sm:w-auto sm:max-w-52"
        onChange={event => onValue(event.currentTarget.value)}
      >
        {all !== undefined && (
          <option value="" selected={value === ''}>
            {all}
          </option>
        )}
        {options.map(option => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
