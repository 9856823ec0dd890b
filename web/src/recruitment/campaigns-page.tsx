import type { CampaignSummary } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { useState } from 'preact/hooks'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { CallList } from './call-list.tsx'
import { CampaignState } from './campaign-state.tsx'
import { useCampaigns, useToCall } from './campaigns-api.ts'

type Part = 'campaigns' | 'calls'

/** The campaigns of a fair, and whom to call. */
export default function CampaignsPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('campaigns-desk')
  const { fairId } = params
  const mayRun = useFairRights(fairId).can('recruitment.run-campaigns')
  const [part, setPart] = useState<Part>(query.part === 'calls' ? 'calls' : 'campaigns')
  const create = mayRun && (
    <Button kind="primary" href={`/desk/fairs/${fairId}/campaigns/new`}>
      {t('campaign.new')}
    </Button>
  )
  return (
    <Page
      title={t('campaigns.title')}
      breadcrumbs={[{ label: t('recruitment.title'), href: `/desk/fairs/${fairId}/recruitment` }]}
      actions={create}
    >
      <Tabs<Part>
        label={t('campaigns.title')}
        current={part}
        onSelect={setPart}
        tabs={[
          { key: 'campaigns', label: t('campaigns.title') },
          ...(mayRun ? [{ key: 'calls' as const, label: <CallsLabel fairId={fairId} /> }] : []),
        ]}
      >
        {part === 'campaigns' ? <List fairId={fairId} create={create} /> : <CallList fairId={fairId} />}
      </Tabs>
    </Page>
  )
}

function CallsLabel({ fairId }: { fairId: string }) {
  const t = useMessages('campaigns-desk')
  const due = useToCall(fairId).data?.filter(row => row.isDue).length
  return <>{due ? t('calls.title.due', { count: formatNumber(due) }) : t('calls.title')}</>
}

function List({ fairId, create }: { fairId: string; create: preact.ComponentChildren }) {
  const t = useMessages('campaigns-desk')
  const campaigns = useCampaigns(fairId)
  const timeZone = useFair(fairId).data?.timeZone
  const figure = (
    key: string,
    header: string,
    value: (row: CampaignSummary) => number,
  ): Column<CampaignSummary> => ({
    key,
    header,
    numeric: true,
    cell: row => (row.total > 0 ? formatNumber(value(row)) : '–'),
    sort: value,
    csv: value,
  })
  const of = (row: CampaignSummary, ...states: string[]) =>
    states.reduce((sum, state) => sum + (row.counts[state] ?? 0), 0)
  const columns: Column<CampaignSummary>[] = [
    {
      key: 'name',
      header: t('campaign.name'),
      primary: true,
      cell: row => row.name,
      sort: row => row.name,
      csv: row => row.name,
    },
    {
      key: 'state',
      header: t('invitee.state'),
      cell: row => <CampaignState state={row.state} />,
      sort: row => row.state,
      csv: row => t(`state.${row.state}`),
    },
    figure('total', t('campaigns.total'), row => row.total),
    figure('queued', t('invitee.state.queued'), row => of(row, 'queued')),
    figure('sent', t('invitee.state.sent'), row =>
      of(row, 'sent', 'visited', 'started', 'submitted', 'declined'),
    ),
    figure('refused', t('invitee.state.refused'), row => of(row, 'refused')),
    figure('submitted', t('invitee.state.submitted'), row => of(row, 'submitted')),
    {
      key: 'when',
      header: t('campaigns.started'),
      cell: row =>
        row.startedAt ? <span class="tnum">{formatDateTime(row.startedAt, timeZone)}</span> : '–',
      sort: row => row.startedAt ?? '',
      csv: row => row.startedAt,
      desktopOnly: true,
    },
  ]
  return (
    <DataTable
      caption={t('campaigns.title')}
      columns={columns}
      rows={campaigns.data}
      rowKey={row => row.id}
      rowHref={row => `/desk/fairs/${fairId}/campaigns/${row.id}`}
      search={row => row.name}
      error={campaigns.error}
      retry={campaigns.refetch}
      csvName={t('campaigns.title')}
      empty={{ title: t('campaigns.empty'), text: t('campaigns.empty.text'), action: create }}
    />
  )
}
