import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { Answers, FormField } from '@hoicho/shared/fairs/form.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { CheckboxField, RadioField } from '../ui/choices.tsx'
import type { Binding } from '../ui/field.tsx'
import { SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'

type Answer = Answers[string]

/** A field of an application form as the applicant fills it. */
export function AnswerField({ field, ...binding }: { field: FormField } & Binding<Answer | undefined>) {
  const t = useMessages('fairs')
  const { value, onValue } = binding
  const common = {
    ...binding,
    label: wordsIn(field.label, locale.value),
    hint: wordsIn(field.hint, locale.value),
    required: field.required,
  }
  const written = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return <TextField {...common} value={written} onValue={onValue} maxLength={field.maxLength} />
    case 'multiline':
      return <TextArea {...common} value={written} onValue={onValue} maxLength={field.maxLength} />
    case 'number':
      return <NumberField {...common} value={typeof value === 'number' ? value : null} onValue={onValue} />
    case 'yes-no':
      if (field.mustBeYes) return <CheckboxField {...common} value={value === true} onValue={onValue} />
      return (
        <RadioField
          {...common}
          inline
          value={value === true ? 'yes' : value === false ? 'no' : ''}
          onValue={picked => onValue(picked === 'yes')}
          options={[
            { value: 'yes', label: t('answer.yes') },
            { value: 'no', label: t('answer.no') },
          ]}
        />
      )
    default: {
      const options = field.options.map(option => ({
        value: option.value,
        label: wordsIn(option.label, locale.value),
      }))
      return options.length > 6 ? (
        <SelectField {...common} value={written} onValue={onValue} options={options} />
      ) : (
        <RadioField {...common} value={written} onValue={onValue} options={options} />
      )
    }
  }
}
