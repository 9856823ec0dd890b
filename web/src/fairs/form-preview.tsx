import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { shownOf } from '@hoicho/shared/fairs/conditions.ts'
import type { Answers, FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { useState } from 'preact/hooks'
import { locale, useMessages } from '../platform/i18n.ts'
import { Section } from '../ui/page.tsx'
import { AnswerField } from './answer-field.tsx'

/** The form as an applicant sees it on a phone. Can be filled in to try it; nothing is kept. */
export function FormPreview({ definition }: { definition: FormDefinition }) {
  const t = useMessages('fairs-desk')
  const [answers, setAnswers] = useState<Answers>({})
  const shown = shownOf(definition, answers)
  return (
    <div class="flex w-full max-w-[360px] flex-col gap-4">
      {definition.sections
        .filter(section => section.fields.some(field => shown.fields.has(field.code)))
        .map(section => (
          <Section key={section.code} title={wordsIn(section.title, locale.value)}>
            <div class="flex flex-col gap-4">
              {section.fields
                .filter(field => shown.fields.has(field.code))
                .map(field => (
                  <AnswerField
                    key={field.code}
                    field={field}
                    id={`preview-${field.code}`}
                    name={field.code}
                    value={answers[field.code]}
                    onValue={answer => setAnswers({ ...answers, [field.code]: answer ?? null })}
                  />
                ))}
            </div>
          </Section>
        ))}
      <Section title={t('papers')}>
        <ul class="flex list-disc flex-col gap-1 pl-5">
          {definition.papers
            .filter(paper => shown.papers.has(paper.code))
            .map(paper => (
              <li key={paper.code}>
                {wordsIn(paper.label, locale.value)}, {t(`copy.${paper.copyKind}`)} (
                {t(paper.required ? 'form.required' : 'form.optional')})
              </li>
            ))}
        </ul>
      </Section>
    </div>
  )
}
