import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { Answers, FormField, FormSection } from '@hoicho/shared/fairs/form.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { lazy, useLocation } from 'preact-iso'
import { locale, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { EditorNotices, partsOf } from './application-tasks.tsx'
import type { DraftEditor } from './draft-editor.ts'
import { faultsOf, faultText } from './faults.ts'
import { FieldInput } from './field-input.tsx'
import { RemarkBox } from './remark-box.tsx'
import { SaveLine } from './save-line.tsx'
import { answerText, fairName, isOpenToChange, LINK } from './words.ts'

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
        <SectionFields view={view} editor={editor} section={section} />
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
  const home = `/e/applications/${view.id}`
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
function Next({ view, part, editor }: PartProps & { part: string }) {
  const t = useMessages('recruitment')
  const { route } = useLocation()
  const parts = partsOf(view)
  const next = parts[parts.indexOf(part) + 1] ?? 'check'
  const go = () => {
    void editor.save()
    route(`/e/applications/${view.id}?part=${next}`)
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

/** An answer that no correction is asked for: to be read, not changed. */
function Settled({ field, answer }: { field: FormField; answer: Answers[string] | undefined }) {
  return (
    <div>
      <p class="font-medium">{wordsIn(field.label, locale.value)}</p>
      <p class="whitespace-pre-line text-muted">{answerText(field, answer)}</p>
    </div>
  )
}

function SectionFields({ view, editor, section }: PartProps & { section: FormSection }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const content = editor.content.value
  const faults = faultsOf(view, content)
  return (
    <Section>
      <div class="flex flex-col gap-6">
        {section.fields.map(field => {
          const pointer = `/answers/${field.code}`
          const fault = faults.find(
            candidate => candidate.pointer === pointer && candidate.code !== 'remark-open',
          )
          if (!isOpenToChange(view, pointer)) {
            return <Settled key={field.code} field={field} answer={content.answers[field.code]} />
          }
          // Only what was answered and left can be wrong; a field not reached yet is no fault.
          const isShown = fault && fault.code !== 'required' && left.has(field.code)
          return (
            <div key={field.code} onFocusOut={() => setLeft(new Set([...left, field.code]))}>
              <RemarkBox view={view} pointer={pointer} />
              <FieldInput
                field={field}
                answer={content.answers[field.code]}
                error={isShown ? faultText(fault) : undefined}
                onAnswer={value => editor.answer(field.code, value)}
              />
            </div>
          )
        })}
        <Next view={view} part={section.code} editor={editor} />
      </div>
    </Section>
  )
}
