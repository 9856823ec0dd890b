import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { FileInput } from '../ui/file-input.tsx'
import { Icon } from '../ui/icon.tsx'
import type { InputProps } from '../ui/inputs.tsx'
import { useErrorText } from '../ui/states.tsx'
import { fileUrl, uploadFile } from './api.ts'

const MAX_BYTES = 10_000_000

interface Props extends InputProps<string | null> {
  /** As of `<input accept>`. */
  accept: string
}

/** A file whose bytes go up as soon as it is chosen; the value is its id. */
export function UploadField({ accept, value, onValue, ...field }: Props) {
  const t = useMessages('establishments')
  const [files, setFiles] = useState<File[]>([])
  const [progress, setProgress] = useState<number>()
  const [failure, setFailure] = useState<unknown>()
  const failureText = useErrorText(failure)
  const take = async (picked: File[]) => {
    setFiles(picked)
    setFailure(undefined)
    const [file] = picked
    if (!file) return onValue(null)
    setProgress(0)
    try {
      onValue(await uploadFile(file, setProgress))
    } catch (error) {
      setFiles([])
      setFailure(error)
    } finally {
      setProgress(undefined)
    }
  }
  return (
    <div class="flex flex-col gap-1">
      <FileInput
        {...field}
        files={files}
        onFiles={picked => void take(picked)}
        accept={accept}
        maxBytes={MAX_BYTES}
        progress={progress}
        error={failure === undefined ? field.error : failureText}
      />
      {value && progress === undefined && (
        <a
          class="inline-flex items-center gap-1 py-1 text-primary underline"
          href={fileUrl(value)}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="check" />
          {t('file.there')}
        </a>
      )}
    </div>
  )
}
