import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'

/** What a pointer into an application is called on its form; `''` for the products, undefined for what the form lacks. */
export function labelAt(form: FormDefinition, pointer: string, locale: Locale): string | undefined {
  if (pointer === '/products') return ''
  const [, kind, code] = pointer.split('/')
  const fields = form.sections.flatMap(section => section.fields)
  const words = (kind === 'papers' ? form.papers : fields).find(item => item.code === code)?.label
  return words && wordsIn(words, locale)
}
