import type { FormWords, ShowWhen } from '@hoicho/shared/fairs/form.ts'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/inputs.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { ConditionFields, type ConditionProps } from './condition-fields.tsx'

interface Props {
  title: string
  words: FormWords
  /** Where what is named may depend on an answer. */
  condition: Omit<ConditionProps, 'onValue'>
  onWords: (words: FormWords, showWhen: ShowWhen | undefined) => void
  onClose: () => void
}

/** Words in the three languages; only Vietnamese must be there. */
export function WordsDialog({ title, words, condition, onWords, onClose }: Props) {
  const p = useMessages('platform')
  const t = useMessages('fairs-desk')
  const [showWhen, setShowWhen] = useState(condition.value)
  const form = useForm<FormWords>({
    initial: words,
    validate: values => needed('/vi', values.vi, p('form.requiredMissing')),
    submit: async values => {
      onWords(values, showWhen)
      onClose()
    },
  })
  return (
    <EditDialog title={title} form={form} onClose={onClose}>
      <TextField {...form.field('vi')} label={t('words.vi')} width="full" maxLength={200} />
      <TextField {...form.field('en')} label={t('words.en')} width="full" maxLength={200} required={false} />
      <TextField {...form.field('de')} label={t('words.de')} width="full" maxLength={200} required={false} />
      <ConditionFields {...condition} value={showWhen} onValue={setShowWhen} />
    </EditDialog>
  )
}

/** The sentence at a field that is blank; nothing otherwise. For the checks of dialogs. */
export const needed = (pointer: string, value: string, sentence: string): Record<string, string> =>
  value.trim() === '' ? { [pointer]: sentence } : {}

interface EditDialogProps<T extends object> {
  title: string
  form: FormState<T>
  onClose: () => void
  children: ComponentChildren
}

/** A form in a dialog that changes the list behind it; nothing is sent yet. */
export function EditDialog<T extends object>({ title, form, onClose, children }: EditDialogProps<T>) {
  const p = useMessages('platform')
  return (
    <Dialog open title={title} onClose={onClose} wide>
      <Form form={form}>
        {children}
        <Actions>
          <Button kind="primary" type="submit">
            {p('action.confirm')}
          </Button>
          <Button onClick={onClose}>{p('action.cancel')}</Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
