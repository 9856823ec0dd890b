import type { PlacesView, PlaceView } from '@hoicho/shared/selection/place-schema.ts'
import { useState } from 'preact/hooks'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Stat, StatRow } from '../ui/figures.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag, type Tone } from '../ui/state-tag.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { AcceptanceForm } from './acceptance-form.tsx'
import { Complaints } from './complaints.tsx'
import { useGroupName } from './groups.ts'
import { offerPlace, usePlaces } from './place-api.ts'
import { RecordAnswerDialog } from './record-answer-dialog.tsx'
import { deskText } from './words.tsx'

const TONES: Record<PlaceView['state'], Tone> = {
  offered: 'info',
  confirmed: 'success',
  declined: 'neutral',
  lapsed: 'warning',
}

/** After the letters: who confirmed, to whom a freed place goes, what was complained about. */
export function PlacesTab({ fairId }: { fairId: string }) {
  return (
    <div class="flex flex-col gap-6">
      <Await query={usePlaces(fairId)}>{view => <Places fairId={fairId} view={view} />}</Await>
      <Complaints fairId={fairId} />
      <AcceptanceForm fairId={fairId} />
    </div>
  )
}

function Places({ fairId, view }: { fairId: string; view: PlacesView }) {
  const t = useMessages('selection-desk')
  const [answering, setAnswering] = useState<PlaceView>()
  const count = (state: PlaceView['state']) => view.items.filter(place => place.state === state).length
  return (
    <Section title={t('places.title')} lead={t('places.lead')}>
      <div class="flex flex-col gap-5">
        <StatRow>
          <Stat label={t('places.all')} value={formatNumber(view.places)} />
          <Stat label={t('place.confirmed')} value={formatNumber(count('confirmed'))} />
          <Stat label={t('place.offered')} value={formatNumber(count('offered'))} />
          <Stat label={t('places.free')} value={formatNumber(view.free)} />
        </StatRow>
        <NextOffer fairId={fairId} view={view} />
        <PlaceTable fairId={fairId} places={view.items} onAnswer={setAnswering} />
      </div>
      {answering && <RecordAnswerDialog place={answering} onClose={() => setAnswering(undefined)} />}
    </Section>
  )
}

function NextOffer({ fairId, view: { free, next, passedOver } }: { fairId: string; view: PlacesView }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  const groupName = useGroupName()
  if (free === 0) return null
  return (
    <div class="rounded-box border border-line p-4">
      <p class="font-medium">
        {next
          ? t('places.next', { name: next.establishmentName, position: next.waitingPosition })
          : t('places.next.none')}
      </p>
      {passedOver.map(one => (
        <p key={one.applicationId} class="text-sm text-muted">
          {t(`places.passed.${one.effect}`, { name: one.establishmentName, group: groupName(one.quota) })}
        </p>
      ))}
      {next && (
        <div class="mt-3">
          <ConfirmButton
            kind="primary"
            title={t('places.offer.confirm')}
            text={t('places.offer.text', { name: next.establishmentName })}
            disabledReason={whyNot('selection.offer-place')}
            onConfirm={async () => {
              await offerPlace(fairId)
              notify({ text: t('places.offered') })
            }}
          >
            {t('places.offer')}
          </ConfirmButton>
        </div>
      )}
    </div>
  )
}

function PlaceTable(props: {
  fairId: string
  places: readonly PlaceView[]
  onAnswer: (place: PlaceView) => void
}) {
  const { fairId, places, onAnswer } = props
  const t = useMessages('selection-desk')
  const timeZone = useFair(fairId).data?.timeZone
  const { can } = useFairRights(fairId)
  const time = (at: string | null) => (at ? formatDateTime(at, timeZone) : '–')
  const columns: Column<PlaceView>[] = [
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
      key: 'state',
      header: t('column.outcome'),
      cell: row => (
        <span class="inline-flex flex-wrap items-center gap-x-2 max-md:justify-end">
          <StateTag tone={TONES[row.state]}>{deskText(`place.${row.state}`)}</StateTag>
          {row.origin === 'waiting-list' && (
            <span class="text-sm text-muted">{t('places.from-waiting-list')}</span>
          )}
        </span>
      ),
      sort: row => row.state,
      csv: row => deskText(`place.${row.state}`),
    },
    {
      key: 'due',
      header: t('places.due'),
      cell: row => (row.state === 'offered' ? time(row.dueAt) : '–'),
      sort: row => row.dueAt,
    },
    {
      key: 'answered',
      header: t('places.answered'),
      cell: row => (
        <span>
          {time(row.answeredAt)}
          {row.channel && <span class="text-muted"> · {deskText(`channel.${row.channel}`)}</span>}
          {row.note && <span class="block text-sm text-muted">{row.note}</span>}
        </span>
      ),
      sort: row => row.answeredAt,
    },
    {
      key: 'phone',
      header: t('places.phone'),
      cell: row => row.phone ?? '–',
      csv: row => row.phone,
    },
    {
      key: 'act',
      header: t('places.act'),
      cell: row =>
        can('selection.record-answer') && (row.state === 'offered' || row.state === 'confirmed') ? (
          <Actions>
            <Button small kind="quiet" onClick={() => onAnswer(row)}>
              {t('places.record')}
            </Button>
          </Actions>
        ) : null,
    },
  ]
  return (
    <DataTable
      caption={t('places.title')}
      columns={columns}
      rows={places}
      rowKey={row => row.id}
      search={row => `${row.establishmentName} ${row.number}`}
      csvName={t('places.title')}
      empty={{ title: t('places.empty'), text: t('places.empty.text') }}
    />
  )
}
