import type { ComponentChildren } from 'preact'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error'

const LOOK: Record<Tone, string> = {
  neutral: 'text-muted border-line bg-base-200',
  info: 'text-info border-info/35 bg-info/8',
  success: 'text-success border-success/35 bg-success/8',
  warning: 'text-warning border-warning/40 bg-warning/8',
  error: 'text-error border-error/35 bg-error/8',
}

/** A state: a word, a shape and a colour, so that none of the three alone has to carry it. */
export function StateTag({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <span
      class={`inline-flex items-center gap-1.5 rounded-selector border px-2 py-0.5 text-[0.8125rem] leading-5 font-medium whitespace-nowrap ${LOOK[tone]}`}
    >
      <ToneMark tone={tone} />
      {children}
    </span>
  )
}

/** The shapes: ring, half disc, tick, triangle, cross. */
export function ToneMark({ tone, class: className = 'size-3' }: { tone: Tone; class?: string }) {
  return (
    <svg class={`inline-block shrink-0 ${className}`} viewBox="0 0 12 12" fill="none" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  )
}

const line = { stroke: 'currentColor', 'stroke-width': 1.8, 'stroke-linecap': 'round' } as const
const SHAPES = {
  neutral: <circle cx="6" cy="6" r="4.5" {...line} />,
  info: (
    <>
      <circle cx="6" cy="6" r="4.7" {...line} />
      <path d="M6 1.3a4.7 4.7 0 0 1 0 9.4Z" fill="currentColor" />
    </>
  ),
  success: <path d="m1.8 6.4 3 3 5.4-6.6" {...line} stroke-width="2" stroke-linejoin="round" />,
  warning: <path d="M6 1 11.5 11H.5Z" fill="currentColor" />,
  error: <path d="m2 2 8 8M10 2l-8 8" {...line} stroke-width="2" />,
} as const
