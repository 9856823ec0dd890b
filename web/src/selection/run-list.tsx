import { useState } from 'preact/hooks'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Await } from '../ui/states.tsx'
import { useRuns } from './gate-api.ts'

/** Earlier runs of the gates, each with what it found otherwise; fetched when opened. */
export function RunList({
  applicationId,
  timeZone,
}: {
  applicationId: string
  timeZone: string | undefined
}) {
  const t = useMessages('selection-desk')
  const [isOpen, setOpen] = useState(false)
  const runs = useRuns(applicationId, isOpen)
  return (
    <details onToggle={event => setOpen(event.currentTarget.open)}>
      <summary class="cursor-pointer text-sm text-primary">{t('checks.history')}</summary>
      {isOpen && (
        <Await query={runs}>
          {rows => (
            <ol class="mt-2 text-sm">
              {rows.map((run, at) => (
                <li key={run.id} class="border-b border-line py-1.5 last:border-b-0">
                  <span class="tnum text-muted">{formatDateTime(run.runAt, timeZone)}</span> {run.runByName}
                  <Changes items={run.items} isFirst={at === rows.length - 1} />
                </li>
              ))}
            </ol>
          )}
        </Await>
      )}
    </details>
  )
}

type Item = NonNullable<ReturnType<typeof useRuns>['data']>[number]['items'][number]

function Changes({ items, isFirst }: { items: readonly Item[]; isFirst: boolean }) {
  const t = useMessages('selection-desk')
  const count = (outcome: Item['outcome']) => items.filter(item => item.outcome === outcome).length
  if (isFirst) {
    const counts = { pass: count('pass'), fail: count('fail'), unknown: count('unknown') }
    return <p>{t('checks.history.first', counts)}</p>
  }
  const changed = items.filter(item => item.before !== item.outcome)
  if (changed.length === 0) return <p>{t('checks.history.same')}</p>
  return (
    <ul>
      {changed.map(item => (
        <li key={item.gate}>
          {t('checks.history.change', {
            gate: t(`gate.${item.gate}`),
            before: item.before ? t(`outcome.${item.before}`) : '–',
            after: t(`outcome.${item.outcome}`),
          })}
        </li>
      ))}
    </ul>
  )
}
