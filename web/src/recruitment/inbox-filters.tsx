import { statesOf } from '@hoicho/shared/platform/states.ts'
import type { InboxFilter, InboxQuery } from '@hoicho/shared/recruitment/inbox-schema.ts'
import { APPLICATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { INBOX_SORTS, INBOX_WAITS } from '@hoicho/shared/recruitment/vocabulary.ts'
import { useProvinceOptions, useSectorOptions } from '../establishments/reference.ts'
import { useMessages } from '../platform/i18n.ts'
import { SelectField } from '../ui/inputs.tsx'
import { useOfficers } from './desk-api.ts'

/** What the address of the inbox asks for. Words it does not know are as if they were not there. */
export function filterOf(query: Readonly<Record<string, string>>): InboxFilter & Pick<InboxQuery, 'sort'> {
  const { q, sector, province, assignee } = query
  const state = statesOf(APPLICATION_STATES).find(one => one === query.state)
  const waits = INBOX_WAITS.find(one => one === query.waits)
  return {
    ...(state && { state }),
    ...(sector && { sector }),
    ...(province && { province }),
    ...(q && { q }),
    ...(assignee && /^(me|none|[0-9a-f-]{36})$/.test(assignee) && { assignee }),
    ...(query.overdue === 'yes' && { overdue: 'yes' as const }),
    ...(waits && { waits }),
    sort: INBOX_SORTS.find(one => one === query.sort) ?? 'waiting',
  }
}

/** The address that asks for it; the usual order is not said. */
export function searchOf({ sort, ...filter }: InboxFilter & Pick<InboxQuery, 'sort'>): string {
  const given = Object.entries(filter).filter(([, value]) => value)
  const search = new URLSearchParams(given as [string, string][])
  if (sort !== 'waiting') search.set('sort', sort)
  return search.size > 0 ? `?${search}` : ''
}

type Place = Pick<InboxFilter, 'sector' | 'province'>

export function PlaceFilters({ value, onValue }: { value: Place; onValue: (next: Place) => void }) {
  const t = useMessages('recruitment-desk')
  const any = { value: '', label: t('filter.any') }
  const set = (name: keyof Place) => (picked: string) => {
    const { [name]: _, ...rest } = value
    onValue(picked ? { ...rest, [name]: picked } : rest)
  }
  return (
    <>
      <SelectField
        id="filter-sector"
        name="sector"
        label={t('filter.sector')}
        width="sm"
        value={value.sector ?? ''}
        onValue={set('sector')}
        options={[any, ...useSectorOptions()]}
      />
      <SelectField
        id="filter-province"
        name="province"
        label={t('filter.province')}
        width="sm"
        value={value.province ?? ''}
        onValue={set('province')}
        options={[any, ...useProvinceOptions('all')]}
      />
    </>
  )
}

type Wanted = ReturnType<typeof filterOf>

/** Who has it, how long it waits, and in which order. */
export function DeskFilters(props: { fairId: string; value: Wanted; onValue: (next: Wanted) => void }) {
  const { fairId, value, onValue } = props
  const t = useMessages('recruitment-desk')
  const officers = useOfficers(fairId).data ?? []
  const any = { value: '', label: t('filter.any') }
  return (
    <>
      <SelectField
        id="filter-assignee"
        name="assignee"
        label={t('inbox.assignee')}
        width="sm"
        value={value.assignee ?? ''}
        onValue={assignee => onValue({ ...value, assignee: assignee || undefined })}
        options={[
          any,
          { value: 'me', label: t('inbox.mine') },
          { value: 'none', label: t('inbox.unassigned') },
          ...officers.map(officer => ({ value: officer.id, label: officer.name })),
        ]}
      />
      <SelectField
        id="filter-waits"
        name="waits"
        label={t('inbox.age')}
        width="sm"
        value={value.waits ?? ''}
        onValue={waits => onValue({ ...value, waits: INBOX_WAITS.find(one => one === waits) })}
        options={[any, ...INBOX_WAITS.map(days => ({ value: days, label: t('inbox.waits', { days }) }))]}
      />
      <SelectField
        id="filter-sort"
        name="sort"
        label={t('inbox.sort')}
        width="sm"
        value={value.sort}
        onValue={sort => onValue({ ...value, sort })}
        options={INBOX_SORTS.map(sort => ({ value: sort, label: t(`inbox.sort.${sort}`) }))}
      />
    </>
  )
}
