import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { type FormChange, formChanges } from '@hoicho/shared/fairs/form-changes.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Notice } from '../ui/states.tsx'

/** What applicants of the next version will find different. Nothing while nothing is. */
export function FormChangesList({ before, after }: { before: FormDefinition; after: FormDefinition }) {
  const t = useMessages('fairs-desk')
  const changes = formChanges(before, after)
  if (changes.length === 0) return null
  const name = (change: FormChange) =>
    change.label ? `“${wordsIn(change.label, locale.value)}”` : t('form.minProducts')
  return (
    <Notice title={t('changes.title', { count: changes.length })}>
      <ul class="mt-1 flex list-disc flex-col gap-1 pl-5">
        {changes.map(change => (
          <li key={`${change.what}.${change.code}.${change.kind}`}>
            {t(`changes.${change.kind}`)}: {t(`changes.${change.what}`)} {name(change)}
          </li>
        ))}
      </ul>
      <p class="mt-2 text-muted">{t('changes.text')}</p>
    </Notice>
  )
}
