import type { DeskDeal } from '@hoicho/shared/deals/schema.ts'
import { DEAL_STATES } from '@hoicho/shared/deals/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { useState } from 'preact/hooks'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { countryName } from '../platform/countries.ts'
import { formatDate, formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Await } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { rejectDeal, reopenDeal, useOwnDeals, verifyDeal } from './api.ts'
import { DealForm } from './deal-form.tsx'
import { DealStateTag, DealValue } from './deal-state.tsx'

interface DealProps {
  fairId: string
  deal: DeskDeal
  onClose: () => void
}

/** One deal on the desk: all of it, and what an officer may do with it. */
export function DealDialog({ fairId, deal, onClose }: DealProps) {
  const t = useMessages('deals-desk')
  const words = useMessages('deals')
  const [mode, setMode] = useState<'read' | 'reject' | 'correct'>('read')
  const titles = {
    read: deal.partnerName,
    reject: t('reject.title', { partner: deal.partnerName }),
    correct: words('form.correct', { partner: deal.partnerName }),
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={titles[mode]}
      actions={
        mode === 'read' && <DealActions fairId={fairId} deal={deal} onClose={onClose} onMode={setMode} />
      }
    >
      {mode === 'read' && <Facts fairId={fairId} deal={deal} />}
      {mode === 'reject' && (
        <Reject fairId={fairId} deal={deal} onClose={onClose} onBack={() => setMode('read')} />
      )}
      {mode === 'correct' && <Correct deal={deal} onDone={() => setMode('read')} />}
    </Dialog>
  )
}

function Facts({ fairId, deal }: Omit<DealProps, 'onClose'>) {
  const t = useMessages('deals-desk')
  const words = useMessages('deals')
  const rows = [
    { key: 'state', label: t('column.state'), value: <StateLine fairId={fairId} deal={deal} /> },
    { key: 'establishment', label: t('column.establishment'), value: deal.establishmentName },
    { key: 'kind', label: t('column.kind'), value: words(`kind.${deal.kind}`) },
    {
      key: 'value',
      label: t('column.value'),
      value: <DealValue valueMinor={deal.valueMinor} currency={deal.currency} />,
    },
    { key: 'country', label: t('column.country'), value: countryName(deal.partnerCountry) },
    { key: 'contact', label: t('column.contact'), value: deal.partnerContact || '–' },
    { key: 'product', label: t('column.product'), value: deal.productNameVi ?? (deal.productText || '–') },
    { key: 'signedOn', label: t('column.signedOn'), value: formatDate(deal.signedOn) },
    { key: 'note', label: t('column.note'), value: deal.note || '–' },
    { key: 'evidence', label: words('form.evidence'), value: <EvidenceLink deal={deal} /> },
  ]
  return <SummaryList rows={rows} />
}

function StateLine({ fairId, deal }: Omit<DealProps, 'onClose'>) {
  const t = useMessages('deals-desk')
  const timeZone = useFair(fairId).data?.timeZone
  const by = (name: string | null) => name ?? t('by-system')
  return (
    <>
      <DealStateTag state={deal.state} />
      {deal.rejectionReason && <span class="block">{deal.rejectionReason}</span>}
      <span class="block text-sm text-muted">
        {t('logged-line', { name: by(deal.loggedByName), at: formatDateTime(deal.loggedAt, timeZone) })}
      </span>
      {deal.verifiedAt && (
        <span class="block text-sm text-muted">
          {t('verified-line', {
            name: by(deal.verifiedByName),
            at: formatDateTime(deal.verifiedAt, timeZone),
          })}
        </span>
      )}
      {deal.isVerifiedByLogger && (
        <span class="block text-sm font-medium text-warning">{t('same-person')}</span>
      )}
    </>
  )
}

function EvidenceLink({ deal }: { deal: DeskDeal }) {
  const t = useMessages('deals-desk')
  if (!deal.evidence) return <span class="text-muted">{t('no-evidence')}</span>
  return (
    <a href={`/api/files/${deal.evidence.id}?inline=1`} target="_blank" rel="noreferrer">
      {deal.evidence.name}
    </a>
  )
}

interface DealActionsProps extends DealProps {
  onMode: (mode: 'reject' | 'correct') => void
}

/** The buttons the state table and the permission table allow. */
function DealActions({ fairId, deal, onClose, onMode }: DealActionsProps) {
  const t = useMessages('deals-desk')
  const [busy, setBusy] = useState(false)
  const { can } = useFairRights(fairId)
  const may = (action: 'verify' | 'reject' | 'reopen' | 'correct') =>
    step(DEAL_STATES, deal.state, action) !== undefined && can(`deals.${action}`)
  const run = async (work: Promise<void>, text: string) => {
    setBusy(true)
    try {
      await work
      notify({ text })
      onClose()
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  const partner = deal.partnerName
  return (
    <>
      {may('verify') && (
        <Button
          kind="primary"
          busy={busy}
          onClick={() => void run(verifyDeal(deal.id, deal.version), t('verified', { partner }))}
        >
          {t('verify')}
        </Button>
      )}
      {may('reject') && <Button onClick={() => onMode('reject')}>{t('reject')}</Button>}
      {may('reopen') && (
        <Button busy={busy} onClick={() => void run(reopenDeal(deal.id), t('reopened'))}>
          {t('reopen')}
        </Button>
      )}
      {deal.state !== 'removed' && can('deals.correct') && (
        <Button
          kind="quiet"
          icon="edit"
          disabledReason={may('correct') ? undefined : t('reopen.why')}
          onClick={() => onMode('correct')}
        >
          {t('correct')}
        </Button>
      )}
    </>
  )
}

function Reject({ deal, onClose, onBack }: DealProps & { onBack: () => void }) {
  const t = useMessages('deals-desk')
  const common = useMessages('platform')
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await rejectDeal(deal.id, deal.version, reason)
      notify({ text: t('rejected') })
      onClose()
    },
  })
  return (
    <Form form={form}>
      <TextArea
        {...form.field('reason')}
        label={t('reject.reason')}
        hint={t('reject.reason.hint')}
        rows={3}
        maxLength={500}
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('reject')}
        </Button>
        <Button onClick={onBack}>{common('action.back')}</Button>
      </Actions>
    </Form>
  )
}

function Correct({ deal, onDone }: { deal: DeskDeal; onDone: () => void }) {
  const about = useOwnDeals(deal.applicationId)
  return (
    <Await query={about}>
      {found => <DealForm applicationId={deal.applicationId} about={found} deal={deal} onDone={onDone} />}
    </Await>
  )
}
