import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import type { ComponentChildren } from 'preact'
import { lazy, useLocation } from 'preact-iso'
import { fairName } from '../fairs/fair-name.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { EditorNotices, partsOf } from './application-tasks.tsx'
import type { DraftEditor } from './draft-editor.ts'
import { SaveLine } from './save-line.tsx'
import { LINK } from './words.ts'

export interface PartProps {
  view: ApplicationView
  editor: DraftEditor
}

/** A chunk that cannot be fetched for want of a connection is fetched when there is one again. */
function patient<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    try {
      return await load()
    } catch {
      await new Promise(resume => addEventListener('online', resume, { once: true }))
      return await load()
    }
  }
}

/** The parts that are no plain fields, each in a chunk of its own. */
const PARTS = {
  section: lazy(patient(async () => (await import('./section-part.tsx')).SectionPart)),
  establishment: lazy(patient(async () => (await import('./establishment-part.tsx')).EstablishmentPart)),
  products: lazy(patient(async () => (await import('./products-part.tsx')).ProductsPart)),
  papers: lazy(patient(async () => (await import('./papers-part.tsx')).PapersPart)),
  check: lazy(patient(async () => (await import('./check-part.tsx')).CheckPart)),
}

/** Fetches every part while the connection is there: it may be gone when the part is wanted. */
export function preloadParts(): void {
  for (const part of Object.values(PARTS)) void part.preload()
}

/** One topic of the application on a page of its own. */
export function ApplicationParts({ view, editor, part }: PartProps & { part: string }) {
  const t = useMessages('recruitment')
  const section = view.form.sections.find(candidate => candidate.code === part)
  if (section) {
    return (
      <PartFrame view={view} editor={editor} title={wordsIn(section.title, locale.value)}>
        <PARTS.section view={view} editor={editor} section={section} />
      </PartFrame>
    )
  }
  const key = part === 'establishment' || part === 'products' || part === 'papers' ? part : 'check'
  const Part = PARTS[key]
  return (
    <PartFrame view={view} editor={editor} title={t(`part.${key}`)}>
      <Part view={view} editor={editor} />
      {key !== 'check' && <Next view={view} part={key} editor={editor} />}
    </PartFrame>
  )
}

function PartFrame({
  view,
  editor,
  title,
  children,
}: PartProps & { title: string; children: ComponentChildren }) {
  const t = useMessages('recruitment')
  const { path: home } = useLocation()
  return (
    <Page
      width="narrow"
      title={title}
      breadcrumbs={[{ label: fairName(view.fair), href: home }]}
      actions={<SaveLine editor={editor} />}
    >
      <EditorNotices view={view} editor={editor} />
      {children}
      <p>
        <a class={LINK} href={home}>
          {t('part.back')}
        </a>
      </p>
    </Page>
  )
}

/** Goes on whatever is missing: a draft may have gaps, and the list of parts says where they are. */
export function Next({ view, part, editor }: PartProps & { part: string }) {
  const t = useMessages('recruitment')
  const { route, path } = useLocation()
  const parts = partsOf(view, editor.content.value.answers)
  const next = parts[parts.indexOf(part) + 1] ?? 'check'
  const go = () => {
    void editor.save()
    route(`${path}?part=${next}`)
    scrollTo(0, 0)
  }
  return (
    <Actions>
      <Button kind="primary" onClick={go}>
        {t('part.next')}
      </Button>
    </Actions>
  )
}
