import { isList, isTable, wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { Answer, FormDefinition, FormField, TableRow } from '@hoicho/shared/fairs/form.ts'
import { mayCorrect } from '@hoicho/shared/recruitment/corrections.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { formatDate, formatMoney, formatNumber } from '../platform/format.ts'
import { locale, translator } from '../platform/i18n.ts'
import type { Tone } from '../ui/state-tag.tsx'

export const STATE_TONES: Record<ApplicationState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  'correction-requested': 'warning',
  complete: 'info',
  selected: 'success',
  waiting: 'warning',
  rejected: 'error',
  declined: 'neutral',
  lapsed: 'neutral',
  withdrawn: 'neutral',
}

/** Whether a place may be changed now: in a draft all of them, in a correction those that a remark names. */
export const isOpenToChange = (view: ApplicationView, pointer: string): boolean =>
  view.state === 'draft' || mayCorrect(view.form, view.correctionFields, pointer)

/** How a link in a sentence looks. */
export const LINK = 'text-primary underline underline-offset-2'

/** An answer as people read it; a table as a line for each row. */
export function answerText(field: FormField, answer: Answer | undefined): string {
  const t = translator('recruitment')
  if (answer === undefined || answer === null || answer === '') return t('unanswered')
  if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no')
  if (typeof answer === 'number') return numberText(field, answer)
  if (isList(answer)) return answer.map(value => optionText(field, value)).join(', ') || t('unanswered')
  if (isTable(answer)) return answer.map((row, at) => `${at + 1}. ${rowText(field, row)}`).join('\n')
  return field.kind === 'date' ? formatDate(answer) : optionText(field, answer)
}

function numberText(field: FormField, answer: number): string {
  if (field.kind === 'money') return formatMoney(answer)
  const unit = field.kind === 'number' && field.unit ? wordsIn(field.unit, locale.value) : ''
  return unit ? `${formatNumber(answer)} ${unit}` : formatNumber(answer)
}

function optionText(field: FormField, value: string): string {
  const options = field.kind === 'choice' || field.kind === 'choices' ? field.options : []
  const option = options.find(candidate => candidate.value === value)
  return option ? wordsIn(option.label, locale.value) : value
}

const rowText = (field: FormField, row: TableRow): string =>
  field.kind === 'table' ? field.columns.map(column => row[column.code] ?? '–').join(' · ') : ''

/** What a code of the form is called: a field, a paper, or the products. */
export function labelOf(form: FormDefinition, code: string): string {
  if (code === 'products') return translator('recruitment')('check.products')
  const found = [...form.sections.flatMap(section => section.fields), ...form.papers].find(
    item => item.code === code,
  )
  return found ? wordsIn(found.label, locale.value) : code
}
