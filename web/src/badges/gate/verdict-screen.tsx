import type { ScanAnswer } from '@hoicho/shared/badges/schema.ts'
import type { Judgement } from '@hoicho/shared/badges/verdict.ts'
import type { BadgeKind, Direction } from '@hoicho/shared/badges/vocabulary.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { formatDateTime, formatTime } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { isOnline } from './sync.ts'

/** What stands on the screen after a scan. `judgement` is null while only the server can say. */
export type Shown = {
  id: string
  direction: Direction
  judgement: Judgement | null
  kind: BadgeKind | null
  holder: ScanAnswer['holder']
  isGarbled: boolean
  why?: 'number' | 'no-signature'
  /** The server has overruled what the device showed. */
  isCorrected: boolean
}

/**
 * The verdict over the whole screen: colour, word, shape and reason; a tap goes on. Green is a tick in a circle, red a
 * cross in an octagon, yellow a question in a triangle, so that no one has to see colour.
 */
export function VerdictScreen(props: { shown: Shown; timeZone: string; onNext: () => void }) {
  const { shown, timeZone, onNext } = props
  const t = useMessages('gate')
  const tone = toneOf(shown)
  return (
    <button
      type="button"
      class={`fixed inset-0 z-40 flex cursor-pointer flex-col items-center justify-center gap-5 px-5 text-center ${LOOK[tone]}`}
      onClick={onNext}
      data-verdict={shown.judgement?.verdict ?? 'waiting'}
    >
      <Shape tone={tone} />
      <span role="alert" class="contents">
        <span class="text-5xl leading-tight font-bold tracking-tight text-balance sm:text-7xl">
          {t(wordOf(shown))}
        </span>
        <Reason shown={shown} timeZone={timeZone} />
      </span>
      <Holder shown={shown} />
      {shown.isCorrected && (
        <span class="rounded-box border-2 px-3 py-1 font-semibold">{t('corrected')}</span>
      )}
      <span class="absolute bottom-8 text-lg opacity-80">{t('next')} ›</span>
    </button>
  )
}

type Look = 'yes' | 'no' | 'ask'
const LOOK: Record<Look, string> = {
  yes: 'bg-[#0b6b3a] text-white',
  no: 'bg-[#a3121f] text-white',
  ask: 'bg-[#f2c230] text-[#201a00]',
}

function toneOf(shown: Shown): Look {
  if (!shown.judgement) return 'ask'
  return shown.judgement.verdict === 'admitted' ? 'yes' : 'no'
}

function wordOf({ judgement, direction }: Shown) {
  if (!judgement) return 'verdict.waiting'
  if (judgement.verdict === 'admitted' && direction === 'exit') return 'verdict.left'
  return `verdict.${judgement.verdict}` as const
}

function Reason({ shown, timeZone }: { shown: Shown; timeZone: string }) {
  const t = useMessages('gate')
  const kinds = useMessages('badges')
  const text = 'max-w-md text-xl text-balance sm:text-2xl'
  if (!shown.judgement) {
    if (!shown.why || isOnline.value) return null
    return (
      <span class={text}>{t(shown.why === 'number' ? 'reason.number-offline' : 'reason.no-signature')}</span>
    )
  }
  const { verdict, params } = shown.judgement
  if (verdict === 'admitted') return null
  if (verdict === 'unknown' && shown.isGarbled) return <span class={text}>{t('reason.garbled')}</span>
  const clock = (at: string | undefined) => {
    if (!at) return ''
    const isToday = localDate(at, timeZone) === localDate(new Date().toISOString(), timeZone)
    return isToday ? formatTime(at, timeZone) : formatDateTime(at, timeZone)
  }
  const filled = {
    since: clock(params.since),
    opensAt: clock(params.opensAt),
    closedAt: clock(params.closedAt),
    kind: shown.kind ? kinds(`kind.${shown.kind}`) : '',
  }
  return <span class={text}>{t(`reason.${verdict}`, filled)}</span>
}

function Holder({ shown }: { shown: Shown }) {
  const kinds = useMessages('badges')
  if (shown.holder) {
    const { name, company, kind } = shown.holder
    return (
      <span class="flex flex-col gap-1">
        <span class="text-3xl font-semibold text-balance">{name}</span>
        {company && <span class="text-xl text-balance">{company}</span>}
        <span class="text-lg opacity-85">{kinds(`kind.${kind}`)}</span>
      </span>
    )
  }
  return shown.kind ? <span class="text-2xl">{kinds(`kind.${shown.kind}`)}</span> : null
}

function Shape({ tone }: { tone: Look }) {
  return (
    <svg viewBox="0 0 100 100" class="size-36" fill="none" stroke="currentColor" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
  )
}

const thick = { 'stroke-width': 9, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const
const SHAPES = {
  yes: (
    <>
      <circle cx="50" cy="50" r="43" stroke-width="6" />
      <path d="m29 52 15 15 28-33" {...thick} />
    </>
  ),
  no: (
    <>
      <path d="M32 7h36l25 25v36L68 93H32L7 68V32Z" stroke-width="6" stroke-linejoin="round" />
      <path d="m34 34 32 32M66 34 34 66" {...thick} />
    </>
  ),
  ask: (
    <>
      <path d="M50 9 95 89H5Z" stroke-width="6" stroke-linejoin="round" />
      <path d="M50 38v25M50 76v1" {...thick} />
    </>
  ),
} as const
