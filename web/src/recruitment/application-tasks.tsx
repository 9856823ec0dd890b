import type { AnswerFault } from '@hoicho/shared/fairs/answers.ts'
import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { shownOf } from '@hoicho/shared/fairs/conditions.ts'
import type { Answers, FormSection } from '@hoicho/shared/fairs/form.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { lazy } from 'preact-iso'
import { fairName } from '../fairs/fair-name.ts'
import { formatDate, formatDateTime } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { ConfirmButton } from '../ui/dialog.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Notice } from '../ui/states.tsx'
import { type Task, TaskList } from '../ui/task-list.tsx'
import { withdrawApplication } from './api.ts'
import { type DraftEditor, forgetEditor } from './draft-editor.ts'
import { codeAt, faultsOf, partOf } from './faults.ts'
import { SaveLine } from './save-line.tsx'
import { LINK, labelOf, STATE_TONES } from './words.ts'

const NewerForm = lazy(async () => (await import('./newer-form.tsx')).NewerForm)

/** Everything to be filled in, in order, with what is missing; corrections asked for stand first. */
export function ApplicationTasks({ view, editor }: { view: ApplicationView; editor: DraftEditor }) {
  const t = useMessages('recruitment')
  const { fair } = view
  const isOlder = view.formVersion < fair.formVersion
  const isLate = view.state === 'draft' && new Date().toISOString() >= fair.registrationClosesAt
  const time = formatDateTime(fair.registrationClosesAt, fair.timeZone)
  return (
    <Page
      width="narrow"
      title={t('page.title', { fair: fairName(fair) })}
      tag={<StateTag tone={STATE_TONES[view.state]}>{t(`state.${view.state}`)}</StateTag>}
      lead={view.state === 'draft' && !isLate ? t('tasks.deadline', { time }) : undefined}
    >
      {isLate && <Notice tone="warning">{t('tasks.late', { time })}</Notice>}
      {view.state === 'correction-requested' && <Correction view={view} />}
      <EditorNotices view={view} editor={editor} />
      {view.state === 'draft' && (isOlder || editor.left.value.length > 0) && (
        <NewerForm view={view} editor={editor} />
      )}
      <Section title={t('tasks.title')} actions={<SaveLine editor={editor} />}>
        <TaskList tasks={useTasks(view, editor)} />
      </Section>
      <Withdraw view={view} />
    </Page>
  )
}

/** What happened to the text while nobody looked. */
export function EditorNotices({ view, editor }: { view: ApplicationView; editor: DraftEditor }) {
  const t = useMessages('recruitment')
  return (
    <>
      {editor.wasRestored.value && <Notice>{t('save.unsaved-here')}</Notice>}
      {editor.conflicts.value.map(conflict => (
        <Notice key={conflict.code} tone="warning" title={labelOf(view.form, conflict.code)}>
          {t('save.conflict', { theirs: conflict.theirs })}
        </Notice>
      ))}
    </>
  )
}

function Correction({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  return (
    <Notice tone="warning" title={t('correction.title')}>
      {view.correctionNote && <p class="whitespace-pre-line">{view.correctionNote}</p>}
      <ul class="mt-1 flex list-disc flex-col gap-1 pl-5">
        {view.correctionFields.map(field => (
          <li key={field.pointer}>
            <a class={LINK} href={`?part=${partOf(view, field.pointer)}`}>
              {labelOf(view.form, codeAt(field.pointer))}
            </a>
            : {field.note}
          </li>
        ))}
      </ul>
      {view.correctionDueOn && (
        <p class="mt-1 font-medium">{t('correction.due', { date: formatDate(view.correctionDueOn) })}</p>
      )}
    </Notice>
  )
}

/** Parts of the form in the order they are filled in; what is only declared comes last. */
export function partsOf(view: ApplicationView, answers: Answers): string[] {
  const isDeclaration = (section: FormSection) =>
    section.fields.every(field => field.kind === 'yes-no' && field.mustBeYes)
  const codes = (sections: readonly FormSection[]) => sections.map(section => section.code)
  const shown = shownOf(view.form, answers)
  const sections = view.form.sections.filter(section =>
    section.fields.some(field => shown.fields.has(field.code)),
  )
  return [
    'establishment',
    ...codes(sections.filter(section => !isDeclaration(section))),
    'products',
    ...(shown.papers.size > 0 ? ['papers'] : []),
    ...codes(sections.filter(isDeclaration)),
    'check',
  ]
}

function useTasks(view: ApplicationView, editor: DraftEditor): Task[] {
  const t = useMessages('recruitment')
  const content = editor.content.value
  const faults = faultsOf(view, content)
  const asked = new Set(view.correctionFields.map(field => partOf(view, field.pointer)))
  return partsOf(view, content.answers).map(part => {
    const section = view.form.sections.find(candidate => candidate.code === part)
    const label = section ? wordsIn(section.title, locale.value) : t(`part.${part as 'papers'}`)
    const task = { key: part, label, href: `?part=${part}` }
    if (part === 'check') {
      return faults.length > 0
        ? { ...task, state: 'blocked', hint: t('part.check.blocked') }
        : { ...task, state: 'todo' }
    }
    const missing = faults.filter(fault => partOf(view, fault.pointer) === part)
    if (missing.length === 0) return { ...task, state: asked.has(part) ? 'error' : 'done' }
    const hint = t('part.missing', { count: missing.length })
    return { ...task, state: isBegun(view, editor, part, missing) ? 'doing' : 'todo', hint }
  })
}

function isBegun(view: ApplicationView, editor: DraftEditor, part: string, missing: readonly AnswerFault[]) {
  if (part === 'papers') return view.papers.length > 0
  const section = view.form.sections.find(candidate => candidate.code === part)
  const { answers } = editor.content.peek()
  return missing.length > 0 && Boolean(section?.fields.some(field => (answers[field.code] ?? '') !== ''))
}

export function Withdraw({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  const withdraw = async () => {
    await withdrawApplication(view.id, null)
    forgetEditor(view.id)
  }
  return (
    <div>
      <ConfirmButton
        kind="danger"
        small
        title={t('withdraw.title')}
        text={t('withdraw.text')}
        onConfirm={withdraw}
      >
        {t(view.state === 'draft' ? 'withdraw.draft' : 'withdraw')}
      </ConfirmButton>
    </div>
  )
}
