import type { HandedOver, ToCall } from '@hoicho/shared/recruitment/campaign-schema.ts'
import {
  CALL_AGAIN_AFTER,
  CALL_OUTCOMES,
  type CallOutcome,
  DECLINE_CODES,
  type DeclineCode,
} from '@hoicho/shared/recruitment/vocabulary.ts'
import { useState } from 'preact/hooks'
import { useProvinceName } from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { formatDate, formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField, RadioField } from '../ui/choices.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { DateField, SelectField, TextArea } from '../ui/inputs.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { ErrorState, Notice } from '../ui/states.tsx'
import { logCall, useToCall } from './campaigns-api.ts'

/** Whom to call, those due today first, and the form to write a call down. */
export function CallList({ fairId }: { fairId: string }) {
  const t = useMessages('campaigns-desk')
  const rows = useToCall(fairId)
  const [called, setCalled] = useState<ToCall>()
  return (
    <>
      <DataTable
        caption={t('calls.title')}
        columns={useColumns(fairId, setCalled)}
        rows={rows.data}
        rowKey={row => row.establishmentId}
        search={row => `${row.name} ${row.phone ?? ''}`}
        error={rows.error}
        retry={rows.refetch}
        csvName={t('calls.title')}
        empty={{ title: t('calls.empty'), text: t('calls.empty.text') }}
      />
      {called && (
        <CallDialog
          key={called.establishmentId}
          fairId={fairId}
          row={called}
          onClose={() => setCalled(undefined)}
        />
      )}
    </>
  )
}

function useColumns(fairId: string, onCall: (row: ToCall) => void): Column<ToCall>[] {
  const t = useMessages('campaigns-desk')
  const province = useProvinceName()
  const timeZone = useFair(fairId).data?.timeZone
  return [
    {
      key: 'name',
      header: t('invitee.name'),
      primary: true,
      cell: row => row.name,
      sort: row => row.name,
      csv: row => row.name,
    },
    {
      key: 'phone',
      header: t('invitee.phone'),
      cell: row =>
        row.phone ? (
          <a class="tnum underline" href={`tel:${row.phone}`}>
            {row.phone}
          </a>
        ) : (
          t('calls.no-phone')
        ),
      csv: row => row.phone,
    },
    {
      key: 'who',
      header: t('calls.who'),
      cell: row => row.representativeName ?? '–',
      csv: row => row.representativeName,
      desktopOnly: true,
    },
    {
      key: 'province',
      header: t('invitee.province'),
      cell: row => province(row.provinceScheme, row.provinceCode),
      sort: row => province(row.provinceScheme, row.provinceCode),
      csv: row => province(row.provinceScheme, row.provinceCode),
      desktopOnly: true,
    },
    {
      key: 'why',
      header: t('calls.why'),
      cell: row => (
        <>
          <StateTag tone={row.isDue ? 'warning' : 'neutral'}>
            {row.lastCall?.callAgainOn
              ? t('calls.on', { day: formatDate(row.lastCall.callAgainOn) })
              : t(`calls.reason.${row.reason}`)}
          </StateTag>
          {row.lastCall && (
            <span class="block text-sm text-muted">
              {[
                formatDateTime(row.lastCall.calledAt, timeZone),
                t(`outcome.${row.lastCall.outcome}`),
                row.lastCall.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </>
      ),
      sort: row => row.lastCall?.callAgainOn ?? '',
      csv: row => t(`calls.reason.${row.reason}`),
    },
    {
      key: 'act',
      header: t('invitee.acts'),
      cell: row => (
        <Button small onClick={() => onCall(row)}>
          {t('calls.log')}
        </Button>
      ),
    },
  ]
}

const daysOn = (days: number | null) =>
  days === null ? '' : new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

function CallDialog({ fairId, row, onClose }: { fairId: string; row: ToCall; onClose: () => void }) {
  const t = useMessages('campaigns-desk')
  const p = useMessages('platform')
  const [outcome, setOutcome] = useState<CallOutcome>('reached')
  const [note, setNote] = useState('')
  const [again, setAgain] = useState(daysOn(CALL_AGAIN_AFTER.reached))
  const [declineCode, setDeclineCode] = useState<DeclineCode | ''>('')
  const [handOver, setHandOver] = useState(false)
  const [handed, setHanded] = useState<HandedOver>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const pick = (value: CallOutcome) => {
    setOutcome(value)
    setAgain(daysOn(CALL_AGAIN_AFTER[value]))
  }
  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { handedOver } = await logCall(fairId, {
        establishmentId: row.establishmentId,
        calledAt: new Date().toISOString(),
        outcome,
        note,
        callAgainOn: outcome === 'declined' ? null : again || null,
        declineCode: outcome === 'declined' ? declineCode || null : null,
        handOver: handOver && outcome !== 'declined',
      })
      if (handedOver) setHanded(handedOver)
      else onClose()
    } catch (reason) {
      setError(reason)
    }
    setBusy(false)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calls.log.title', { name: row.name })}
      actions={
        handed ? (
          <Button kind="primary" onClick={onClose}>
            {p('action.close')}
          </Button>
        ) : (
          <>
            <Button kind="primary" busy={busy} onClick={() => void save()}>
              {p('action.save')}
            </Button>
            <Button onClick={onClose}>{p('action.cancel')}</Button>
          </>
        )
      }
    >
      {error !== undefined && <ErrorState error={error} />}
      {handed ? (
        <Notice tone="success" title={t('calls.handed')}>
          <p class="tnum my-2 text-3xl font-semibold tracking-wider">{handed.code}</p>
          <p>{t('calls.handed.text', { address: `${location.origin}/i/${handed.code}` })}</p>
        </Notice>
      ) : (
        <>
          <RadioField
            id="call-outcome"
            name="outcome"
            label={t('calls.outcome')}
            value={outcome}
            onValue={pick}
            options={CALL_OUTCOMES.map(value => ({ value, label: t(`outcome.${value}`) }))}
          />
          {outcome === 'declined' && (
            <SelectField<DeclineCode | ''>
              id="call-decline"
              name="decline"
              label={t('calls.decline')}
              required={false}
              value={declineCode}
              onValue={setDeclineCode}
              options={[
                { value: '', label: '–' },
                ...DECLINE_CODES.map(value => ({ value, label: t(`decline.${value}`) })),
              ]}
            />
          )}
          <TextArea
            id="call-note"
            name="note"
            label={t('calls.note')}
            required={false}
            rows={2}
            maxLength={1000}
            value={note}
            onValue={setNote}
          />
          {outcome !== 'declined' && (
            <>
              <DateField
                id="call-again"
                name="again"
                label={t('calls.again')}
                required={false}
                value={again}
                onValue={setAgain}
              />
              <CheckboxField
                id="call-code"
                name="code"
                label={t('calls.hand-over')}
                hint={t('calls.hand-over.hint')}
                value={handOver}
                onValue={setHandOver}
              />
            </>
          )}
        </>
      )}
    </Dialog>
  )
}
