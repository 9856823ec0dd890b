import type { EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { useState } from 'preact/hooks'
import { formatMoney, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { useCan } from '../platform/rights.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx'
import { useEstablishment } from './api.ts'
import { certificateEntry } from './certificates-section.tsx'
import { EntryList } from './entry-list.tsx'
import { productEntry } from './products-section.tsx'
import { recognitionEntry } from './recognitions-section.tsx'
import { useProvinceName, useSectorName } from './reference.ts'
import { type FormSectionName, SectionForm } from './section-form.tsx'
import { useMergedRedirect } from './use-merged-redirect.ts'

/** A profile as staff read it. Officers keep an entry until one of its own people has an account. */
export default function DeskProfilePage({ params }: PageProps<'establishmentId'>) {
  const t = useMessages('establishments-desk')
  const profile = useEstablishment(params.establishmentId)
  useMergedRedirect(profile.error, id => `/desk/establishments/${id}`)
  const has = (profile.data?.memberCount ?? 0) > 0
  return (
    <Page
      title={profile.data?.name ?? t('profile')}
      lead={profile.data?.nameEn}
      tag={
        profile.data && (
          <StateTag tone={has ? 'success' : 'neutral'}>{t(has ? 'account.yes' : 'account.no')}</StateTag>
        )
      }
      breadcrumbs={[{ label: t('title'), href: '/desk/establishments' }]}
    >
      <Await query={profile} lines={8}>
        {data => <Profile key={data.version} profile={data} />}
      </Await>
    </Page>
  )
}

const PARTS = ['identity', 'place', 'contact', 'capacity'] as const

function Profile({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments-desk')
  const e = useMessages('establishments')
  const p = useMessages('platform')
  const can = useCan()
  const [open, setOpen] = useState<FormSectionName>()
  const rows = useFacts(profile)
  const isUnclaimed = profile.memberCount === 0
  const mayEdit = isUnclaimed && can('establishments.edit', { establishmentId: profile.id, isUnclaimed })
  return (
    <>
      {mayEdit && <Notice>{t('unclaimed')}</Notice>}
      {!profile.isWhole && <Notice>{t('notWhole')}</Notice>}
      <div class="grid items-start gap-6 xl:grid-cols-2">
        <div class="flex min-w-0 flex-col gap-6">
          {PARTS.map(part =>
            open === part ? (
              <SectionForm key={part} profile={profile} section={part} onDone={() => setOpen(undefined)} />
            ) : (
              <Section
                key={part}
                title={e(`section.${part}`)}
                actions={
                  mayEdit && (
                    <Button kind="quiet" small icon="edit" onClick={() => setOpen(part)}>
                      {p('action.edit')}
                    </Button>
                  )
                }
              >
                <SummaryList rows={rows[part]} />
              </Section>
            ),
          )}
        </div>
        <Lists profile={profile} />
      </div>
    </>
  )
}

function Lists({ profile }: { profile: EstablishmentView }) {
  const t = useMessages('establishments-desk')
  const e = useMessages('establishments')
  const none = { title: t('nothing'), text: '' }
  return (
    <div class="flex min-w-0 flex-col gap-6">
      <Section title={e('section.products')}>
        <EntryList entries={profile.products.map(productEntry)} empty={none} />
      </Section>
      <Section title={e('section.recognitions')}>
        <EntryList
          entries={profile.recognitions.map(title => recognitionEntry(title, profile, e))}
          empty={none}
        />
      </Section>
      <Section title={e('section.certificates')}>
        <EntryList entries={profile.certificates.map(paper => certificateEntry(paper, e))} empty={none} />
      </Section>
      {profile.introductionVi && (
        <Section title={e('section.introduction')}>
          <p class="max-w-prose whitespace-pre-line">{profile.introductionVi}</p>
        </Section>
      )}
    </div>
  )
}

function useFacts(profile: EstablishmentView): Record<(typeof PARTS)[number], SummaryRow[]> {
  const e = useMessages('establishments')
  const provinceName = useProvinceName()
  const sectorName = useSectorName()
  const row = (key: string, label: string, value: string | null): SummaryRow => ({
    key,
    label,
    value: value || '–',
  })
  const money = (amount: number | null) => (amount === null ? null : formatMoney(amount))
  const { employees, figuresYear } = profile
  const production = provinceName(profile.productionProvinceScheme, profile.productionProvinceCode)
  const reason = profile.taxCodeReason ? [row('reason', e('taxCodeReason'), profile.taxCodeReason)] : []
  return {
    identity: [
      row('legalForm', e('legalForm'), e(`form.${profile.legalForm}`)),
      row('taxCode', e('taxCode'), profile.taxCode),
      ...reason,
      row('sector', e('sector'), sectorName(profile.sectorCode)),
    ],
    place: [
      row('address', e('registeredAddress'), profile.registeredAddress),
      row('province', e('province'), provinceName(profile.provinceScheme, profile.provinceCode)),
      row(
        'production',
        e('productionAddress'),
        [profile.productionAddress, production].filter(Boolean).join(', '),
      ),
    ],
    contact: [
      row(
        'representative',
        e('representativeName'),
        [profile.representativeName, profile.representativePosition].filter(Boolean).join(', '),
      ),
      row('phone', e('phone'), profile.phone),
      row('email', e('email'), profile.email),
      row('website', e('website'), profile.website),
    ],
    capacity: [
      row('employees', e('employees'), employees === null ? null : formatNumber(employees)),
      row('revenue', e('revenueVnd'), money(profile.revenueVnd)),
      row('capital', e('capitalVnd'), money(profile.capitalVnd)),
      row('year', e('figuresYear'), figuresYear === null ? null : String(figuresYear)),
      row('export', e('exportMarkets'), profile.exportMarkets),
    ],
  }
}
