import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { EDITABLE_STATES } from '@hoicho/shared/recruitment/states.ts'
import { useEffect } from 'preact/hooks'
import { lazy } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Page } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { useApplication } from './api.ts'
import { ApplicationParts, preloadParts } from './application-parts.tsx'
import { ApplicationTasks } from './application-tasks.tsx'
import { editorOf } from './draft-editor.ts'

const ApplicationStatus = lazy(async () => (await import('./application-status.tsx')).ApplicationStatus)

/** One application of an establishment: its parts to fill in, one a page; once submitted, where it stands. */
export default function ApplicationPage({ params, query }: PageProps<'applicationId'>) {
  const t = useMessages('recruitment')
  const application = useApplication(params.applicationId)
  if (application.data) return <Application view={application.data} part={query.part} />
  return (
    <Page title={t('page.loading')} width="narrow">
      <Await query={application}>{() => null}</Await>
    </Page>
  )
}

function Application({ view, part }: { view: ApplicationView; part: string | undefined }) {
  if (!EDITABLE_STATES.includes(view.state)) return <ApplicationStatus view={view} />
  return <Writing view={view} part={part} />
}

/** The parts of an application to write in, for whoever may: its establishment, or the officer who enters it. */
export function Writing({ view, part }: { view: ApplicationView; part: string | undefined }) {
  const editor = editorOf(view)
  useEffect(() => {
    // Once the page itself is there: these are for later.
    const timer = setTimeout(preloadParts, 1500)
    return () => clearTimeout(timer)
  }, [])
  if (part) return <ApplicationParts key={part} view={view} editor={editor} part={part} />
  return <ApplicationTasks view={view} editor={editor} />
}
