import type { FairReport, ProvinceScheme } from '@hoicho/shared/reports/schema.ts'
import { RequireSignIn } from '../identity/require-sign-in.tsx'
import { formatDateTime, formatDays } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { useReport } from './api.ts'
import { FunnelChart } from './funnel-chart.tsx'
import { Booths, Deals, Groups, Support, Visits } from './report-sections.tsx'
import { SchemeSwitch } from './scheme-switch.tsx'

/** Results of a fair, for the screen and for paper. */
export default function ReportPage({ params, query }: PageProps<'fairId'>) {
  return (
    <RequireSignIn>
      <Report fairId={params.fairId} scheme={schemeOf(query.scheme)} />
    </RequireSignIn>
  )
}

const schemeOf = (asked: string | undefined): ProvinceScheme | undefined =>
  asked === 'gso-63' || asked === 'gso-34' ? asked : undefined

function Report({ fairId, scheme }: { fairId: string; scheme: ProvinceScheme | undefined }) {
  const t = useMessages('reports-desk')
  const common = useMessages('platform')
  const report = useReport(fairId, scheme)
  const fair = report.data?.fair
  const lang = locale.value === 'vi' ? 'vi' : 'en'
  const query = new URLSearchParams({ lang, ...(scheme ? { scheme } : {}) })
  return (
    <Page
      title={t('title')}
      lead={
        fair && (
          <>
            {locale.value === 'vi' ? fair.nameVi : fair.nameEn || fair.nameVi},{' '}
            {formatDays(fair.opensOn, fair.closesOn)}, {fair.venueName}, {fair.city}.{' '}
            <strong class="font-semibold">
              {t('asOf', { at: formatDateTime(report.data?.asOf ?? '', fair.timeZone) })}.
            </strong>
          </>
        )
      }
      actions={
        <>
          <Button href={`/desk/fairs/${fairId}/reports/funnel`}>{t('road.link')}</Button>
          <Button icon="print" onClick={() => print()}>
            {common('action.print')}
          </Button>
          <Button icon="download" href={`/api/fairs/${fairId}/report.xlsx?${query}`} download>
            {t('export')}
          </Button>
        </>
      }
    >
      <Await query={report} lines={10}>
        {data => <Parts report={data} />}
      </Await>
    </Page>
  )
}

function Parts({ report }: { report: FairReport }) {
  const t = useMessages('reports-desk')
  return (
    <>
      <Section title={t('funnel.title')} lead={t('unit')}>
        <FunnelChart report={report} />
      </Section>
      <SchemeSwitch scheme={report.scheme} path={`/desk/fairs/${report.fair.id}/reports`} />
      <Groups
        report={report}
        title={t('province.title')}
        first={t('column.province')}
        rows={report.byProvince}
        filterOf={row => ({ province: row.key })}
      />
      <Groups
        report={report}
        title={t('sector.title')}
        first={t('column.sector')}
        rows={report.bySector}
        filterOf={row => ({ sector: row.key })}
      />
      <Deals report={report} />
      <Booths report={report} />
      <Support report={report} />
      <Visits report={report} />
    </>
  )
}
