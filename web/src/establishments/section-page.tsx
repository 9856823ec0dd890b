import { PROFILE_SECTIONS } from '@hoicho/shared/establishments/completeness.ts'
import { NotFoundPage } from '../platform/fallbacks.tsx'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Page } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { useEstablishment } from './api.ts'
import { BankSection } from './bank-section.tsx'
import { CertificatesSection } from './certificates-section.tsx'
import { ContactsSection } from './contacts-section.tsx'
import { ExportsSection } from './exports-section.tsx'
import { ProductsSection } from './products-section.tsx'
import { RecognitionsSection } from './recognitions-section.tsx'
import { SectionForm } from './section-form.tsx'
import { useMergedRedirect } from './use-merged-redirect.ts'

/** One part of the profile: one topic, one page. */
export default function SectionPage({ params }: PageProps<'establishmentId' | 'section'>) {
  const t = useMessages('establishments')
  const profile = useEstablishment(params.establishmentId)
  useMergedRedirect(profile.error, id => `/e/${id}/profile/${params.section}`)
  const section = PROFILE_SECTIONS.find(name => name === params.section)
  if (!section) return <NotFoundPage />
  return (
    <Page
      title={t(`section.${section}`)}
      lead={t(`about.${section}`)}
      width="narrow"
      breadcrumbs={[{ label: t('profile.title'), href: `/e/${params.establishmentId}/profile` }]}
    >
      <Await query={profile}>
        {data => {
          if (section === 'products') return <ProductsSection profile={data} />
          if (section === 'recognitions') return <RecognitionsSection profile={data} />
          if (section === 'certificates') return <CertificatesSection profile={data} />
          if (section === 'bank') return <BankSection profile={data} />
          if (section === 'contacts') return <ContactsSection profile={data} />
          if (section === 'exports') return <ExportsSection profile={data} />
          return <SectionForm key={`${section}.${data.version}`} profile={data} section={section} />
        }}
      </Await>
    </Page>
  )
}
