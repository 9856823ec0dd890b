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
import { FeePart } from './fee-part.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { OverrideDialog } from './override-dialog.tsx'
import { RunList } from './run-list.tsx'
import { deskText, gateSentence } from './words.tsx'

const TONES: Record<CheckView['outcome'], Tone> = { pass: 'success', fail: 'error', unknown: 'warning' }
const OPEN = new Set(['submitted', 'correction-requested'])

/** Gates of an application with their evidence, what they compare with, and the decision about the dossier. */
export function ChecksPanel({ fairId, applicationId }: { fairId: string; applicationId: string }) {
  const t = useMessages('selection-desk')
  const { can } = useFairRights(fairId)
  return (
    <>
      {can('selection.check') && (
        <Section title={t('checks.title')} lead={t('checks.lead')}>
          <Await query={useChecks(applicationId)}>{view => <Checks view={view} />}</Await>
        </Section>
      )}
      {can('selection.view-fee') && <FeePart fairId={fairId} applicationId={applicationId} />}
      {can('selection.view-support') && <LedgerPart fairId={fairId} applicationId={applicationId} />}
    </>
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
  const isMet = (check: CheckView) => check.outcome === 'pass' && check.overrideOutcome === null
  const open = view.items
    .filter(check => !isMet(check))
    .toSorted((a, b) => URGENCY[countedOf(a)] - URGENCY[countedOf(b)])
  const met = view.items.filter(isMet)
  const row = (check: CheckView) => (
    <GateRow
      key={check.gate}
      check={check}
      fairId={view.fairId}
      timeZone={fair?.timeZone}
      onOverride={OPEN.has(view.state) ? () => setOverridden(check) : undefined}
      whyNot={whyNot('selection.override-check')}
    />
  )
  return (
    <div class="flex flex-col gap-4">
      <Summary view={view} />
      <ul class="border-t border-line">{open.map(row)}</ul>
      {met.length > 0 && (
        <details>
          <summary class="cursor-pointer font-medium">{t('checks.passed', { count: met.length })}</summary>
          <ul class="mt-2 border-t border-line">{met.map(row)}</ul>
        </details>
      )}
      <p class="text-sm text-muted">
        {t('checks.at', { time: formatDateTime(first.checkedAt, fair?.timeZone) })}
        {first.checkedByName && ` · ${first.checkedByName}`}
      </p>
      <RunList applicationId={view.applicationId} timeZone={fair?.timeZone} />
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

const countedOf = (check: CheckView) => check.overrideOutcome ?? check.outcome
/** What keeps the dossier out first, then what a person must look at. */
const URGENCY: Record<CheckView['outcome'], number> = { fail: 0, unknown: 1, pass: 2 }

/** At once: how many fail, how many need a person, how many a manager decided. */
function Summary({ view }: { view: ChecksView }) {
  const t = useMessages('selection-desk')
  const count = (outcome: CheckView['outcome']) =>
    view.items.filter(check => countedOf(check) === outcome).length
  const overridden = view.items.filter(check => check.overrideOutcome !== null).length
  const [fail, unknown] = [count('fail'), count('unknown')]
  return (
    <p class="flex flex-wrap gap-2">
      {fail > 0 && <StateTag tone="error">{t('checks.summary.fail', { count: fail })}</StateTag>}
      {unknown > 0 && <StateTag tone="warning">{t('checks.summary.unknown', { count: unknown })}</StateTag>}
      {overridden > 0 && (
        <StateTag tone="info">{t('checks.summary.overridden', { count: overridden })}</StateTag>
      )}
      {fail + unknown + overridden === 0 && <StateTag tone="success">{t('checks.summary.fine')}</StateTag>}
    </p>
  )
}

interface GateRowProps {
  check: CheckView
  fairId: string
  timeZone: string | undefined
  onOverride: (() => void) | undefined
  whyNot: string | undefined
}

function GateRow({ check, fairId, timeZone, onOverride, whyNot }: GateRowProps) {
  const t = useMessages('selection-desk')
  const counted = countedOf(check)
  return (
    <li class="grid gap-x-4 gap-y-1 border-b border-line py-2.5 sm:grid-cols-[8.5rem_minmax(0,1fr)]">
      <span class="flex flex-col items-start gap-1">
        <StateTag tone={TONES[counted]}>{t(`outcome.${counted}`)}</StateTag>
        {check.effect === 'warn' && <span class="text-sm text-muted">{t('checks.warn-only')}</span>}
      </span>
      <div class="min-w-0">
        <p class="font-medium">{deskText(`gate.${check.gate}`)}</p>
        <p>{gateSentence(check.gate, check.evidence)}</p>
        <p class="flex flex-wrap gap-x-3 text-sm text-muted">
          {check.legalBasis && <span>{t('checks.law', { law: check.legalBasis })}</span>}
          <EvidenceLink gate={check.gate} fairId={fairId} />
        </p>
        {check.overrideOutcome && (
          <p class="mt-1 border-l-2 border-primary pl-2 text-sm">
            {t('checks.program-said', { outcome: t(`outcome.${check.outcome}`) })}
            <br />
            {t('checks.overridden-by', {
              name: check.overriddenByName ?? '–',
              outcome: t(`outcome.${check.overrideOutcome}`),
              time: check.overriddenAt ? formatDateTime(check.overriddenAt, timeZone) : '',
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

/** The record a finding rests on: further down the page, or the rules of the fair. */
function EvidenceLink({ gate, fairId }: { gate: CheckView['gate']; fairId: string }) {
  const t = useMessages('selection-desk')
  const rules = `/desk/fairs/${fairId}/selection?tab=gates`
  const places: Partial<Record<CheckView['gate'], readonly [string, string]>> = {
    'dossier-complete': ['#papers', t('checks.see.papers')],
    'double-funding': ['#ledger', t('checks.see.ledger')],
    'trips-abroad': ['#ledger', t('checks.see.ledger')],
    'fee-paid': ['#fee', t('checks.see.fee')],
    'eligible-area': [rules, t('checks.see.rules')],
    'not-barred': [rules, t('checks.see.rules')],
  }
  const place = places[gate]
  if (!place) return null
  const [href, label] = place
  return (
    <a class="text-primary hover:underline" href={href}>
      {label}
    </a>
  )
}

function Decisions({ view, run }: { view: ChecksView; run: () => Promise<unknown> }) {
  const t = useMessages('selection-desk')
  const failing = view.items.filter(check => countedOf(check) === 'fail' && check.effect === 'block').length
  const unknown = view.items.filter(check => countedOf(check) === 'unknown')
  return (
    <Actions>
      {view.state === 'submitted' && (
        <ConfirmButton
          kind="primary"
          title={t('checks.accept.confirm')}
          text={
            <>
              <p>{t('checks.accept.text')}</p>
              {unknown.length > 0 && (
                <p class="mt-2">
                  {t('checks.accept.looked', {
                    gates: unknown.map(check => deskText(`gate.${check.gate}`)).join(', '),
                  })}
                </p>
              )}
            </>
          }
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
