import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { ApplicationPaper, ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useState } from 'preact/hooks'
import { formatBytes } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { LINK } from './words.ts'

/** The papers by their place in the form; the one chosen is shown below, without leaving the page. */
export function PaperViewer({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment-desk')
  const [shownId, setShownId] = useState(view.papers[0]?.id)
  const shown = view.papers.find(paper => paper.id === shownId)
  return (
    <Section id="papers" title={t('one.papers')}>
      <ul class="flex flex-col">
        {view.form.papers.map(paper => {
          const files = view.papers.filter(file => file.paperCode === paper.code)
          return (
            <li key={paper.code} class="border-b border-line py-2 last:border-0">
              <div class="flex flex-wrap items-center gap-x-3">
                <span class="min-w-0 flex-1">{wordsIn(paper.label, locale.value)}</span>
                {files.length === 0 && (
                  <StateTag tone={paper.required ? 'error' : 'neutral'}>{t('one.missing')}</StateTag>
                )}
              </div>
              {files.map(file => (
                <button
                  key={file.id}
                  type="button"
                  class="block max-w-full cursor-pointer truncate py-1 text-left text-primary underline aria-pressed:font-semibold"
                  aria-pressed={file.id === shownId}
                  onClick={() => setShownId(file.id)}
                >
                  {file.name} <span class="tnum text-sm text-muted">{formatBytes(file.sizeBytes)}</span>
                </button>
              ))}
            </li>
          )
        })}
      </ul>
      {shown && <Shown paper={shown} />}
    </Section>
  )
}

function Shown({ paper }: { paper: ApplicationPaper }) {
  const t = useMessages('recruitment-desk')
  const source = `/api/files/${paper.fileId}?inline=1`
  return (
    <figure class="mt-3">
      {paper.mediaType.startsWith('image/') && (
        <img
          src={source}
          alt={paper.name}
          class="max-h-[75dvh] w-full rounded-field border border-line object-contain"
        />
      )}
      {paper.mediaType === 'application/pdf' && (
        <iframe
          key={paper.id}
          src={source}
          title={paper.name}
          class="h-[75dvh] w-full rounded-field border border-line"
        />
      )}
      <figcaption class="mt-2">
        <a class={LINK} href={source} target="_blank" rel="noreferrer">
          {t('one.open')}: {paper.name}
        </a>
      </figcaption>
    </figure>
  )
}
