import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { shownOf } from '@hoicho/shared/fairs/conditions.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { locale, useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { ErrorState, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { submitApplication } from './api.ts'
import type { PartProps } from './application-parts.tsx'
import { forgetEditor } from './draft-editor.ts'
import { codeAt, faultsOf, faultText, partOf } from './faults.ts'
import { useProducts } from './products-part.tsx'
import { answerText, LINK, labelOf } from './words.ts'

/** Check your answers, then submit. */
export function CheckPart({ view, editor }: PartProps) {
  const t = useMessages('recruitment')
  const content = editor.content.value
  const faults = faultsOf(view, content)
  const shown = shownOf(view.form, content.answers)
  const sections = view.form.sections.filter(section =>
    section.fields.some(field => shown.fields.has(field.code)),
  )
  const { data: products = [] } = useProducts(view.establishment.id)
  const names = products
    .filter(product => content.productIds.includes(product.id))
    .map(product => product.nameVi)
  return (
    <>
      {faults.length > 0 && (
        <Notice tone="error" title={t('check.missing', { count: faults.length })}>
          <ul class="mt-1 flex list-disc flex-col gap-1 pl-5">
            {faults.map(fault => (
              <li key={fault.pointer}>
                <a class={LINK} href={`?part=${partOf(view, fault.pointer)}`}>
                  {labelOf(view.form, codeAt(fault.pointer))}
                </a>
                : {faultText(fault)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {sections.map(section => (
        <Section key={section.code} title={wordsIn(section.title, locale.value)}>
          <SummaryList
            rows={section.fields
              .filter(field => shown.fields.has(field.code))
              .map(field => ({
                key: field.code,
                label: wordsIn(field.label, locale.value),
                value: answerText(field, content.answers[field.code]),
                href: `?part=${section.code}`,
              }))}
          />
        </Section>
      ))}
      <Section title={t('part.products')}>
        <SummaryList
          rows={[
            {
              key: 'products',
              label: t('check.products'),
              value: names.join('\n') || t('unanswered'),
              href: '?part=products',
            },
          ]}
        />
      </Section>
      <Section title={t('part.papers')}>
        <SummaryList
          rows={view.form.papers
            .filter(paper => shown.papers.has(paper.code))
            .map(paper => ({
              key: paper.code,
              label: wordsIn(paper.label, locale.value),
              value:
                view.papers
                  .filter(file => file.paperCode === paper.code)
                  .map(file => file.name)
                  .join('\n') || t('papers.missing'),
              href: '?part=papers',
            }))}
        />
      </Section>
      <Submit view={view} editor={editor} lacks={faults.length} />
    </>
  )
}

function Submit({ view, editor, lacks }: PartProps & { lacks: number }) {
  const t = useMessages('recruitment')
  const { route, path } = useLocation()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const submit = async () => {
    setBusy(true)
    setError(undefined)
    try {
      await editor.save()
      await submitApplication(view.id)
      forgetEditor(view.id)
      route(path)
      scrollTo(0, 0)
    } catch (reason) {
      setError(reason)
    } finally {
      setBusy(false)
    }
  }
  const isUnsaved = editor.state.value === 'offline' || editor.state.value === 'failed'
  const reason = lacks > 0 ? t('check.missing', { count: lacks }) : isUnsaved ? t('check.unsaved') : undefined
  return (
    <div class="flex flex-col gap-3">
      <p class="max-w-prose">{t('check.submit.text')}</p>
      {error !== undefined && <ErrorState error={error} />}
      <Actions>
        <Button kind="primary" busy={isBusy} disabledReason={reason} onClick={() => void submit()}>
          {t(view.state === 'draft' ? 'check.submit' : 'check.submit.again')}
        </Button>
      </Actions>
    </div>
  )
}
