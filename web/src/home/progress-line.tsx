import type { Standing } from '@hoicho/shared/reports/schema.ts'
import { formatNumber } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'

const STEPS = ['submitted', 'selected', 'booth', 'contract', 'deals'] as const

const PLACES: Record<(typeof STEPS)[number], string> = {
  submitted: 'applications',
  selected: 'applications?state=selected',
  booth: 'booths',
  contract: 'contracts',
  deals: 'deals?tab=all',
}

/** A small funnel: how many got how far, each figure over its bar and before its list. */
export function ProgressLine({ standing }: { standing: Standing }) {
  const t = useMessages('home-desk')
  const { fair, progress } = standing
  const name = locale.value === 'vi' ? fair.nameVi : fair.nameEn || fair.nameVi
  const most = Math.max(1, fair.quota, ...STEPS.slice(0, 4).map(step => progress[step]))
  return (
    <ul aria-label={t('progress.label', { fair: name })} class="grid grid-cols-5 gap-1">
      {STEPS.map(step => (
        <li key={step}>
          <a
            href={`/desk/fairs/${fair.id}/${PLACES[step]}`}
            class="flex h-full flex-col rounded-field p-1 hover:bg-base-200"
          >
            <span class="tnum text-lg leading-tight font-semibold">{formatNumber(progress[step])}</span>
            <span class="text-[0.8125rem] leading-tight text-muted">{t(`progress.${step}`)}</span>
            <svg
              class="mt-auto h-1.5 w-full pt-1 box-content"
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect width="100" height="4" class="fill-base-300" />
              {step !== 'deals' && (
                <rect width={(progress[step] / most) * 100} height="4" class="fill-primary" />
              )}
              {step === 'deals' && progress.deals > 0 && <rect width="100" height="4" class="fill-primary" />}
            </svg>
          </a>
        </li>
      ))}
    </ul>
  )
}
