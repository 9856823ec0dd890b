import { defaultForm } from '@hoicho/shared/fairs/default-form.ts'
import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { messagesFor } from '@hoicho/shared/locales/index.ts'

/** The form proposed for a fair at home or abroad, in the three languages, before anybody has edited it. */
export async function proposeForm(kind: 'home' | 'abroad'): Promise<FormDefinition> {
  const [vi, en, de] = await Promise.all([
    messagesFor('vi', 'default-form'),
    messagesFor('en', 'default-form'),
    messagesFor('de', 'default-form'),
  ])
  return defaultForm(kind, { vi, en, de })
}
