import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Section } from '../ui/page.tsx'
import { usePublicForm } from './api.ts'

/** The papers an application asks for, so that they can be fetched before it is begun. */
export function PapersToPrepare({ slug }: { slug: string }) {
  const t = useMessages('fairs')
  const { data } = usePublicForm(slug)
  if (!data || data.definition.papers.length === 0) return null
  return (
    <Section title={t('papers')} lead={t('papers.text')}>
      <ul class="border-t border-line">
        {data.definition.papers.map(paper => (
          <li key={paper.code} class="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
            <span class="min-w-0">
              {wordsIn(paper.label, locale.value)}
              {!paper.required && <span class="text-muted"> ({t('papers.optional')})</span>}
            </span>
            <span class="text-sm text-muted">{t(`copy.${paper.copyKind}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
