import type { ChecksView, CheckView } from '@hoicho/shared/selection/schema.ts'
import { useState } from 'preact/hooks'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { ConfirmButton, Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag, type Tone } from '../ui/state-tag.tsx'
import { Await, EmptyState, Notice } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { acceptDossier, refuseApplication, runChecks, useChecks } from './api.ts'
import { OverrideDialog } from './override-dialog.tsx'
import { deskText, gateSentence } from './words.tsx'

const TONES: Record<CheckView['outcome'], Tone> = { pass: 'success', fail: 'error', unknown: 'warning' }
const OPEN = new Set(['submitted', 'correction-requested'])

/** Gates of an application with their evidence; accepting or turning the dossier away. Nothing for who is not on the desk. */
export function ChecksPanel({ fairId, applicationId }: { fairId: string; applicationId: string }) {
  const t = useMessages('selection-desk')
  const { can } = useFairRights(fairId)
  if (!can('selection.check')) return null
  return (
    <Section title={t('checks.title')} lead={t('checks.lead')}>
      <Await query={useChecks(applicationId)}>{view => <Checks view={view} />}</Await>
    </Section>
  )
}

function Checks({ view }: { view: ChecksView }) {
  const t = useMessages('selection-desk')
  const fair = useFair(view.fairId).data
  const { whyNot } = useFairRights(view.fairId)
  const [overridden, setOverridden] = useState<CheckView>()
  const mayCheck = OPEN.has(view.state) || view.state === 'complete'
  const run = () => runChecks(view.applicationId).catch(notifyError)
  const [first] = view.items
  if (view.refusal)
    return <Notice tone="error">{t('checks.refused-because', { reason: view.refusal.reason })}</Notice>
  if (!first) {
    return (
      <EmptyState
        title={t('checks.none')}
        action={
          mayCheck && (
            <Button kind="primary" onClick={() => void run()}>
              {t('checks.run')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <div class="flex flex-col gap-4">
      <ul class="border-t border-line">
        {view.items.map(check => (
          <GateRow
            key={check.gate}
            check={check}
            onOverride={OPEN.has(view.state) ? () => setOverridden(check) : undefined}
            whyNot={whyNot('selection.override-check')}
          />
        ))}
      </ul>
      <p class="text-sm text-muted">
        {t('checks.at', { time: formatDateTime(first.checkedAt, fair?.timeZone) })}
        {first.checkedByName && ` · ${first.checkedByName}`}
      </p>
      {mayCheck && <Decisions view={view} run={run} />}
      {overridden && (
        <OverrideDialog
          applicationId={view.applicationId}
          check={overridden}
          onClose={() => setOverridden(undefined)}
        />
      )}
    </div>
  )
}

interface GateRowProps {
  check: CheckView
  onOverride: (() => void) | undefined
  whyNot: string | undefined
}

function GateRow({ check, onOverride, whyNot }: GateRowProps) {
  const t = useMessages('selection-desk')
  const counted = check.overrideOutcome ?? check.outcome
  return (
    <li class="grid gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <span>
        <StateTag tone={TONES[counted]}>{t(`outcome.${counted}`)}</StateTag>
      </span>
      <div class="min-w-0">
        <p class="font-medium">{deskText(`gate.${check.gate}`)}</p>
        <p>{gateSentence(check.gate, check.evidence)}</p>
        {check.legalBasis && <p class="text-sm text-muted">{t('checks.law', { law: check.legalBasis })}</p>}
        {check.overrideOutcome && (
          <p class="mt-1 border-l-2 border-primary pl-2 text-sm">
            {t('checks.overridden', {
              outcome: t(`outcome.${check.overrideOutcome}`),
              reason: check.overrideReason ?? '',
            })}
          </p>
        )}
      </div>
      {onOverride && (check.outcome !== 'pass' || check.overrideOutcome) && (
        <div class="sm:col-start-2">
          <Button kind="quiet" small disabledReason={whyNot} onClick={onOverride}>
            {t('checks.override')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Decisions({ view, run }: { view: ChecksView; run: () => Promise<unknown> }) {
  const t = useMessages('selection-desk')
  const failing = view.items.filter(check => (check.overrideOutcome ?? check.outcome) === 'fail').length
  return (
    <Actions>
      {view.state === 'submitted' && (
        <ConfirmButton
          kind="primary"
          title={t('checks.accept.confirm')}
          text={t('checks.accept.text')}
          disabledReason={failing > 0 ? t('checks.accept.failing', { count: failing }) : undefined}
          onConfirm={async () => {
            await acceptDossier(view.applicationId)
            notify({ text: t('checks.accepted') })
          }}
        >
          {t('checks.accept')}
        </ConfirmButton>
      )}
      <Button onClick={() => void run()}>{t('checks.run-again')}</Button>
      {OPEN.has(view.state) && <Refuse applicationId={view.applicationId} />}
    </Actions>
  )
}

function Refuse({ applicationId }: { applicationId: string }) {
  const t = useMessages('selection-desk')
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const refuse = async () => {
    if (reason.trim() === '') return
    try {
      await refuseApplication(applicationId, reason)
      notify({ text: t('checks.refused') })
      setOpen(false)
    } catch (error) {
      notifyError(error)
    }
  }
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        {t('checks.refuse')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('checks.refuse')}
        actions={
          <Button kind="danger" onClick={() => void refuse()}>
            {t('checks.refuse')}
          </Button>
        }
      >
        <p class="mb-3">{t('checks.refuse.text')}</p>
        <TextArea
          id="refusal-reason"
          name="reason"
          label={t('checks.refuse.reason')}
          value={reason}
          onValue={setReason}
          maxLength={2000}
        />
      </Dialog>
    </>
  )
}
