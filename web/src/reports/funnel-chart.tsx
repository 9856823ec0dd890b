import { STAGES } from '@hoicho/shared/reports/funnel.ts'
import type { FairReport } from '@hoicho/shared/reports/schema.ts'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { rowsHref } from './api.ts'

/** The road as bars on one scale: those who were invited dark, those who came by the public call lighter. */
export function FunnelChart({ report }: { report: FairReport }) {
  const t = useMessages('reports-desk')
  const { total, byChannel, fair, scheme } = report
  const most = Math.max(1, ...STAGES.map(stage => total[stage]))
  const byThemselves = byChannel.find(row => row.key === 'public')?.counts
  return (
    <figure class="flex flex-col gap-3">
      <ol class="flex flex-col">
        {STAGES.map(stage => (
          <li key={stage}>
            <a
              href={rowsHref(fair.id, { stage, scheme })}
              class="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-field px-1 py-1.5 hover:bg-base-200 sm:grid-cols-[11rem_minmax(0,1fr)_4rem]"
            >
              <span>{t(`stage.${stage}`)}</span>
              <Bar most={most} invited={total[stage] - (byThemselves?.[stage] ?? 0)} all={total[stage]} />
              <span class="tnum text-right font-semibold">{formatNumber(total[stage])}</span>
            </a>
          </li>
        ))}
      </ol>
      <figcaption class="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
        {(['invited', 'public'] as const).map(channel => (
          <span key={channel} class="inline-flex items-center gap-1.5">
            <svg class="size-3" viewBox="0 0 12 12" aria-hidden="true">
              <rect
                width="12"
                height="12"
                class={channel === 'invited' ? 'fill-primary' : 'fill-primary/45'}
              />
            </svg>
            {t(`channel.${channel}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function Bar({ most, invited, all }: { most: number; invited: number; all: number }) {
  const width = (value: number) => (value / most) * 100
  return (
    <svg
      class="order-last col-span-2 h-3 w-full sm:order-none sm:col-span-1"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect width="100" height="4" class="fill-base-300/60" />
      <rect width={width(all)} height="4" class="fill-primary/45" />
      <rect width={width(invited)} height="4" class="fill-primary" />
    </svg>
  )
}
