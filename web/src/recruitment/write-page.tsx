import { EDITABLE_STATES } from '@hoicho/shared/recruitment/states.ts'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Page } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { useApplication } from './api.ts'
import { Writing } from './application-page.tsx'

/** The desk writes in an application it entered for an establishment; once handed in, it goes on to the dossier. */
export default function WritePage({ params, query }: PageProps<'fairId' | 'applicationId'>) {
  const t = useMessages('recruitment')
  const { route } = useLocation()
  const application = useApplication(params.applicationId)
  const view = application.data
  const mayWrite = view?.channel === 'officer' && EDITABLE_STATES.includes(view.state)
  useEffect(() => {
    if (view && !mayWrite) route(`/desk/fairs/${params.fairId}/applications/${view.id}`, true)
  }, [view, mayWrite])
  if (view && mayWrite) return <Writing view={view} part={query.part} />
  return (
    <Page title={t('page.loading')} width="narrow">
      <Await query={application}>{() => null}</Await>
    </Page>
  )
}
