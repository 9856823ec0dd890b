import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useLocation } from 'preact-iso'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { SummaryList, type SummaryRow } from '../ui/summary-list.tsx'
import type { PartProps } from './application-parts.tsx'

/** The profile as the organizer will see it. */
export function EstablishmentPart({ view }: PartProps) {
  const t = useMessages('recruitment')
  const isDesk = useLocation().path.startsWith('/desk/')
  const { id } = view.establishment
  const profile = isDesk ? `/desk/establishments/${id}` : `/e/${id}/profile`
  return (
    <Section
      lead={t('establishment.lead')}
      title={view.establishment.name}
      actions={<Button href={profile}>{t('establishment.edit')}</Button>}
    >
      <SummaryList rows={useEstablishmentRows(view.establishment)} />
    </Section>
  )
}

export function useEstablishmentRows(profile: ApplicationView['establishment']): SummaryRow[] {
  const t = useMessages('recruitment')
  const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join('\n') || undefined
  return [
    { key: 'name', label: t('establishment.name'), value: joined(profile.name, profile.nameEn) },
    { key: 'taxCode', label: t('establishment.taxCode'), value: joined(profile.taxCode) },
    { key: 'address', label: t('establishment.address'), value: joined(profile.registeredAddress) },
    { key: 'province', label: t('establishment.province'), value: joined(profile.provinceName) },
    { key: 'production', label: t('establishment.production'), value: joined(profile.productionAddress) },
    {
      key: 'representative',
      label: t('establishment.representative'),
      value: joined(profile.representativeName, profile.representativePosition),
    },
    {
      key: 'contact',
      label: t('establishment.contact'),
      value: joined(profile.phone, profile.email, profile.website),
    },
    {
      key: 'employees',
      label: t('establishment.employees'),
      value:
        profile.employees === null
          ? undefined
          : `${formatNumber(profile.employees)}${profile.figuresYear ? ` (${profile.figuresYear})` : ''}`,
    },
  ]
}
