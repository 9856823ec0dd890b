import type { DecisionView, OutcomeView, RankingView } from '@hoicho/shared/selection/schema.ts'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { decide, downloadRecord, useDecisions, useRanking } from './api.ts'
import { useGroupName } from './groups.ts'
import { Letters } from './letters.tsx'
import { useMeetings } from './meeting-api.ts'
import { deskText, OutcomeTag } from './words.tsx'

export function DecisionTab({ fairId }: { fairId: string }) {
  const t = useMessages('selection-desk')
  const decisions = useDecisions(fairId)
  const ranking = useRanking(fairId)
  return (
    <div class="flex flex-col gap-6">
      <Await query={decisions}>
        {found => (
          <>
            {found.length === 0 && (
              <EmptyState title={t('decision.none')}>{t('decision.none.text')}</EmptyState>
            )}
            {found.map((decision, index) => (
              <div key={decision.id} class="flex flex-col gap-6">
                <Decision fairId={fairId} decision={decision} isOpen={index === 0} />
                {index === 0 && <Letters fairId={fairId} />}
              </div>
            ))}
          </>
        )}
      </Await>
      {ranking.data && <Decide key={ranking.data.version} fairId={fairId} ranking={ranking.data} />}
    </div>
  )
}

function Decide({ fairId, ranking }: { fairId: string; ranking: RankingView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const meetings = useMeetings(fairId)
  const open = ranking.items.filter(row => row.reason !== 'held')
  const hasMinutes = meetings.data?.items.some(one => one.state === 'signed' && one.decision === null)
  const lacking = open.filter(row => row.filed < ranking.leastSheets).length
  const unready =
    open.length === 0
      ? t('decide.nothing')
      : lacking > 0
        ? t('decide.too-few', { count: lacking, least: ranking.leastSheets })
        : hasMinutes
          ? undefined
          : t('decide.no-minutes')
  const reason = whyNot('selection.decide') ?? unready
  const again = ranking.version > 0
  if (again && open.length === 0) return null
  return (
    <Section
      title={t(again ? 'decide.again.title' : 'decide.title')}
      lead={again ? t('decide.again.lead', { version: ranking.version }) : t('decide.lead')}
    >
      <div class="flex flex-col gap-4">
        <Actions>
          <ConfirmButton
            kind={again ? 'secondary' : 'primary'}
            title={t('decide.confirm')}
            text={t('decide.confirm.text')}
            disabledReason={reason}
            onConfirm={async () => {
              await decide(fairId, { replaces: ranking.version })
              notify({ text: t('decide.done') })
            }}
          >
            {t('decide.do')}
          </ConfirmButton>
        </Actions>
      </div>
    </Section>
  )
}

function Decision({ fairId, decision, isOpen }: { fairId: string; decision: DecisionView; isOpen: boolean }) {
  const t = useMessages('selection-desk')
  const timeZone = useFair(fairId).data?.timeZone
  const isInForce = decision.state === 'decided'
  const count = (outcome: string) => decision.outcomes.filter(row => row.outcome === outcome).length
  const counts = { selected: count('selected'), waiting: count('waiting'), rejected: count('rejected') }
  return (
    <Section
      title={t('decision.version', { version: decision.version })}
      lead={t('decision.counts', counts)}
      actions={
        <StateTag tone={isInForce ? 'success' : 'neutral'}>
          {t(isInForce ? 'decision.in-force' : 'decision.superseded')}
        </StateTag>
      }
    >
      <SummaryList
        rows={[
          { key: 'number', label: t('decision.number'), value: decision.documentNumber },
          { key: 'at', label: t('decision.at'), value: formatDateTime(decision.decidedAt, timeZone) },
          { key: 'by', label: t('decision.by'), value: decision.decidedByName },
          { key: 'seed', label: t('decision.seed'), value: <Code text={decision.seed} /> },
          { key: 'hash', label: t('decision.hash'), value: <Code text={decision.sha256} /> },
        ]}
      />
      <div class="mt-4">
        <Actions>
          {decision.documentFileId && (
            <Button icon="file" href={`/api/files/${decision.documentFileId}`} external>
              {t('decision.open')}
            </Button>
          )}
          <Button
            kind="quiet"
            icon="download"
            onClick={() => void downloadRecord(fairId, decision.version).catch(notifyError)}
          >
            {t('decision.record')}
          </Button>
        </Actions>
      </div>
      <details class="mt-4" open={isOpen}>
        <summary class="cursor-pointer py-2 font-medium">{t('decision.list')}</summary>
        <OutcomeTable fairId={fairId} decision={decision} />
      </details>
    </Section>
  )
}

const Code = ({ text }: { text: string }) => <code class="text-sm break-all">{text}</code>

function OutcomeTable({ fairId, decision }: { fairId: string; decision: DecisionView }) {
  const t = useMessages('selection-desk')
  const groupName = useGroupName()
  const columns: Column<OutcomeView>[] = [
    {
      key: 'rank',
      header: t('column.rank'),
      numeric: true,
      cell: row => row.rank,
      sort: row => row.rank,
      csv: row => row.rank,
    },
    {
      key: 'name',
      header: t('column.application'),
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      csv: row => row.establishmentName,
      primary: true,
    },
    { key: 'number', header: t('column.number'), cell: row => row.number, csv: row => row.number },
    {
      key: 'mean',
      header: t('column.mean'),
      numeric: true,
      cell: row => (row.mean === null ? '–' : formatNumber(row.mean, 2)),
      sort: row => row.mean,
      csv: row => row.mean,
    },
    {
      key: 'outcome',
      header: t('column.outcome'),
      cell: row => (
        <span class="inline-flex flex-wrap items-center gap-x-2 max-md:justify-end">
          <OutcomeTag outcome={row.outcome} />
          {row.waitingPosition !== null && (
            <span class="text-sm text-muted">
              {t('decision.waiting-position', { position: row.waitingPosition })}
            </span>
          )}
          {row.quota && (
            <span class="text-sm text-muted">
              {deskText(`reason.${row.reason}`, { group: groupName(row.quota) })}
            </span>
          )}
        </span>
      ),
      sort: row => row.outcome,
      csv: row => deskText(`state.${row.outcome}`),
    },
    {
      key: 'letter',
      header: t('column.letter'),
      cell: row => deskText(`letter.${row.letter}`),
      sort: row => row.letter,
    },
  ]
  return (
    <DataTable
      caption={t('decision.list')}
      columns={columns}
      rows={decision.outcomes}
      rowKey={row => row.applicationId}
      rowHref={row => `/desk/fairs/${fairId}/applications/${row.applicationId}`}
      search={row => `${row.establishmentName} ${row.number}`}
      csvName={t('decision.version', { version: decision.version })}
      initialSort={{ key: 'rank', descending: false }}
    />
  )
}
