import type { BarView } from '@hoicho/shared/selection/gate-schema.ts'
import { useDeskFairs } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { liftBar, useBars } from './gate-api.ts'
import { ReasonButton } from './reason-button.tsx'

/** Whom the organizer of this fair does not take. They are put on it from the page of an application. */
export function BarsPart({ fairId }: { fairId: string }) {
  const t = useMessages('selection-desk')
  const organizerId = useDeskFairs().data?.find(fair => fair.id === fairId)?.organizerId
  const bars = useBars(organizerId)
  return (
    <Section title={t('bars.title')} lead={t('bars.lead')}>
      <Await query={bars}>
        {rows =>
          rows.length === 0 ? (
            <p class="text-muted">{t('bars.empty')}</p>
          ) : (
            <ul>
              {rows.map(row => (
                <BarRow key={row.id} row={row} fairId={fairId} organizerId={organizerId ?? ''} />
              ))}
            </ul>
          )
        }
      </Await>
    </Section>
  )
}

function BarRow({ row, fairId, organizerId }: { row: BarView; fairId: string; organizerId: string }) {
  const t = useMessages('selection-desk')
  const { whyNot } = useFairRights(fairId)
  return (
    <li class="flex flex-wrap items-baseline gap-x-3 border-b border-line py-2 last:border-b-0">
      <span class="min-w-0 flex-1">
        <a class="text-primary hover:underline" href={`/desk/establishments/${row.establishmentId}`}>
          {row.establishmentName}
        </a>
        <span class="block text-sm">{row.reason}</span>
        <span class="tnum block text-sm text-muted">
          {formatDate(row.barredFrom)} –{' '}
          {row.barredUntil ? formatDate(row.barredUntil) : t('bars.open-ended')}
          {row.barredByName && ` · ${row.barredByName}`}
        </span>
        {row.liftedAt && (
          <span class="block text-sm text-muted">{t('bars.lifted', { reason: row.liftReason ?? '' })}</span>
        )}
      </span>
      {!row.liftedAt && (
        <ReasonButton
          label={t('bars.lift')}
          title={t('bars.lift.title')}
          reasonLabel={t('ledger.reason')}
          disabledReason={whyNot('selection.bar')}
          onReason={async reason => {
            await liftBar(organizerId, row.id, reason)
            notify({ text: t('bars.saved') })
          }}
        />
      )}
    </li>
  )
}
