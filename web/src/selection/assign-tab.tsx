import { LEAST_SHEETS } from '@hoicho/shared/selection/limits.ts'
import type { AssignmentRow, BalancedView, ReviewerView } from '@hoicho/shared/selection/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/choices.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { Await, EmptyState, Notice } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { assignReviewers, balanceReviewers, endAssignment, useAssignments, useReviewers } from './api.ts'

export function AssignTab({ fairId }: { fairId: string }) {
  const t = useMessages('selection-desk')
  const reviewers = useReviewers(fairId)
  return (
    <div class="flex flex-col gap-6">
      <p class="max-w-prose text-muted">{t('assign.lead', { least: LEAST_SHEETS })}</p>
      <Await query={reviewers}>
        {people =>
          people.length === 0 ? (
            <EmptyState
              title={t('assign.no-reviewers')}
              action={<Button href="/desk/people">{t('assign.reviewers')}</Button>}
            >
              {t('assign.no-reviewers.text')}
            </EmptyState>
          ) : (
            <>
              <Balance fairId={fairId} reviewers={people} />
              <Assignments fairId={fairId} reviewers={people} />
            </>
          )
        }
      </Await>
    </div>
  )
}

function Balance({ fairId, reviewers }: { fairId: string; reviewers: readonly ReviewerView[] }) {
  const t = useMessages('selection-desk')
  const [perApplication, setPer] = useState<number | null>(Math.min(3, reviewers.length))
  const [loadLimit, setLimit] = useState<number | null>(null)
  const [short, setShort] = useState<BalancedView['short']>([])
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    if (!perApplication) return
    setBusy(true)
    try {
      const { added, short: lacking } = await balanceReviewers(fairId, { perApplication, loadLimit })
      setShort(lacking)
      notify({ text: added > 0 ? t('assign.added', { added }) : t('assign.none-added') })
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Section title={t('assign.balance')} lead={t('assign.balance.text')}>
      <div class="flex flex-wrap items-end gap-3">
        <NumberField
          id="per-application"
          name="perApplication"
          label={t('assign.per-application')}
          value={perApplication}
          onValue={setPer}
          width="xs"
        />
        <NumberField
          id="load-limit"
          name="loadLimit"
          label={t('assign.limit')}
          required={false}
          value={loadLimit}
          onValue={setLimit}
          width="xs"
        />
        <Button kind="primary" busy={isBusy} onClick={() => void run()}>
          {t('assign.balance')}
        </Button>
      </div>
      {perApplication !== null && perApplication % 2 === 0 && (
        <div class="mt-3">
          <Notice tone="warning">{t('assign.even')}</Notice>
        </div>
      )}
      {short.length > 0 && <Short rows={short} />}
      <ul class="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {reviewers.map(reviewer => (
          <li key={reviewer.id}>
            <span class="font-medium">{reviewer.name}</span>{' '}
            <span class="tnum text-muted">
              {t('assign.load', { filed: reviewer.filed, assigned: reviewer.assigned })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Applications that lack reviewers, and what keeps the others away. */
function Short({ rows }: { rows: BalancedView['short'] }) {
  const t = useMessages('selection-desk')
  return (
    <div class="mt-3">
      <Notice tone="warning" title={t('assign.short', { count: rows.length })}>
        <ul>
          {rows.map(({ applicationId, establishmentName, ...row }) => (
            <li key={applicationId}>{t('assign.short.row', { name: establishmentName, ...pick(row) })}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

const pick = ({ lacking, barred, full }: { lacking: number; barred: number; full: number }) => ({
  lacking,
  barred,
  full,
})

function Assignments({ fairId, reviewers }: { fairId: string; reviewers: readonly ReviewerView[] }) {
  const t = useMessages('selection-desk')
  const query = useAssignments(fairId)
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const [isOpen, setOpen] = useState(false)
  const rows = query.data?.filter(row => row.state === 'complete')
  const columns: Column<AssignmentRow>[] = [
    {
      key: 'name',
      header: t('column.application'),
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      primary: true,
    },
    { key: 'number', header: t('column.number'), cell: row => row.number, sort: row => row.number },
    {
      key: 'province',
      header: t('column.province'),
      cell: row => row.provinceName,
      sort: row => row.provinceName,
    },
    {
      key: 'reviewers',
      header: t('column.reviewers'),
      cell: row => <ReviewerNames fairId={fairId} row={row} />,
      sort: row => row.reviewers.length,
    },
  ]
  return (
    <>
      <DataTable
        caption={t('tab.assign')}
        columns={columns}
        rows={rows}
        rowKey={row => row.applicationId}
        rowName={row => row.establishmentName}
        search={row => `${row.establishmentName} ${row.number} ${row.provinceName}`}
        error={query.error}
        retry={query.refetch}
        empty={{
          title: t('assign.empty'),
          text: t('assign.empty.text'),
          action: <Button href={`/desk/fairs/${fairId}/applications`}>{t('assign.to-applications')}</Button>,
        }}
        selection={{
          keys,
          onChange: setKeys,
          actions: (
            <Button small kind="primary" onClick={() => setOpen(true)}>
              {t('assign.selected')}
            </Button>
          ),
        }}
      />
      <AssignDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        reviewers={reviewers}
        onAssign={async reviewerIds => {
          const added = await assignReviewers(fairId, {
            applicationIds: [...keys],
            reviewerIds: [...reviewerIds],
          })
          notify({ text: added > 0 ? t('assign.added', { added }) : t('assign.none-added') })
          setKeys(new Set())
        }}
      />
    </>
  )
}

function ReviewerNames({ fairId, row }: { fairId: string; row: AssignmentRow }) {
  const t = useMessages('selection-desk')
  if (row.reviewers.length === 0) return <span class="text-muted">{t('assign.nobody')}</span>
  const end = (reviewerId: string) => endAssignment(fairId, row.applicationId, reviewerId).catch(notifyError)
  return (
    <ul class="flex flex-wrap gap-1.5 max-md:justify-end">
      {row.reviewers.map(reviewer => (
        <li
          key={reviewer.id}
          class={`relative z-10 inline-flex items-center gap-1 rounded-selector border border-line bg-base-200 pl-2 text-sm ${reviewer.sheet === 'conflict' ? 'pr-2 line-through' : ''}`}
        >
          {reviewer.name}
          {(reviewer.sheet === 'none' || reviewer.sheet === 'draft') && (
            <button
              type="button"
              class="cursor-pointer px-1.5 py-0.5 text-muted hover:text-error"
              aria-label={t('assign.end', { name: reviewer.name })}
              title={t('assign.end', { name: reviewer.name })}
              onClick={() => void end(reviewer.id)}
            >
              ×
            </button>
          )}
          {(reviewer.sheet === 'filed' || reviewer.sheet === 'abstained') && (
            <span class="pr-2 text-success">✓</span>
          )}
        </li>
      ))}
    </ul>
  )
}

interface AssignDialogProps {
  open: boolean
  onClose: () => void
  reviewers: readonly ReviewerView[]
  onAssign: (reviewerIds: readonly string[]) => Promise<void>
}

function AssignDialog({ open, onClose, reviewers, onAssign }: AssignDialogProps) {
  const t = useMessages('selection-desk')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isBusy, setBusy] = useState(false)
  const assign = async () => {
    if (chosen.length === 0) return
    setBusy(true)
    try {
      await onAssign(chosen)
      onClose()
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('assign.selected')}
      actions={
        <Button kind="primary" busy={isBusy} onClick={() => void assign()}>
          {t('assign.do')}
        </Button>
      }
    >
      <CheckboxGroup
        id="reviewers"
        name="reviewers"
        label={t('assign.choose')}
        value={chosen}
        onValue={setChosen}
        options={reviewers.map(reviewer => ({
          value: reviewer.id,
          label: reviewer.name,
          hint: t('assign.load', { filed: reviewer.filed, assigned: reviewer.assigned }),
        }))}
      />
    </Dialog>
  )
}
