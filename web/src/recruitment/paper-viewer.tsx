import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { ApplicationPaper, ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useEffect, useState } from 'preact/hooks'
import { formatBytes } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { isTyping } from './use-row-keys.ts'
import { LINK } from './words.ts'

/** The papers by their place in the form; the one chosen is shown below, without leaving the page. */
export function PaperViewer({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment-desk')
  const [shownId, setShownId] = useState(firstOf(view))
  const inOrder = view.form.papers.flatMap(({ code }) => view.papers.filter(file => file.paperCode === code))
  const shown = inOrder.find(paper => paper.id === shownId)
  const go = (by: number) => {
    const at = inOrder.findIndex(paper => paper.id === shownId)
    const next = inOrder[(at + by + inOrder.length) % inOrder.length]
    if (next) setShownId(next.id)
  }
  usePaperKeys(go)
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
      {inOrder.length > 1 && (
        <div class="mt-3 flex flex-wrap items-center gap-2">
          <Button small icon="left" onClick={() => go(-1)}>
            {t('papers.previous')}
          </Button>
          <Button small icon="right" onClick={() => go(1)}>
            {t('papers.next')}
          </Button>
          <output class="tnum text-sm text-muted">
            {t('papers.at', { at: inOrder.findIndex(one => one.id === shownId) + 1, total: inOrder.length })}
          </output>
        </div>
      )}
      {shown && <Shown paper={shown} />}
    </Section>
  )
}

/** The first paper in the order of the form. */
const firstOf = (view: ApplicationView) =>
  view.form.papers.flatMap(({ code }) => view.papers.filter(file => file.paperCode === code))[0]?.id

/** `[` goes to the paper before, `]` to the next; never while something is typed or a dialog is open. */
function usePaperKeys(go: (by: number) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return
      if (event.key === '[') go(-1)
      if (event.key === ']') go(1)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
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
          src={`${source}#navpanes=0&view=FitH`}
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
