import { changesBetween, type SubmissionChange } from '@hoicho/shared/recruitment/changes.ts'
import type { ApplicationSubmission, ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { Notice } from '../ui/states.tsx'
import { answerText, labelOf } from './words.ts'

/** What changed from the submission before to the last one; nothing while there is only one. */
export function lastChanges(submissions: readonly ApplicationSubmission[] | undefined): SubmissionChange[] {
  const [before, after] = submissions?.slice(-2) ?? []
  return before && after ? changesBetween(before, after) : []
}

/** At the head of the page: which places are otherwise than when it was last handed in. */
export function ChangesNotice({
  view,
  changes,
}: {
  view: ApplicationView
  changes: readonly SubmissionChange[]
}) {
  const t = useMessages('recruitment-desk')
  return (
    <Notice title={t('changes.title', { count: changes.length })}>
      <ul class="list-disc pl-5">
        {changes.map(change => (
          <li key={change.pointer}>
            {labelOf(view.form, change.pointer.split('/').at(-1) ?? '')}: {t(`changes.${change.kind}`)}
            {change.what === 'products' && <Was text={change.before.map(one => one.nameVi).join(', ')} />}
            {change.what === 'paper' && <Was text={change.before.map(one => one.name).join(', ')} />}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** At a field: what the answer was before. */
export function AnswerBefore({
  view,
  change,
}: {
  view: ApplicationView
  change: SubmissionChange | undefined
}) {
  if (change?.what !== 'answer') return null
  const code = change.pointer.split('/').at(-1)
  const field = view.form.sections.flatMap(section => section.fields).find(one => one.code === code)
  return field ? <Was text={answerText(field, change.before)} /> : null
}

function Was({ text }: { text: string }) {
  const t = useMessages('recruitment-desk')
  if (!text) return null
  return (
    <span class="mt-0.5 block border-l-2 border-warning pl-2 text-sm text-muted">
      {t('changes.was')} <del class="no-underline">{text}</del>
    </span>
  )
}
