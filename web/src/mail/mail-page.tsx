import type { MailList, MailSummary } from '@hoicho/shared/mail/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { SelectField } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'
import { Notice } from '../ui/states.tsx'
import type { MailPlace } from './api.ts'
import { WithMailPlace } from './mail-place.tsx'
import { MailState, SHOWN_STATES, shownState, useMailError } from './mail-state.tsx'

/** Every mail sent, waiting or refused, of a fair or of the whole organizer. */
export default function MailPage({ params }: PageProps<'fairId'>) {
  return (
    <WithMailPlace fairId={params.fairId}>
      {(place, isFair) => <Mails place={place} isFair={isFair} />}
    </WithMailPlace>
  )
}

function Mails({ place, isFair }: { place: MailPlace; isFair: boolean }) {
  const t = useMessages('mail-desk')
  const [state, setState] = useState('')
  const mails = useQuery<MailList>({ queryKey: place.key, queryFn: place.list, refetchInterval: 20_000 })
  const rows = mails.data?.items.filter(mail => state === '' || shownState(mail) === state)
  const filter = mails.data && mails.data.items.length > 0 && (
    <SelectField
      id="mail-state"
      name="state"
      label={t('mail.filter')}
      hideLabel
      width="sm"
      value={state}
      onValue={setState}
      options={[
        { value: '', label: t('mail.filter.all') },
        ...SHOWN_STATES.map(value => ({ value, label: t(`mail.state.${value}`) })),
      ]}
    />
  )
  return (
    <Page title={t('mail.title')} lead={t(isFair ? 'mail.lead' : 'mail.lead.organizer')}>
      {mails.data && !mails.data.isDelivering && <Notice tone="warning">{t('mail.notDelivering')}</Notice>}
      <DataTable
        caption={t('mail.title')}
        columns={useColumns()}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `${place.path}/${row.id}`}
        search={row => `${row.toName ?? ''} ${row.toAddress} ${row.subject}`}
        filters={filter}
        error={mails.error}
        retry={mails.refetch}
        csvName="thu"
        initialSort={{ key: 'at', descending: true }}
        empty={{ title: t('mail.empty'), text: t('mail.empty.text') }}
      />
    </Page>
  )
}

function useColumns(): Column<MailSummary>[] {
  const t = useMessages('mail-desk')
  const plain = useMailError()
  return [
    {
      key: 'subject',
      header: t('mail.subject'),
      primary: true,
      sort: row => row.subject,
      csv: row => row.subject,
      cell: row => row.subject,
    },
    {
      key: 'to',
      header: t('mail.to'),
      sort: row => row.toAddress,
      csv: row => row.toAddress,
      cell: row => (
        <>
          {row.toName && <span class="block">{row.toName}</span>}
          <span class="break-all text-muted">{row.toAddress}</span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('mail.state'),
      sort: row => shownState(row),
      csv: row => t(`mail.state.${shownState(row)}`),
      cell: row => (
        <>
          <MailState mail={row} />
          {row.lastError && <span class="mt-0.5 block text-sm text-muted">{plain(row.lastError)}</span>}
        </>
      ),
    },
    {
      key: 'attempts',
      header: t('mail.attempts'),
      numeric: true,
      sort: row => row.attempts,
      csv: row => row.attempts,
      cell: row => row.attempts,
      desktopOnly: true,
    },
    {
      key: 'at',
      header: t('mail.at'),
      sort: row => row.sentAt ?? row.createdAt,
      csv: row => row.sentAt ?? row.createdAt,
      cell: row => <span class="tnum">{formatDateTime(row.sentAt ?? row.createdAt)}</span>,
    },
  ]
}
