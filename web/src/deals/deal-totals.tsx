import type { DealTotal } from '@hoicho/shared/deals/totals.ts'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Money } from '../ui/number-fields.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { type DealQuery, useDeals } from './api.ts'

/** Totals by kind and currency of what the filter leaves; every count leads to its deals. */
export function DealTotals({ fairId, filter }: { fairId: string; filter: DealQuery }) {
  const t = useMessages('deals-desk')
  const deals = useDeals(fairId, filter)
  return (
    <Await query={deals}>
      {({ totals }) =>
        totals.length === 0 ? (
          <EmptyState title={t('totals.empty')}>{t('totals.empty.text')}</EmptyState>
        ) : (
          <>
            <p class="mb-3 text-muted">{t('totals.never-added')}</p>
            <TotalsTable totals={totals} hrefOf={query => listHref(fairId, { ...filter, ...query })} />
          </>
        )
      }
    </Await>
  )
}

const listHref = (fairId: string, query: DealQuery) => {
  const given = Object.entries({ ...query, tab: 'all' }).filter(([, value]) => value)
  return `/desk/fairs/${fairId}/deals?${new URLSearchParams(given as [string, string][])}`
}

export interface TotalsTableProps {
  totals: readonly DealTotal[]
  hrefOf: (query: DealQuery) => string
}

const HEAD = 'px-3 py-2 font-semibold'
const FIGURE = 'tnum px-3 py-2 text-right whitespace-nowrap'

/** Verified apart from logged, a kind in a currency a line. */
export function TotalsTable({ totals, hrefOf }: TotalsTableProps) {
  const t = useMessages('deals-desk')
  const words = useMessages('deals')
  return (
    <div class="overflow-x-auto rounded-box border border-line bg-base-100">
      <table class="w-full">
        <caption class="sr-only">{t('tab.totals')}</caption>
        <thead class="border-b border-line bg-base-200 text-left text-sm">
          <tr>
            <th scope="col" class={HEAD}>
              {t('column.kind')}
            </th>
            <th scope="col" class={HEAD}>
              {t('column.currency')}
            </th>
            {(['verifiedCount', 'verifiedValue', 'loggedCount', 'loggedValue'] as const).map(key => (
              <th key={key} scope="col" class={`${HEAD} text-right`}>
                {t(`totals.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map(total => {
            const narrowed = { kind: total.kind, currency: total.currency ?? undefined }
            return (
              <tr key={`${total.kind} ${total.currency}`} class="border-b border-line last:border-b-0">
                <th scope="row" class="px-3 py-2 text-left font-medium">
                  {words(`kind.${total.kind}`)}
                </th>
                <td class="px-3 py-2">{total.currency ?? t('totals.noValue')}</td>
                <Count value={total.verifiedCount} href={hrefOf({ ...narrowed, state: 'verified' })} />
                <td class={FIGURE}>
                  <Amount minor={total.verifiedMinor} currency={total.currency} />
                </td>
                <Count value={total.loggedCount} href={hrefOf({ ...narrowed, state: 'logged' })} />
                <td class={`${FIGURE} text-muted`}>
                  <Amount minor={total.loggedMinor} currency={total.currency} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Count({ value, href }: { value: number; href: string }) {
  return (
    <td class={FIGURE}>
      {value === 0 ? (
        <span class="text-muted">0</span>
      ) : (
        <a class="text-primary hover:underline" href={href}>
          {formatNumber(value)}
        </a>
      )}
    </td>
  )
}

const Amount = ({ minor, currency }: { minor: number | null; currency: string | null }) =>
  minor === null || currency === null || minor === 0 ? (
    <span class="text-muted">–</span>
  ) : (
    <Money amountMinor={minor} currency={currency} />
  )
