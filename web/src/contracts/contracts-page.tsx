import type { ContractSummary, ReadyApplication } from '@hoicho/shared/contracts/schema.ts'
import { formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Money } from '../ui/number-fields.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await } from '../ui/states.tsx'
import { useContracts } from './api.ts'
import { ContractTag } from './contract-tag.tsx'

/** The contracts of a fair: who waits for one, who for whose signature, and what is paid. */
export default function ContractsPage({ params }: PageProps<'fairId'>) {
  const t = useMessages('contracts-desk')
  const { fairId } = params
  const contracts = useContracts(fairId)
  const { data } = contracts
  const signed = data?.items.filter(one => one.state === 'signed').length ?? 0
  const waiting =
    data?.items.filter(one => one.state.startsWith('issued') || one.state.startsWith('signed-')).length ?? 0
  return (
    <Page title={t('title')} lead={data && t('lead', { signed, waiting, ready: data.ready.length })}>
      <Await query={contracts}>
        {found => (
          <div class="flex flex-col gap-6">
            {found.ready.length > 0 && <Ready fairId={fairId} rows={found.ready} currency={found.currency} />}
            <List fairId={fairId} rows={found.items} />
          </div>
        )}
      </Await>
    </Page>
  )
}

function Ready(props: { fairId: string; rows: readonly ReadyApplication[]; currency: string }) {
  const t = useMessages('contracts-desk')
  const { fairId, rows, currency } = props
  return (
    <Section title={t('ready')} lead={t('ready.lead')} bare>
      <DataTable
        caption={t('ready')}
        rows={rows}
        rowKey={row => row.applicationId}
        search={row => `${row.establishmentName} ${row.applicationNumber} ${row.boothNumbers.join(' ')}`}
        columns={[
          {
            key: 'establishment',
            header: t('col.establishment'),
            cell: row => row.establishmentName,
            sort: row => row.establishmentName,
          },
          {
            key: 'booths',
            header: t('col.booths'),
            cell: row => row.boothNumbers.join(', '),
            sort: row => row.boothNumbers[0],
          },
          {
            key: 'price',
            header: t('col.price'),
            cell: row => <Money amountMinor={row.priceMinor} currency={currency} />,
            sort: row => row.priceMinor,
            numeric: true,
          },
          {
            key: 'issue',
            header: t('issue'),
            cell: row => (
              <Button small href={`/desk/fairs/${fairId}/contracts/new?application=${row.applicationId}`}>
                {t('issue')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  )
}

function List({ fairId, rows }: { fairId: string; rows: readonly ContractSummary[] }) {
  const t = useMessages('contracts-desk')
  const money = (row: ContractSummary, amountMinor: number) => (
    <Money amountMinor={amountMinor} currency={row.currency} />
  )
  return (
    <Section title={t('list')} bare>
      <DataTable
        caption={t('list')}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/desk/fairs/${fairId}/contracts/${row.id}`}
        search={row => `${row.number} ${row.establishmentName} ${row.boothNumbers.join(' ')}`}
        csvName={t('title')}
        empty={{
          title: t('empty'),
          text: t('empty.hint'),
          action: <Button href={`/desk/fairs/${fairId}/booths`}>{t('toBooths')}</Button>,
        }}
        columns={[
          {
            key: 'number',
            header: t('col.number'),
            cell: row => <span class="whitespace-nowrap">{row.number}</span>,
            sort: row => row.number,
            csv: row => row.number,
          },
          {
            key: 'establishment',
            header: t('col.establishment'),
            cell: row => row.establishmentName,
            sort: row => row.establishmentName,
            csv: row => row.establishmentName,
          },
          {
            key: 'booths',
            header: t('col.booths'),
            cell: row => row.boothNumbers.join(', '),
            csv: row => row.boothNumbers.join(' '),
          },
          {
            key: 'total',
            header: t('col.total'),
            cell: row => money(row, row.totalMinor),
            sort: row => row.totalMinor,
            csv: row => row.totalMinor,
            numeric: true,
          },
          {
            key: 'support',
            header: t('col.support'),
            cell: row => money(row, row.supportMinor),
            sort: row => row.supportMinor,
            csv: row => row.supportMinor,
            numeric: true,
          },
          {
            key: 'own',
            header: t('col.own'),
            cell: row => money(row, row.ownMinor),
            sort: row => row.ownMinor,
            csv: row => row.ownMinor,
            numeric: true,
          },
          {
            key: 'paid',
            header: t('col.paid'),
            cell: row => <PaidTag contract={row} />,
            sort: row => row.ownMinor - row.paidMinor,
            csv: row => row.paidMinor,
          },
          {
            key: 'state',
            header: t('col.state'),
            cell: row => <ContractTag state={row.state} />,
            sort: row => row.state,
            csv: row => row.state,
          },
        ]}
      />
    </Section>
  )
}

function PaidTag({ contract }: { contract: ContractSummary }) {
  const t = useMessages('contracts-desk')
  const { ownMinor, paidMinor, currency, state } = contract
  if (ownMinor === 0 || state === 'cancelled') return <span class="text-muted">{t('paid.none')}</span>
  const left = ownMinor - paidMinor
  if (left === 0) return <StateTag tone="success">{t('paid.full')}</StateTag>
  const amount = formatMoney(Math.abs(left), currency)
  return (
    <StateTag tone={left > 0 ? 'neutral' : 'warning'}>
      {t(left > 0 ? 'paid.part' : 'paid.over', { amount })}
    </StateTag>
  )
}
