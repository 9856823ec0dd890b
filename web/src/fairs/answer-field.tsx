import { isList, isTable, wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { Answer, FormField } from '@hoicho/shared/fairs/form.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { CheckboxField, CheckboxGroup, RadioField } from '../ui/choices.tsx'
import type { Binding } from '../ui/field.tsx'
import { DateField, SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { MoneyField, NumberField } from '../ui/number-fields.tsx'
import { TableAnswer } from './table-answer.tsx'

interface AnswerFieldProps extends Binding<Answer | undefined> {
  field: FormField
  /** Sentences at the cells of a table, by `<row>/<column>`. */
  cellErrors?: Readonly<Record<string, string>>
}

/** A field of an application form as the applicant fills it. */
export function AnswerField({ field, cellErrors, ...binding }: AnswerFieldProps) {
  const t = useMessages('fairs')
  const { value, onValue } = binding
  const common = {
    ...binding,
    label: wordsIn(field.label, locale.value),
    hint: wordsIn(field.hint, locale.value) || undefined,
    required: field.required,
  }
  const written = typeof value === 'string' ? value : ''
  const count = typeof value === 'number' ? value : null
  switch (field.kind) {
    case 'text':
      return <TextField {...common} value={written} onValue={onValue} maxLength={field.maxLength} />
    case 'multiline':
      return <TextArea {...common} value={written} onValue={onValue} maxLength={field.maxLength} />
    case 'number': {
      const unit = field.unit ? wordsIn(field.unit, locale.value) : ''
      return <NumberField {...common} value={count} onValue={onValue} {...(unit ? { suffix: unit } : {})} />
    }
    case 'money':
      return <MoneyField {...common} value={count} onValue={onValue} />
    case 'date':
      return <DateField {...common} value={written} onValue={onValue} />
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
    case 'table':
      return (
        <TableAnswer
          {...common}
          columns={field.columns}
          maxRows={field.maxRows}
          value={isTable(value) ? value : []}
          onValue={onValue}
          cellErrors={cellErrors ?? {}}
        />
      )
    default: {
      const options = field.options.map(option => ({
        value: option.value,
        label: wordsIn(option.label, locale.value),
      }))
      if (field.kind === 'choices') {
        return (
          <CheckboxGroup
            {...common}
            value={isList(value) ? value : []}
            onValue={list => onValue([...list])}
            options={options}
          />
        )
      }
      return options.length > 6 ? (
        <SelectField {...common} value={written} onValue={onValue} options={options} />
      ) : (
        <RadioField {...common} value={written} onValue={onValue} options={options} />
      )
    }
  }
}
