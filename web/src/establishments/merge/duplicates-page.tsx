import type { DuplicatePair, MergeView } from '@hoicho/shared/establishments/merge-schema.ts'
import { formatPhone } from '@hoicho/shared/establishments/phone.ts'
import { useState } from 'preact/hooks'
import { useOrganizer } from '../../identity/use-organizer.ts'
import { formatDate } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { useWhyNot } from '../../platform/rights.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { ConfirmButton } from '../../ui/dialog.tsx'
import { Page } from '../../ui/page.tsx'
import { StateTag } from '../../ui/state-tag.tsx'
import { Loading } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { notify } from '../../ui/toast.tsx'
import { useProvinceName } from '../reference.ts'
import { keepApart, undoMerge, useDuplicates, useMerges } from './merge-api.ts'

type Tab = 'pairs' | 'merges'

/** Pairs of records that may be one establishment, and the merges done, each with the way back. */
export default function DuplicatesPage() {
  const t = useMessages('directory-merge-desk')
  const d = useMessages('establishments-desk')
  const { organizer } = useOrganizer()
  const [tab, setTab] = useState<Tab>('pairs')
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      breadcrumbs={[{ label: d('title'), href: '/desk/establishments' }]}
    >
      {organizer ? (
        <Tabs<Tab>
          label={t('title')}
          current={tab}
          onSelect={setTab}
          tabs={[
            { key: 'pairs', label: t('tab.pairs') },
            { key: 'merges', label: t('tab.merges') },
          ]}
        >
          {tab === 'pairs' ? <Pairs organizerId={organizer.id} /> : <Merges organizerId={organizer.id} />}
        </Tabs>
      ) : (
        <Loading lines={6} />
      )}
    </Page>
  )
}

type Record = DuplicatePair['first']

function Pairs({ organizerId }: { organizerId: string }) {
  const t = useMessages('directory-merge-desk')
  const pairs = useDuplicates(organizerId)
  const columns: Column<DuplicatePair>[] = [
    { key: 'first', header: t('first'), cell: pair => <RecordCell record={pair.first} />, primary: true },
    { key: 'second', header: t('second'), cell: pair => <RecordCell record={pair.second} /> },
    {
      key: 'signs',
      header: t('signs'),
      cell: pair => (
        <span class="flex flex-wrap gap-1">
          {pair.signs.map(sign => (
            <StateTag key={sign} tone="info">
              {t(`sign.${sign}`)}
            </StateTag>
          ))}
          {pair.taxCodesDiffer && <StateTag tone="warning">{t('differ')}</StateTag>}
        </span>
      ),
    },
    {
      key: 'act',
      header: '',
      cell: pair => <PairActs organizerId={organizerId} pair={pair} />,
    },
  ]
  return (
    <DataTable<DuplicatePair>
      caption={t('title')}
      columns={columns}
      rows={pairs.data}
      rowKey={pair => `${pair.first.id}.${pair.second.id}`}
      search={pair => [pair.first, pair.second].map(one => `${one.name} ${one.taxCode ?? ''}`).join(' ')}
      error={pairs.error}
      retry={pairs.refetch}
      empty={{ title: t('none'), text: t('none.text') }}
    />
  )
}

function RecordCell({ record }: { record: Record }) {
  const t = useMessages('directory-merge-desk')
  const provinceName = useProvinceName()
  const facts = [
    record.taxCode,
    provinceName(record.provinceScheme, record.provinceCode),
    record.phone && formatPhone(record.phone),
    record.email,
    record.applicationCount > 0 ? t('applications', { count: record.applicationCount }) : null,
    record.isClaimed ? t('claimed') : null,
  ]
  return (
    <span class="block md:min-w-56">
      <a class="font-medium text-primary hover:underline" href={`/desk/establishments/${record.id}`}>
        {record.name}
      </a>
      <span class="block text-sm font-normal text-muted">{facts.filter(Boolean).join(' · ')}</span>
    </span>
  )
}

/** What has people or a history is the likelier one to stay. */
function PairActs({ organizerId, pair }: { organizerId: string; pair: DuplicatePair }) {
  const t = useMessages('directory-merge-desk')
  const [busy, setBusy] = useState(false)
  const weight = (one: Record) => (one.isClaimed ? 1000 : 0) + one.applicationCount
  const [keep, other] =
    weight(pair.second) > weight(pair.first) ? [pair.second, pair.first] : [pair.first, pair.second]
  const split = async () => {
    setBusy(true)
    try {
      await keepApart(organizerId, { firstId: pair.first.id, secondId: pair.second.id })
      notify({ text: t('apart.done') })
    } finally {
      setBusy(false)
    }
  }
  const names = `${pair.first.name}, ${pair.second.name}`
  return (
    <span class="flex flex-wrap justify-end gap-1">
      <Button
        small
        href={`/desk/establishments/merge?survivor=${keep.id}&absorbed=${other.id}`}
        aria-label={`${t('compare')}: ${names}`}
      >
        {t('compare')}
      </Button>
      <Button
        kind="quiet"
        small
        busy={busy}
        onClick={() => void split()}
        aria-label={`${t('apart')}: ${names}`}
      >
        {t('apart')}
      </Button>
    </span>
  )
}

function Merges({ organizerId }: { organizerId: string }) {
  const t = useMessages('directory-merge-desk')
  const merges = useMerges(organizerId)
  const whyNot = useWhyNot()
  const state = (merge: MergeView) => {
    if (merge.undoneAt) return t('state.undone', { date: formatDate(merge.undoneAt.slice(0, 10)) })
    return merge.canUndo
      ? t('state.until', { date: formatDate(merge.undoUntil.slice(0, 10)) })
      : t('state.fixed')
  }
  const undo = async (merge: MergeView) => {
    await undoMerge(organizerId, merge.id)
    notify({ text: t('undo.done') })
  }
  const columns: Column<MergeView>[] = [
    {
      key: 'survivor',
      header: t('survivor'),
      cell: merge => (
        <a class="text-primary hover:underline" href={`/desk/establishments/${merge.survivorId}`}>
          {merge.survivorName}
        </a>
      ),
      primary: true,
    },
    { key: 'absorbed', header: t('absorbed'), cell: merge => merge.absorbedName },
    { key: 'when', header: t('when'), cell: merge => <DateText value={merge.mergedAt.slice(0, 10)} /> },
    { key: 'by', header: t('by'), cell: merge => merge.mergedBy ?? '–' },
    { key: 'state', header: t('state'), cell: state },
    {
      key: 'act',
      header: '',
      cell: merge =>
        merge.canUndo && (
          <ConfirmButton
            kind="quiet"
            small
            title={t('undo.ask')}
            text={t('undo.text', { name: merge.survivorName })}
            confirmLabel={t('undo')}
            disabledReason={whyNot('establishments.merge', { organizerId })}
            onConfirm={() => undo(merge)}
          >
            {t('undo')}
          </ConfirmButton>
        ),
    },
  ]
  return (
    <DataTable<MergeView>
      caption={t('tab.merges')}
      columns={columns}
      rows={merges.data}
      rowKey={merge => merge.id}
      search={merge => `${merge.survivorName} ${merge.absorbedName}`}
      error={merges.error}
      retry={merges.refetch}
      empty={{ title: t('merges.none'), text: t('merges.none.text') }}
    />
  )
}
