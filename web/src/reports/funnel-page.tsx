import { ROAD, type RoadCounts, type RoadStep } from '@hoicho/shared/reports/funnel.ts'
import type {
  FunnelFilter,
  ProvinceScheme,
  RecruitmentFunnel,
  RoadRow,
} from '@hoicho/shared/reports/schema.ts'
import { useState } from 'preact/hooks'
import { RequireSignIn } from '../identity/require-sign-in.tsx'
import { formatDateTime, formatNumber, formatPercent } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { rowsHref, useFunnel } from './api.ts'
import { Figure, type FigureColumn, FigureTable } from './figure-table.tsx'
import { OverTime, periodsOf } from './funnel-over-time.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'

/** How far recruitment has got: the road, and its cuts by province, sector, channel and time. */
export default function FunnelPage({ params, query }: PageProps<'fairId'>) {
  const { scheme } = query
  return (
    <RequireSignIn>
      <Funnel
        fairId={params.fairId}
        scheme={scheme === 'gso-63' || scheme === 'gso-34' ? scheme : undefined}
      />
    </RequireSignIn>
  )
}

function Funnel({ fairId, scheme }: { fairId: string; scheme: ProvinceScheme | undefined }) {
  const t = useMessages('reports-desk')
  const common = useMessages('platform')
  const funnel = useFunnel(fairId, scheme)
  const { data } = funnel
  const [asked, setPeriod] = useState<'day' | 'week'>('week')
  const period = data && periodsOf(data).includes(asked) ? asked : 'week'
  const query = new URLSearchParams({
    lang: locale.value === 'vi' ? 'vi' : 'en',
    period,
    ...(scheme ? { scheme } : {}),
  })
  return (
    <Page
      title={t('road.title')}
      breadcrumbs={[{ label: t('title'), href: `/desk/fairs/${fairId}/reports` }]}
      lead={data && `${t('asOf', { at: formatDateTime(data.asOf, data.fair.timeZone) })}.`}
      actions={
        <>
          <Button icon="print" onClick={() => print()}>
            {common('action.print')}
          </Button>
          <Button icon="download" href={`/api/fairs/${fairId}/funnel.xlsx?${query}`} download>
            {t('export')}
          </Button>
        </>
      }
    >
      <Await query={funnel} lines={10}>
        {shown =>
          shown.total.invited === 0 ? (
            <EmptyState title={t('road.empty')}>{t('road.empty.text')}</EmptyState>
          ) : (
            <>
              <Road funnel={shown} />
              <Channels funnel={shown} />
              <OverTime funnel={shown} period={period} onPeriod={setPeriod} />
              <SchemeSwitch scheme={shown.scheme} path={`/desk/fairs/${fairId}/reports/funnel`} />
              <NamedCuts funnel={shown} />
            </>
          )
        }
      </Await>
    </Page>
  )
}

/** The steps as bars on one scale, each with its share of the step before. */
function Road({ funnel: { fair, scheme, total } }: { funnel: RecruitmentFunnel }) {
  const t = useMessages('reports-desk')
  return (
    <Section lead={t('road.lead')}>
      <ol class="flex flex-col">
        {ROAD.map((step, nth) => {
          const before = total[ROAD[nth - 1] ?? step]
          return (
            <li key={step}>
              <a
                href={rowsHref(fair.id, { reached: step, scheme })}
                class="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 rounded-field px-1 py-1.5 hover:bg-base-200 sm:grid-cols-[11rem_minmax(0,1fr)_4rem_10rem]"
              >
                <span>{t(`road.${step}`)}</span>
                <RoadBar share={total[step] / Math.max(1, total.invited)} />
                <span class="tnum text-right font-semibold">{formatNumber(total[step])}</span>
                <span class="tnum hidden text-right text-sm text-muted sm:block">
                  {nth > 0 && before > 0 && t('road.share', { share: formatPercent(total[step] / before) })}
                </span>
              </a>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

const RoadBar = ({ share }: { share: number }) => (
  <svg
    class="order-last col-span-2 h-3 w-full sm:order-none sm:col-span-1"
    viewBox="0 0 100 4"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <rect width="100" height="4" class="fill-base-300/60" />
    <rect width={share * 100} height="4" class="fill-primary" />
  </svg>
)

function Channels({ funnel }: { funnel: RecruitmentFunnel }) {
  const t = useMessages('reports-desk')
  return (
    <Cut
      funnel={funnel}
      title={t('channel.title')}
      first={t('column.channel')}
      rows={funnel.byChannel}
      nameOf={row => t(`channel.${row.key}`)}
      filterOf={row => ({ channel: row.key })}
    />
  )
}

function NamedCuts({ funnel }: { funnel: RecruitmentFunnel }) {
  const t = useMessages('reports-desk')
  const nameOf = (row: RoadRow) =>
    (locale.value === 'vi' ? row.nameVi : row.nameEn || row.nameVi) || t('sector.none')
  return (
    <>
      <Cut
        funnel={funnel}
        title={t('province.title')}
        first={t('column.province')}
        rows={funnel.byProvince}
        nameOf={nameOf}
        filterOf={row => ({ province: row.key })}
      />
      <Cut
        funnel={funnel}
        title={t('sector.title')}
        first={t('column.sector')}
        rows={funnel.bySector}
        nameOf={nameOf}
        filterOf={row => ({ sector: row.key })}
      />
    </>
  )
}

interface CutProps<R> {
  funnel: RecruitmentFunnel
  title: string
  first: string
  rows: readonly R[]
  nameOf: (row: R) => string
  filterOf: (row: R) => FunnelFilter
}

/** The road cut by one thing: a row each, a step a column, the total below; every number leads to its rows. */
function Cut<R extends { key: string; counts: RoadCounts }>(props: CutProps<R>) {
  const { funnel, title, first, rows, nameOf, filterOf } = props
  const t = useMessages('reports-desk')
  const figure = (of: string, counts: RoadCounts, step: RoadStep, filter: FunnelFilter) => (
    <Figure
      value={counts[step]}
      of={`${of}, ${t(`road.${step}`)}`}
      href={rowsHref(funnel.fair.id, { ...filter, reached: step, scheme: funnel.scheme })}
    />
  )
  const columns: FigureColumn<R>[] = [
    { key: 'name', header: first, isName: true, cell: nameOf },
    ...ROAD.map(step => ({
      key: step,
      header: t(`road.${step}`),
      cell: (row: R) => figure(nameOf(row), row.counts, step, filterOf(row)),
    })),
  ]
  return (
    <Section title={title}>
      <FigureTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={row => row.key}
        foot={
          <tr>
            <th scope="row" class="py-1.5 pr-2 text-left">
              {t('road.sum')}
            </th>
            {ROAD.map(step => (
              <td key={step} class="tnum px-2 py-1.5 text-right last:pr-0">
                {figure(t('road.sum'), funnel.total, step, {})}
              </td>
            ))}
          </tr>
        }
      />
    </Section>
  )
}
