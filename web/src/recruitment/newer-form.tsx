import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useState } from 'preact/hooks'
import { locale, useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/states.tsx'
import { notifyError } from '../ui/toast.tsx'
import { adoptForm } from './api.ts'
import type { DraftEditor } from './draft-editor.ts'
import { answerText } from './words.ts'

/** Offers the form in force to a draft begun on an older one; afterwards, what that form has no place for. */
export function NewerForm({ view, editor }: { view: ApplicationView; editor: DraftEditor }) {
  const t = useMessages('recruitment')
  const [isBusy, setBusy] = useState(false)
  const left = editor.left.value
  const fields = view.form.sections.flatMap(section => section.fields)
  const move = async () => {
    setBusy(true)
    try {
      await editor.save()
      editor.left.value = await adoptForm(view.id, editor.version())
    } catch (error) {
      notifyError(error)
    } finally {
      setBusy(false)
    }
  }
  if (left.length > 0) {
    return (
      <Notice tone="warning" title={t('form.left')}>
        <ul class="flex list-disc flex-col gap-1 pl-5">
          {left.map(({ code, label, answer }) => {
            const field = fields.find(one => one.code === code)
            const text = field ? answerText(field, answer) : String(answer)
            return (
              <li key={code}>
                {wordsIn(label, locale.value)}: <span class="whitespace-pre-line">{text}</span>
              </li>
            )
          })}
        </ul>
      </Notice>
    )
  }
  return (
    <Notice
      action={
        <Button small busy={isBusy} onClick={() => void move()}>
          {t('form.adopt')}
        </Button>
      }
    >
      {t('form.newer')}
    </Notice>
  )
}
