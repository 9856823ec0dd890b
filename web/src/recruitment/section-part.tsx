import { type AnswerFault, sameAnswer, wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { shownOf } from '@hoicho/shared/fairs/conditions.ts'
import type { Answer, FormField, FormSection } from '@hoicho/shared/fairs/form.ts'
import { useState } from 'preact/hooks'
import { AnswerField } from '../fairs/answer-field.tsx'
import { locale, useMessages } from '../platform/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { Next, type PartProps } from './application-parts.tsx'
import { faultsOf, faultText } from './faults.ts'
import { RemarkBox } from './remark-box.tsx'
import { answerText, isOpenToChange } from './words.ts'

/** Says where an answer nobody typed came from, until it is changed. */
function PrefilledMark({ view, editor, code }: PartProps & { code: string }) {
  const t = useMessages('recruitment')
  const source = view.prefilled[code]
  if (!source || !sameAnswer(editor.content.value.answers[code], view.answers[code])) return null
  return (
    <p class="mb-1 flex items-center gap-1 text-sm font-medium text-info">
      <Icon name="info" class="size-4" />
      {t(`prefilled.${source}`)}
    </p>
  )
}

/** An answer that no correction is asked for: to be read, not changed. */
function Settled({ field, answer }: { field: FormField; answer: Answer | undefined }) {
  return (
    <div>
      <p class="font-medium">{wordsIn(field.label, locale.value)}</p>
      <p class="whitespace-pre-line text-muted">{answerText(field, answer)}</p>
    </div>
  )
}

/** The questions of one section that are shown, each with its remark and its fault. */
export function SectionPart({ view, editor, section }: PartProps & { section: FormSection }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const content = editor.content.value
  const faults = faultsOf(view, content).filter(fault => fault.code !== 'remark-open')
  const shown = shownOf(view.form, content.answers).fields
  return (
    <Section>
      <div class="flex flex-col gap-6">
        {section.fields
          .filter(field => shown.has(field.code))
          .map(field => {
            const pointer = `/answers/${field.code}`
            if (!isOpenToChange(view, pointer)) {
              return <Settled key={field.code} field={field} answer={content.answers[field.code]} />
            }
            // Only what was answered and left can be wrong; a field not reached yet is no fault.
            const own = left.has(field.code) ? faults.filter(fault => isAt(fault, pointer)) : []
            const fault = own.find(one => one.pointer === pointer && one.code !== 'required')
            return (
              <div key={field.code} onFocusOut={() => setLeft(new Set([...left, field.code]))}>
                <RemarkBox view={view} pointer={pointer} />
                <PrefilledMark view={view} editor={editor} code={field.code} />
                <AnswerField
                  field={field}
                  id={`answer-${field.code}`}
                  name={field.code}
                  value={content.answers[field.code]}
                  error={fault && faultText(fault)}
                  cellErrors={cellErrors(own, pointer)}
                  onValue={value => editor.answer(field.code, value ?? null)}
                />
              </div>
            )
          })}
        <Next view={view} part={section.code} editor={editor} />
      </div>
    </Section>
  )
}

const isAt = (fault: AnswerFault, pointer: string) =>
  fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`)

/** Sentences at the cells of a table: an empty cell is no fault while the row is being filled. */
const cellErrors = (faults: readonly AnswerFault[], pointer: string): Record<string, string> =>
  Object.fromEntries(
    faults
      .filter(fault => fault.pointer !== pointer && fault.code !== 'required')
      .map(fault => [fault.pointer.slice(pointer.length + 1), faultText(fault)]),
  )
