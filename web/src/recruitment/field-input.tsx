import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { Answers, FormField } from '@hoicho/shared/fairs/form.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { CheckboxField, RadioField } from '../ui/choices.tsx'
import { SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'

export interface FieldInputProps {
  field: FormField
  answer: Answers[string] | undefined
  error?: string | undefined
  onAnswer: (value: Answers[string]) => void
}

/** The control for one field of the organizer's form. */
export function FieldInput({ field, answer, error, onAnswer }: FieldInputProps) {
  const t = useMessages('recruitment')
  const common = {
    id: `answer-${field.code}`,
    name: field.code,
    label: wordsIn(field.label, locale.value),
    hint: wordsIn(field.hint, locale.value) || undefined,
    required: field.required,
    error,
  }
  const typed = typeof answer === 'string' ? answer : ''
  if (field.kind === 'text') {
    return <TextField {...common} value={typed} onValue={onAnswer} maxLength={field.maxLength} />
  }
  if (field.kind === 'multiline') {
    return <TextArea {...common} value={typed} onValue={onAnswer} maxLength={field.maxLength} rows={4} />
  }
  if (field.kind === 'number') {
    return <NumberField {...common} value={typeof answer === 'number' ? answer : null} onValue={onAnswer} />
  }
  if (field.kind === 'yes-no' && field.mustBeYes) {
    return <CheckboxField {...common} value={answer === true} onValue={onAnswer} />
  }
  if (field.kind === 'yes-no') {
    const options = [
      { value: 'yes', label: t('yes') },
      { value: 'no', label: t('no') },
    ]
    const value = answer === true ? 'yes' : answer === false ? 'no' : ''
    return (
      <RadioField
        {...common}
        inline
        options={options}
        value={value}
        onValue={picked => onAnswer(picked === 'yes')}
      />
    )
  }
  const options = field.options.map(option => ({
    value: option.value,
    label: wordsIn(option.label, locale.value),
  }))
  return options.length <= 6 ? (
    <RadioField {...common} options={options} value={typed} onValue={onAnswer} />
  ) : (
    <SelectField {...common} options={options} value={typed} onValue={onAnswer} />
  )
}
