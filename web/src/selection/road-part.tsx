import { useFair } from '../fairs/api.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { type Tone, ToneMark } from '../ui/state-tag.tsx'
import { useRoad } from './gate-api.ts'

const TONES: Record<string, Tone> = { done: 'success', now: 'info', next: 'neutral', stopped: 'error' }

/** Where the application stands in the four verbs, with who did each and when. */
export function RoadPart({ fairId, applicationId }: { fairId: string; applicationId: string }) {
  const t = useMessages('selection-desk')
  const fair = useFair(fairId).data
  const road = useRoad(applicationId).data
  if (!road) return null
  const { asked, filed } = road.sheets
  return (
    <ol
      class="grid gap-px overflow-hidden rounded-box border border-line bg-line sm:grid-cols-4"
      aria-label={t('road.title')}
    >
      {road.items.map(step => (
        <li
          key={step.verb}
          class="min-w-0 bg-base-100 px-3 py-2"
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <p class={`flex items-center gap-2 ${step.state === 'now' ? 'font-semibold' : 'font-medium'}`}>
            <ToneMark tone={TONES[step.state] ?? 'neutral'} />
            {t(`road.${step.verb}`)}
            <span class="ml-auto text-sm font-normal text-muted">{t(`road.state.${step.state}`)}</span>
          </p>
          <p class="text-sm text-muted">
            {step.who ?? t(`road.who.${step.verb}`)}
            {step.verb === 'appraise' && asked > 0 && ` · ${t('road.sheets', { filed, asked })}`}
            {step.at && <span class="tnum block">{formatDateTime(step.at, fair?.timeZone)}</span>}
          </p>
        </li>
      ))}
    </ol>
  )
}
