import type { Standing } from '@hoicho/shared/reports/schema.ts'
import type { WaitingCode } from '@hoicho/shared/reports/waiting.ts'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Icon } from '../ui/icon.tsx'

/** Where each kind of waiting work is done, under the fair's own pages. */
const PLACES: Record<WaitingCode, string> = {
  'to-check': 'applications?state=submitted',
  'corrections-back': 'applications?state=submitted',
  'sheets-to-file': 'selection/my-sheets',
  'ready-to-decide': 'selection?tab=ranking',
  'without-booth': 'booths',
  'ready-for-contract': 'contracts',
  'to-countersign': 'contracts',
  'deals-to-verify': 'deals',
  'mails-refused': 'mail',
}

/** What waits at a fair, the number first, each line leading to its list. */
export function WaitingList({ fairId, waiting }: { fairId: string; waiting: Standing['waiting'] }) {
  const t = useMessages('home-desk')
  if (waiting.length === 0) return <p class="px-2 py-1 text-muted">{t('none.waiting')}</p>
  return (
    <ul class="flex flex-col">
      {waiting.map(({ code, count }) => (
        <li key={code}>
          <a
            href={`/desk/fairs/${fairId}/${PLACES[code]}`}
            class="flex min-h-10 items-center gap-3 rounded-field px-2 py-1.5 hover:bg-base-200 max-md:min-h-11"
          >
            <span class="tnum min-w-8 text-right text-lg font-semibold text-primary">
              {formatNumber(count)}
            </span>
            <span class="min-w-0 flex-1">{t(`wait.${code}`)}</span>
            <Icon name="right" class="size-4 text-muted" />
          </a>
        </li>
      ))}
    </ul>
  )
}
