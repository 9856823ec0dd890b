import type { BulkAction, BulkPreview } from '@hoicho/shared/selection/bulk-schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { StateTag, type Tone } from '../ui/state-tag.tsx'
import { Notice } from '../ui/states.tsx'

type Row = BulkPreview['items'][number]

const TONES: Record<Row['verdict'], Tone> = { does: 'success', nothing: 'neutral', refused: 'error' }
/** What is refused first, then what to look at; the plain ones are many and say little. */
const rankOf = (row: Row) => (row.verdict === 'refused' ? 0 : row.hint ? 1 : row.verdict === 'does' ? 2 : 3)
const MOST_SHOWN = 200

interface BulkVerdictsProps {
  action: BulkAction
  preview: BulkPreview
  onBack: () => void
  onStart: () => void
}

/** What would happen to each row, before anything does. */
export function BulkVerdicts({ action, preview, onBack, onStart }: BulkVerdictsProps) {
  const t = useMessages('bulk-desk')
  const { items, isMore } = preview
  const count = (verdict: Row['verdict']) => items.filter(row => row.verdict === verdict).length
  const [does, nothing, refused] = [count('does'), count('nothing'), count('refused')]
  const rows = items.toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST_SHOWN)
  return (
    <div class="flex flex-col gap-4">
      <p class="font-medium">{t(`kind.${action.kind}`)}</p>
      <p class="flex flex-wrap gap-2">
        <StateTag tone="success">{t('count.does', { count: does })}</StateTag>
        {nothing > 0 && <StateTag tone="neutral">{t('count.nothing', { count: nothing })}</StateTag>}
        {refused > 0 && <StateTag tone="error">{t('count.refused', { count: refused })}</StateTag>}
      </p>
      {isMore && <Notice tone="warning">{t('more', { count: items.length })}</Notice>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <ul class="max-h-[45dvh] overflow-y-auto border-y border-line" tabIndex={0} aria-label={t('rows')}>
        {rows.map(row => (
          <li
            key={row.applicationId}
            class="grid gap-x-3 border-b border-line py-2 last:border-b-0 sm:grid-cols-[8rem_minmax(0,1fr)]"
          >
            <span>
              <StateTag tone={row.hint ? 'warning' : TONES[row.verdict]}>
                {t(`verdict.${row.verdict}`)}
              </StateTag>
            </span>
            <span class="min-w-0">
              {row.number && <span class="tnum text-muted">{row.number} · </span>}
              {row.establishmentName}
              {(row.reason ?? row.hint) && (
                <span class="block text-sm text-muted">
                  {row.reason ?? t(`hint.${row.hint ?? 'look-at'}`, { count: row.count })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {items.length > MOST_SHOWN && (
        <p class="text-sm text-muted">{t('rest', { count: items.length - MOST_SHOWN })}</p>
      )}
      <Actions>
        <Button kind="primary" disabledReason={does === 0 ? t('none') : undefined} onClick={onStart}>
          {t('start', { count: does })}
        </Button>
        <Button onClick={onBack}>{t('back')}</Button>
      </Actions>
    </div>
  )
}
