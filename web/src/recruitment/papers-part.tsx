import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import { shownOf } from '@hoicho/shared/fairs/conditions.ts'
import type { FormPaper } from '@hoicho/shared/fairs/form.ts'
import { MAX_FILE_BYTES, MAX_PHOTO_BYTES } from '@hoicho/shared/files/limits.ts'
import { useState } from 'preact/hooks'
import { formatBytes } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { isProblem } from '../platform/problem.ts'
import { Button } from '../ui/button.tsx'
import { FileInput } from '../ui/file-input.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Notice, useErrorText } from '../ui/states.tsx'
import { notifyError } from '../ui/toast.tsx'
import { addPaper, removePaper } from './api.ts'
import type { PartProps } from './application-parts.tsx'
import { RemarkBox } from './remark-box.tsx'
import { isOpenToChange, LINK } from './words.ts'

const ACCEPT = 'image/*,.pdf,.docx,.xlsx'

/** The papers the form asks for, each with its files. */
export function PapersPart({ view, editor }: PartProps) {
  const t = useMessages('recruitment')
  const shown = shownOf(view.form, editor.content.value.answers).papers
  return (
    <>
      <p class="max-w-prose text-muted">{t('papers.lead')}</p>
      {view.form.papers
        .filter(paper => shown.has(paper.code))
        .map(paper => (
          <OnePaper key={paper.code} view={view} paper={paper} />
        ))}
    </>
  )
}

function OnePaper({ view, paper }: Pick<PartProps, 'view'> & { paper: FormPaper }) {
  const t = useMessages('recruitment')
  const files = view.papers.filter(one => one.paperCode === paper.code)
  const pointer = `/papers/${paper.code}`
  const isOpen = isOpenToChange(view, pointer)
  const label = wordsIn(paper.label, locale.value)
  const isMissing = files.length === 0 && paper.required
  return (
    <Section
      title={label}
      lead={`${t(`copy.${paper.copyKind}`)}${paper.required ? '' : ` · ${t('papers.optional')}`}`}
      actions={
        <StateTag tone={files.length > 0 ? 'success' : isMissing ? 'info' : 'neutral'}>
          {files.length > 0 ? String(files.length) : t('papers.missing')}
        </StateTag>
      }
    >
      <RemarkBox view={view} pointer={pointer} />
      {paper.template && (
        <p class="mb-3">
          <a class={LINK} href={`/api/files/${paper.template.fileId}`} download={paper.template.name}>
            {t('papers.template', { name: paper.template.name })}
          </a>{' '}
          <span class="tnum text-sm text-muted">{formatBytes(paper.template.sizeBytes)}</span>
        </p>
      )}
      <ul class="flex flex-col">
        {files.map(file => (
          <li key={file.id} class="flex items-center gap-2 border-b border-line py-1">
            <Icon name="file" class="size-5 text-muted" />
            <a
              class="min-w-0 flex-1 truncate underline"
              href={`/api/files/${file.fileId}?inline=1`}
              target="_blank"
              rel="noreferrer"
            >
              {file.name}
            </a>
            <span class="tnum text-sm text-muted">{formatBytes(file.sizeBytes)}</span>
            {isOpen && (
              <Button
                kind="quiet"
                small
                aria-label={`${t('papers.remove')} ${file.name}`}
                onClick={() => void removePaper(view.id, file.id).catch(notifyError)}
              >
                {t('papers.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && <Adder applicationId={view.id} paperCode={paper.code} label={label} />}
    </Section>
  )
}

/** Sends files one after the other as soon as they are chosen; what broke off can be sent again. */
function Adder({
  applicationId,
  paperCode,
  label,
}: {
  applicationId: string
  paperCode: string
  label: string
}) {
  const t = useMessages('recruitment')
  const p = useMessages('platform')
  const [queue, setQueue] = useState<File[]>([])
  const [progress, setProgress] = useState<number>()
  const [error, setError] = useState<unknown>()
  const [tooBig, setTooBig] = useState<File>()
  const [first] = queue
  const errorText = useErrorText(error)
  const send = async (chosen: File[]) => {
    const big = chosen.find(isTooBig)
    setTooBig(big)
    const files = chosen.filter(file => !isTooBig(file))
    let rest = files
    setQueue(rest)
    setError(undefined)
    try {
      for (const file of files) {
        setProgress(0)
        await addPaper(applicationId, paperCode, file, setProgress)
        rest = rest.slice(1)
        setQueue(rest)
      }
    } catch (reason) {
      setError(reason)
      if (!isProblem(reason, 'network')) setQueue(rest.slice(1))
    } finally {
      setProgress(undefined)
    }
  }
  const sizes = tooBig && {
    name: tooBig.name,
    size: formatBytes(tooBig.size),
    limit: formatBytes(limitOf(tooBig)),
  }
  const isBroken = first !== undefined && isProblem(error, 'network')
  const refusal = sizes
    ? p('form.file.tooBig', sizes)
    : error !== undefined && !isBroken
      ? errorText
      : undefined
  return (
    <div class="mt-3 flex flex-col gap-2">
      <FileInput
        id={`paper-${paperCode}`}
        label={t('papers.add', { paper: label })}
        hideLabel
        multiple
        required={false}
        accept={ACCEPT}
        files={queue}
        progress={progress}
        error={refusal}
        onFiles={files => void send(files)}
      />
      {isBroken && (
        <Notice
          tone="warning"
          action={
            <Button small onClick={() => void send(queue)}>
              {p('action.retry')}
            </Button>
          }
        >
          {t('papers.retry', { name: first.name })}
        </Notice>
      )}
    </div>
  )
}

const limitOf = (file: File) => (file.type.startsWith('image/') ? MAX_PHOTO_BYTES : MAX_FILE_BYTES)
const isTooBig = (file: File) => file.size > limitOf(file)
