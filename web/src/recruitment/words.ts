import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { Answers, FormDefinition, FormField } from '@hoicho/shared/fairs/form.ts'
import { mayCorrect } from '@hoicho/shared/recruitment/corrections.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { formatNumber } from '../platform/format.ts'
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
  withdrawn: 'neutral',
}

/** Whether a place may be changed now: in a draft all of them, in a correction those that a remark names. */
export const isOpenToChange = (view: ApplicationView, pointer: string): boolean =>
  view.state === 'draft' || mayCorrect(view.correctionFields, pointer)

/** How a link in a sentence looks. */
export const LINK = 'text-primary underline underline-offset-2'

/** A fair's name in the reader's language, Vietnamese where it has none. */
export function fairName(fair: { nameVi: string; nameEn: string; nameDe: string }): string {
  if (locale.value === 'vi') return fair.nameVi
  return (locale.value === 'de' && fair.nameDe) || fair.nameEn || fair.nameVi
}

/** An answer as people read it. */
export function answerText(field: FormField, answer: Answers[string] | undefined): string {
  const t = translator('recruitment')
  if (answer === undefined || answer === null || answer === '') return t('unanswered')
  if (typeof answer === 'boolean') return t(answer ? 'yes' : 'no')
  if (typeof answer === 'number') return formatNumber(answer)
  if (field.kind !== 'choice') return answer
  const option = field.options.find(candidate => candidate.value === answer)
  return option ? wordsIn(option.label, locale.value) : answer
}

/** What a code of the form is called: a field, a paper, or the products. */
export function labelOf(form: FormDefinition, code: string): string {
  if (code === 'products') return translator('recruitment')('check.products')
  const found = [...form.sections.flatMap(section => section.fields), ...form.papers].find(
    item => item.code === code,
  )
  return found ? wordsIn(found.label, locale.value) : code
}
