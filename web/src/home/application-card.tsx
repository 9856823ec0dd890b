import { daysBetween } from '@hoicho/shared/platform/dates.ts'
import type { NextStep, NextStepCode } from '@hoicho/shared/reports/next-step.ts'
import type { HomeView } from '@hoicho/shared/reports/schema.ts'
import { fairName } from '../fairs/fair-name.ts'
import { formatDate, formatDays, formatMoney } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { StateTag, type Tone } from '../ui/state-tag.tsx'

type Application = HomeView['applications'][number]

const TONES: Record<NextStep['turn'], Tone> = { act: 'warning', wait: 'info', done: 'success' }
const ENDED: ReadonlySet<NextStepCode> = new Set([
  'draft-too-late',
  'not-selected',
  'withdrawn',
  'place-declined',
  'place-lapsed',
  'fair-cancelled',
])

/** One application: whose turn it is, what to do, by when, and one button that leads there. */
export function ApplicationCard({ application }: { application: Application }) {
  const t = useMessages('home')
  const { fair, step, number, boothNumbers } = application
  const isActing = step.turn === 'act'
  const tone = ENDED.has(step.code) ? 'neutral' : TONES[step.turn]
  return (
    <li
      class={`rounded-box border bg-base-100 p-4 sm:p-5 ${isActing ? 'border-l-4 border-line border-l-primary' : 'border-line'}`}
    >
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p class="min-w-0 text-sm text-muted">
          <span class="font-medium text-base-content">{fairName(fair)}</span>
          <span class="block">
            {[
              formatDays(fair.opensOn, fair.closesOn),
              fair.city,
              number && t('number', { number }),
              boothNumbers.length > 0 && t('booths', { numbers: boothNumbers.join(', ') }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <StateTag tone={tone}>{t(`turn.${step.turn}`)}</StateTag>
      </div>
      <h2 class="mt-3 text-lg font-semibold">
        <StepTitle application={application} />
      </h2>
      <p class="max-w-prose">{t(`step.${step.code}.text`)}</p>
      <Due application={application} />
      <div class="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          kind={isActing ? 'primary' : 'secondary'}
          href={placeOf(application, isActing ? step.page : 'application')}
        >
          <GoWord step={step} />
        </Button>
        <OtherPlaces application={application} />
      </div>
    </li>
  )
}

function StepTitle({ application: { step, balanceMinor, currency } }: { application: Application }) {
  const t = useMessages('home')
  if (step.code === 'pay') return <>{t('step.pay', { amount: formatMoney(balanceMinor, currency) })}</>
  if (step.code === 'fill-in' || step.code === 'correct-deals') {
    return <>{t(`step.${step.code}`, { count: step.count })}</>
  }
  return <>{t(`step.${step.code}`)}</>
}

function GoWord({ step }: { step: Application['step'] }) {
  const t = useMessages('home')
  switch (step.code) {
    case 'fill-in':
    case 'hand-in':
    case 'correct':
    case 'confirm-place':
    case 'sign-contract':
    case 'pay':
    case 'order-badges':
    case 'log-deals':
    case 'correct-deals':
    case 'log-last-deals':
      return <>{t(`go.${step.code}`)}</>
    default:
      return <>{t('go.other')}</>
  }
}

function Due({ application: { step, today } }: { application: Application }) {
  const t = useMessages('home')
  if (!step.dueOn) return null
  const days = daysBetween(today, step.dueOn)
  const day = formatDate(step.dueOn)
  if (step.code === 'ready') return <p class="mt-1 font-medium">{t('opens.days', { days })}</p>
  const isNear = days <= 7
  return (
    <p class={`mt-1 font-semibold ${isNear ? 'text-warning' : ''}`}>
      {days < 0 && t('due.passed', { day })}
      {days === 0 && t('due.today')}
      {days === 1 && t('due.tomorrow')}
      {days > 1 && t('due.days', { days, day })}
    </p>
  )
}

/** The other pages of the application that hold anything by now. */
function OtherPlaces({ application }: { application: Application }) {
  const t = useMessages('home')
  if (application.state !== 'selected') return null
  const places = (['contract', 'badges', 'deals'] as const).filter(
    place =>
      (application.step.turn !== 'act' || place !== application.step.page) &&
      (place !== 'contract' || application.contractId !== null),
  )
  return (
    <nav aria-label={t('places.label')} class="flex flex-wrap gap-x-4">
      {places.map(place => (
        <a
          key={place}
          class="inline-flex min-h-11 items-center text-primary underline"
          href={placeOf(application, place)}
        >
          {t(`place.${place}`)}
        </a>
      ))}
    </nav>
  )
}

function placeOf({ id, contractId }: Application, page: NextStep['page']): string {
  if (page === 'contract' && contractId) return `/e/contracts/${contractId}`
  return page === 'application' ? `/e/applications/${id}` : `/e/applications/${id}/${page}`
}
