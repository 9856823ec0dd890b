import type { ComponentChildren } from 'preact'
import { formatNumber } from '../platform/format.ts'

export interface StatProps {
  label: string
  value: ComponentChildren
  /** The rows behind the number. */
  href?: string
  hint?: ComponentChildren
  tone?: 'error' | 'warning'
}

/** One figure that leads to the rows behind it. */
export function Stat({ label, value, href, hint, tone }: StatProps) {
  const ink = tone === 'error' ? 'text-error' : tone === 'warning' ? 'text-warning' : ''
  const inside = (
    <>
      <span class="block text-sm text-muted">{label}</span>
      <span class={`tnum block text-2xl font-semibold ${ink}`}>{value}</span>
      {hint && <span class="block text-sm text-muted">{hint}</span>}
    </>
  )
  const box = 'block rounded-box border border-line bg-base-100 px-4 py-3'
  if (!href) return <div class={box}>{inside}</div>
  return (
    <a href={href} class={`${box} hover:border-primary`}>
      {inside}
    </a>
  )
}

/** Figures side by side, two on a phone. */
export function StatRow({ children }: { children: ComponentChildren }) {
  return <div class="grid grid-cols-2 gap-3 md:grid-cols-4">{children}</div>
}

export interface Bar {
  key: string
  label: string
  value: number
  href?: string
  /** The figure as shown; the number by default. */
  text?: string
}

/** Bars of one measure, longest scale shared: a funnel, a share by sector. */
export function BarList({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const most = Math.max(1, ...bars.map(bar => bar.value))
  return (
    <ul aria-label={label} class="flex flex-col gap-1">
      {bars.map(bar => (
        <li
          key={bar.key}
          class="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1 sm:grid-cols-[12rem_minmax(0,1fr)_5rem]"
        >
          <span class="min-w-0">
            {bar.href ? (
              <a class="hover:underline" href={bar.href}>
                {bar.label}
              </a>
            ) : (
              bar.label
            )}
          </span>
          <svg
            class="order-last col-span-2 h-2.5 w-full sm:order-none sm:col-span-1"
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect width="100" height="4" class="fill-base-300" />
            <rect width={(bar.value / most) * 100} height="4" class="fill-primary" />
          </svg>
          <span class="tnum text-right font-medium">{bar.text ?? formatNumber(bar.value)}</span>
        </li>
      ))}
    </ul>
  )
}

/** How far a long job is. Without a share it is under way but of unknown length. */
export function Progress({ share, label }: { share?: number | undefined; label: string }) {
  return (
    <div class="flex flex-col gap-1">
      <span class="flex justify-between gap-3 text-sm">
        <span>{label}</span>
        {share !== undefined && <span class="tnum">{Math.round(share * 100)} %</span>}
      </span>
      <progress class="progress progress-primary w-full" aria-label={label} max={1} value={share} />
    </div>
  )
}
