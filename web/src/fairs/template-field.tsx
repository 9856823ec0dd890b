import type { FormPaper } from '@hoicho/shared/fairs/form.ts'
import { MAX_FILE_BYTES } from '@hoicho/shared/files/limits.ts'
import { useId, useState } from 'preact/hooks'
import { upload } from '../platform/client.ts'
import { formatBytes } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { FileInput } from '../ui/file-input.tsx'
import { useErrorText } from '../ui/states.tsx'

type Template = FormPaper['template']

/** A file for applicants to download, fill in and hand in; sent at once, in force when the form is published. */
export function TemplateField(props: { value: Template; onValue: (template: Template) => void }) {
  const { value, onValue } = props
  const t = useMessages('fairs-desk')
  const id = useId()
  const [progress, setProgress] = useState<number>()
  const [error, setError] = useState<unknown>()
  const errorText = useErrorText(error)
  const send = async ([file]: File[]) => {
    if (!file) return
    setError(undefined)
    setProgress(0)
    try {
      const bytes = new Blob([file], { type: 'application/octet-stream' })
      const path = `/api/files?name=${encodeURIComponent(file.name)}`
      const stored = await upload<{ id: string; name: string; sizeBytes: number }>(path, bytes, setProgress)
      onValue({ fileId: stored.id, name: stored.name, sizeBytes: stored.sizeBytes })
    } catch (reason) {
      setError(reason)
    } finally {
      setProgress(undefined)
    }
  }
  if (value) {
    return (
      <div class="flex flex-wrap items-center gap-3">
        <span>
          {t('papers.template')}: {value.name}{' '}
          <span class="tnum text-muted">{formatBytes(value.sizeBytes)}</span>
        </span>
        <Button kind="quiet" small onClick={() => onValue(undefined)}>
          {t('papers.template.none')}
        </Button>
      </div>
    )
  }
  return (
    <FileInput
      id={id}
      label={t('papers.template')}
      hint={t('papers.template.hint')}
      required={false}
      accept=".docx,.xlsx,.pdf"
      maxBytes={MAX_FILE_BYTES}
      files={[]}
      progress={progress}
      error={error === undefined ? undefined : errorText}
      onFiles={files => void send(files)}
    />
  )
}
