import type { Action } from '@hoicho/shared/identity/permissions.ts'
import type { Standing } from '@hoicho/shared/reports/schema.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatNumber } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'

const STEPS = ['submitted', 'selected', 'booth', 'contract', 'deals'] as const

const PLACES: Record<(typeof STEPS)[number], { path: string; action: Action }> = {
  submitted: { path: 'applications', action: 'recruitment.list-applications' },
  selected: { path: 'applications?state=selected', action: 'recruitment.list-applications' },
  booth: { path: 'booths', action: 'booths.list' },
  contract: { path: 'contracts', action: 'contracts.list' },
  deals: { path: 'deals?tab=all', action: 'deals.list' },
}

/** A small funnel: how many got how far, each figure over its bar and, for who may read it, before its list. */
export function ProgressLine({ standing }: { standing: Standing }) {
  const t = useMessages('home-desk')
  const { fair, progress } = standing
  const { can } = useFairRights(fair.id)
  const name = locale.value === 'vi' ? fair.nameVi : fair.nameEn || fair.nameVi
  const most = Math.max(1, fair.quota, ...STEPS.slice(0, 4).map(step => progress[step]))
  return (
    <ul aria-label={t('progress.label', { fair: name })} class="grid grid-cols-5 gap-1">
      {STEPS.map(step => (
        <li key={step}>
          <a
            href={can(PLACES[step].action) ? `/desk/fairs/${fair.id}/${PLACES[step].path}` : undefined}
            class="flex h-full flex-col rounded-field p-1 [&[href]]:hover:bg-base-200"
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
