import type { Deadline } from '@hoicho/shared/reports/fair-calendar.ts'
import type { FairPhase } from '@hoicho/shared/reports/phases.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { StateTag, type Tone } from '../ui/state-tag.tsx'

/** How far a day is: "còn 5 ngày". */
export function useDaysLeft() {
  const t = useMessages('home-desk')
  return (daysLeft: number): string => {
    if (daysLeft === 0) return t('left.today')
    if (daysLeft === 1) return t('left.tomorrow')
    return daysLeft > 0 ? t('left.days', { days: daysLeft }) : t('left.passed', { days: -daysLeft })
  }
}

/** A deadline in one line; in bold when it is a week off or less. */
export function DeadlineText({ deadline }: { deadline: Deadline | null }) {
  const t = useMessages('home-desk')
  const left = useDaysLeft()
  if (!deadline) return <span class="text-muted">{t('next.none')}</span>
  const isSoon = deadline.daysLeft >= 0 && deadline.daysLeft <= 7
  return (
    <span>
      {t(`deadline.${deadline.code}`)}: <span class="tnum">{formatDate(deadline.on)}</span>{' '}
      <span class={isSoon ? 'font-semibold text-warning' : 'text-muted'}>({left(deadline.daysLeft)})</span>
    </span>
  )
}

const TONES: Record<FairPhase, Tone> = {
  setup: 'neutral',
  announced: 'info',
  call: 'info',
  selection: 'info',
  running: 'success',
  results: 'warning',
  over: 'neutral',
  cancelled: 'error',
}

export function PhaseTag({ phase }: { phase: FairPhase }) {
  const t = useMessages('home-desk')
  return <StateTag tone={TONES[phase]}>{t(`phase.${phase}`)}</StateTag>
}
