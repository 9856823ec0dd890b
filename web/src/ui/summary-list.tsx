import type { ComponentChildren } from 'preact'
import { useMessages } from '../platform/i18n.ts'

export interface SummaryRow {
  key: string
  label: string
  value: ComponentChildren
  /** Where it can be changed. */
  href?: string
  onChange?: () => void
}

/** "Check your answers": what was said, each with a way to change it. Also plain facts of a record. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="border-t border-line">
      {rows.map(row => (
        <div
          key={row.key}
          class="grid gap-x-4 gap-y-0.5 border-b border-line py-2.5 sm:grid-cols-[minmax(9rem,1fr)_2fr_5rem]"
        >
          <dt class="font-medium text-muted">{row.label}</dt>
          <dd class="min-w-0 whitespace-pre-line">{row.value ?? '–'}</dd>
          <Change row={row} />
        </div>
      ))}
    </dl>
  )
}

function Change({ row }: { row: SummaryRow }) {
  const t = useMessages('platform')
  const look = 'cursor-pointer text-primary underline underline-offset-2 py-1 sm:py-0'
  const words = (
    <>
      {t('action.change')} <span class="sr-only">{row.label}</span>
    </>
  )
  if (row.href) {
    return (
      <dd class="no-print sm:text-right">
        <a class={look} href={row.href}>
          {words}
        </a>
      </dd>
    )
  }
  if (!row.onChange) return null
  return (
    <dd class="no-print sm:text-right">
      <button type="button" class={look} onClick={row.onChange}>
        {words}
      </button>
    </dd>
  )
}
