import type { Standing } from '@hoicho/shared/reports/schema.ts'
import { useHall } from '../badges/api.ts'
import { fairName } from '../fairs/fair-name.ts'
import { formatDays, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Stat, StatRow } from '../ui/figures.tsx'
import { Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'

/** For those at the gate: the hall of the fair that runs or comes next, and how a phone becomes a gate. */
export default function GatePart({ standings }: { standings: readonly Standing[] }) {
  const living = standings
    .filter(({ phase, today, fair }) => phase !== 'cancelled' && fair.closesOn >= today)
    .toSorted((a, b) => a.fair.opensOn.localeCompare(b.fair.opensOn))
  const [next] = living
  return next ? <Hall fair={next.fair} /> : null
}

function Hall({ fair }: { fair: Standing['fair'] }) {
  const t = useMessages('home-desk')
  const hall = useHall(fair.id)
  return (
    <Section
      title={fairName({ ...fair, nameDe: '' })}
      lead={`${formatDays(fair.opensOn, fair.closesOn)} · ${fair.venueName}, ${fair.city}`}
    >
      <div class="flex flex-col gap-4">
        <Await query={hall} lines={2}>
          {now => (
            <StatRow>
              <Stat label={t('gate.inside')} value={formatNumber(now.inside)} />
              <Stat label={t('gate.entries')} value={formatNumber(now.entriesToday)} />
              <Stat label={t('gate.refused')} value={formatNumber(now.refusedToday)} />
            </StatRow>
          )}
        </Await>
        <div>
          <h3 class="font-semibold">{t('gate.how')}</h3>
          <ol class="mt-1 list-decimal pl-5">
            <li>{t('gate.how.code')}</li>
            <li>{t('gate.how.open', { address: `${location.host}/gate` })}</li>
            <li>{t('gate.how.scan')}</li>
          </ol>
        </div>
        <Actions>
          <Button kind="primary" href="/gate">
            {t('gate.open')}
          </Button>
          <Button href={`/desk/fairs/${fair.id}/gates`}>{t('gate.hall')}</Button>
        </Actions>
      </div>
    </Section>
  )
}
