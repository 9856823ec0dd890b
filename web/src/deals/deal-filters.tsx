import { DEAL_KINDS } from '@hoicho/shared/deals/kinds.ts'
import { CURRENCY_CODES } from '@hoicho/shared/platform/money.ts'
import { useEffect, useState } from 'preact/hooks'
import { useProvinceOptions, useSectorOptions } from '../establishments/reference.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { SearchBox } from '../ui/data-table.tsx'
import { type Option, SelectField } from '../ui/inputs.tsx'
import type { DealQuery } from './api.ts'

export interface DealFiltersProps {
  filter: DealQuery
  onFilter: (filter: DealQuery) => void
}

/** What the list and the totals are narrowed to; words are sent once the typing pauses. */
export function DealFilters({ filter, onFilter }: DealFiltersProps) {
  const t = useMessages('deals-desk')
  const words = useMessages('deals')
  const common = useMessages('platform')
  const sectors = useSectorOptions()
  const provinces = useProvinceOptions('all')
  const states = ['logged', 'verified', 'rejected', 'removed'] as const
  const choices: { name: 'kind' | 'state' | 'currency' | 'province' | 'sector'; options: Option[] }[] = [
    { name: 'kind', options: DEAL_KINDS.map(value => ({ value, label: words(`kind.${value}`) })) },
    { name: 'state', options: states.map(value => ({ value, label: words(`state.${value}`) })) },
    { name: 'currency', options: CURRENCY_CODES.map(value => ({ value, label: value })) },
    { name: 'province', options: provinces },
    { name: 'sector', options: sectors },
  ]
  return (
    <div class="no-print flex flex-wrap items-end gap-x-3 gap-y-2">
      <Words filter={filter} onFilter={onFilter} />
      {choices.map(({ name, options }) => (
        <div key={name} class="w-full min-w-0 sm:w-40">
          <SelectField
            id={`deal-filter-${name}`}
            name={name}
            label={t(`filter.${name}`)}
            width="full"
            value={filter[name] ?? ''}
            onValue={value => onFilter({ ...filter, [name]: value || undefined })}
            options={[{ value: '', label: t('filter.any') }, ...options]}
          />
        </div>
      ))}
      {Object.values(filter).some(Boolean) && (
        <Button kind="quiet" onClick={() => onFilter({})}>
          {common('action.clear')}
        </Button>
      )}
    </div>
  )
}

function Words({ filter, onFilter }: DealFiltersProps) {
  const t = useMessages('deals-desk')
  const [typed, setTyped] = useState(filter.q ?? '')
  useEffect(() => setTyped(filter.q ?? ''), [filter.q])
  useEffect(() => {
    if (typed === (filter.q ?? '')) return undefined
    const timer = setTimeout(() => onFilter({ ...filter, q: typed || undefined }), 300)
    return () => clearTimeout(timer)
  }, [typed])
  return <SearchBox value={typed} onValue={setTyped} label={t('filter.search')} />
}
