import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { FormDefinition, ShowWhen } from '@hoicho/shared/fairs/form.ts'
import { formatNumber } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'

/** A condition in words, under what it shows. */
export function ConditionLine(props: { form: FormDefinition; condition: ShowWhen | undefined }) {
  const t = useMessages('fairs-desk')
  const { form, condition } = props
  if (!condition) return null
  const source = form.sections
    .flatMap(section => section.fields)
    .find(field => field.code === condition.field)
  const options = source?.kind === 'choice' || source?.kind === 'choices' ? source.options : []
  const option = options.find(candidate => candidate.value === condition.value)
  const plain =
    typeof condition.value === 'number'
      ? formatNumber(condition.value)
      : typeof condition.value === 'boolean'
        ? t(condition.value ? 'when.answer.yes' : 'when.answer.no')
        : condition.value
  return (
    <span class="block text-sm text-muted">
      {t('when.shown', {
        field: source ? wordsIn(source.label, locale.value) : condition.field,
        op: t(`when.${condition.op}`),
        value: option ? wordsIn(option.label, locale.value) : plain,
      })}
    </span>
  )
}
