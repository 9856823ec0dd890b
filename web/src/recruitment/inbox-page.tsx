import { statesOf } from '@hoicho/shared/platform/states.ts'
import type { InboxItem, InboxQuery } from '@hoicho/shared/recruitment/schema.ts'
import { APPLICATION_STATES, type ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { useState } from 'preact/hooks'
import {
  provinceKey,
  useProvinceName,
  useProvinceOptions,
  useSectorName,
  useSectorOptions,
} from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { useInbox } from './desk-api.ts'
import { STATE_TONES } from './words.ts'

type StateFilter = ApplicationState | 'all'

/** The officer's inbox: applications by state, those waiting longest first. */
export default function InboxPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('recruitment-desk')
  const r = useMessages('recruitment')
  const states = statesOf(APPLICATION_STATES)
  const [state, setState] = useState<StateFilter>(states.find(one => one === query.state) ?? 'all')
  const [place, setPlace] = useState<Pick<InboxQuery, 'sector' | 'province'>>({})
  const inbox = useInbox(params.fairId, { ...place, ...(state === 'all' ? {} : { state }) })
  const counts = inbox.data?.counts ?? {}
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shownStates = states.filter(one => one === state || (counts[one] ?? 0) > 0)
  return (
    <Page title={t('inbox.title')}>
      <Tabs<StateFilter>
        label={t('inbox.state')}
        current={state}
        onSelect={setState}
        tabs={[
          { key: 'all', label: t('inbox.all'), count: total },
          ...shownStates.map(one => ({ key: one, label: r(`state.${one}`), count: counts[one] ?? 0 })),
        ]}
      >
        <DataTable
          caption={t('inbox.title')}
          columns={useColumns(params.fairId)}
          rows={inbox.data?.items}
          rowKey={row => row.id}
          rowHref={row => `/desk/fairs/${params.fairId}/applications/${row.id}`}
          search={row => `${row.number ?? ''} ${row.establishmentName}`}
          filters={<PlaceFilters value={place} onValue={setPlace} />}
          error={inbox.error}
          retry={inbox.refetch}
          csvName={t('inbox.title')}
          empty={{
            title: total > 0 || place.sector || place.province ? t('inbox.no-match') : t('inbox.empty'),
            text: total > 0 ? undefined : t('inbox.empty.text'),
            action:
              total > 0 ? undefined : (
                <Button href={`/desk/fairs/${params.fairId}/recruitment`}>{t('inbox.to-recruitment')}</Button>
              ),
          }}
        />
      </Tabs>
    </Page>
  )
}

type Place = Pick<InboxQuery, 'sector' | 'province'>

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

const DAY_MS = 86_400_000

function useColumns(fairId: string): Column<InboxItem>[] {
  const timeZone = useFair(fairId).data?.timeZone
  const t = useMessages('recruitment-desk')
  const r = useMessages('recruitment')
  const sector = useSectorName()
  const province = useProvinceName()
  const since = (row: InboxItem) => row.submittedAt ?? row.startedAt
  const days = (row: InboxItem) => Math.floor((Date.now() - Date.parse(since(row))) / DAY_MS)
  return [
    {
      key: 'number',
      header: t('inbox.number'),
      cell: row =>
        row.number ? (
          <span class="tnum whitespace-nowrap">{row.number}</span>
        ) : (
          <span class="text-muted">{t('inbox.not-numbered')}</span>
        ),
      sort: row => row.number ?? '',
      csv: row => row.number,
    },
    {
      key: 'name',
      header: t('inbox.establishment'),
      primary: true,
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      csv: row => row.establishmentName,
    },
    {
      key: 'sector',
      header: t('inbox.sector'),
      cell: row => sector(row.sectorCode),
      sort: row => sector(row.sectorCode),
      csv: row => sector(row.sectorCode),
    },
    {
      key: 'province',
      header: t('inbox.province'),
      cell: row => province(row.provinceScheme, row.provinceCode),
      sort: row => provinceKey(row.provinceScheme, row.provinceCode),
      csv: row => province(row.provinceScheme, row.provinceCode),
    },
    {
      key: 'state',
      header: t('inbox.state'),
      cell: row => <StateTag tone={STATE_TONES[row.state]}>{r(`state.${row.state}`)}</StateTag>,
      sort: row => row.state,
      csv: row => r(`state.${row.state}`),
    },
    {
      key: 'channel',
      header: t('inbox.channel'),
      desktopOnly: true,
      cell: row => t(row.isInvited ? 'inbox.channel.invited' : 'inbox.channel.public'),
      sort: row => Number(row.isInvited),
      csv: row => t(row.isInvited ? 'inbox.channel.invited' : 'inbox.channel.public'),
    },
    {
      key: 'since',
      header: t('inbox.since'),
      cell: row =>
        row.submittedAt ? <span class="tnum">{formatDateTime(row.submittedAt, timeZone)}</span> : '–',
      sort: row => row.submittedAt ?? '',
      csv: row => row.submittedAt,
      desktopOnly: true,
    },
    {
      key: 'age',
      header: t('inbox.age'),
      numeric: true,
      cell: row => t('inbox.age.days', { days: days(row) }),
      sort: row => -Date.parse(since(row)),
      csv: days,
    },
  ]
}
