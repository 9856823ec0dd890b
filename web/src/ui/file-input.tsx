import { useState } from 'preact/hooks'
import { formatBytes } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { describedBy, Field, type FieldProps } from './field.tsx'
import { Progress } from './figures.tsx'
import { Icon } from './icon.tsx'

export interface FileInputProps extends FieldProps {
  files: readonly File[]
  onFiles: (files: File[]) => void
  /** As of `<input accept>`: `.pdf,image/*`. */
  accept?: string
  maxBytes?: number
  multiple?: boolean
  /** The camera of a phone first. */
  capture?: boolean
  /** 0…1 while it is being sent. */
  progress?: number | undefined
}

/** Files by pressing, dropping or pasting from the device; too big or of a wrong kind is said at once. */
export function FileInput(props: FileInputProps) {
  const { id, files, onFiles, accept, maxBytes, multiple, progress, hint } = props
  const t = useMessages('platform')
  const [refusal, setRefusal] = useState<string>()
  const [isOver, setOver] = useState(false)
  const take = (incoming: FileList | null | undefined) => {
    const picked = [...(incoming ?? [])].slice(0, multiple ? undefined : 1)
    const reason = picked.map(file => refuse(file, accept, maxBytes)).find(found => found !== undefined)
    setRefusal(reason && t(reason.key, reason.params))
    if (!reason && picked.length > 0) onFiles(multiple ? [...files, ...picked] : picked)
  }
  const limit = maxBytes ? t('form.file.limit', { size: formatBytes(maxBytes) }) : undefined
  const fullHint = hint || limit ? [hint, limit].filter(Boolean).join(' · ') : undefined
  return (
    <Field {...props} hint={fullHint} error={refusal ?? props.error}>
      {control => (
        <>
          <div
            class={`flex max-w-xl flex-wrap items-center gap-x-3 gap-y-2 rounded-field border border-dashed p-3 ${
              isOver ? 'border-primary bg-base-200' : 'border-edge'
            }`}
            onDragOver={event => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={event => {
              event.preventDefault()
              setOver(false)
              take(event.dataTransfer?.files)
            }}
          >
            <span class="hidden text-muted sm:inline">{t('form.file.drop')}</span>
            <input
              {...control}
              type="file"
              class="peer sr-only"
              accept={accept}
              multiple={multiple}
              capture={props.capture ? 'environment' : undefined}
              aria-describedby={describedBy(id, fullHint, refusal ?? props.error)}
              onChange={event => {
                take(event.currentTarget.files)
                event.currentTarget.value = ''
              }}
            />
            <label
              for={id}
              class="btn border-edge btn-outline gap-1.5 peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-primary"
            >
              <Icon name="upload" />
              {t('form.file.choose')}
            </label>
          </div>
          <PickedFiles files={files} onFiles={onFiles} progress={progress} />
        </>
      )}
    </Field>
  )
}

function PickedFiles({ files, onFiles, progress }: Pick<FileInputProps, 'files' | 'onFiles' | 'progress'>) {
  const t = useMessages('platform')
  if (files.length === 0) return null
  const names = files.map(file => file.name).join(', ')
  return (
    <>
      <ul class="flex max-w-xl flex-col">
        {files.map(file => (
          <li key={file.name + file.size} class="flex items-center gap-2">
            <Icon name="file" class="size-5 text-muted" />
            <span class="min-w-0 flex-1 truncate">{file.name}</span>
            <span class="tnum text-sm text-muted">{formatBytes(file.size)}</span>
            <button
              type="button"
              class="btn btn-ghost btn-sm btn-square"
              aria-label={t('form.file.remove', { name: file.name })}
              onClick={() => onFiles(files.filter(other => other !== file))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {progress !== undefined && (
        <Progress share={progress} label={t('form.file.uploading', { name: names })} />
      )}
    </>
  )
}

function refuse(file: File, accept: string | undefined, maxBytes: number | undefined) {
  if (maxBytes !== undefined && file.size > maxBytes) {
    const params = { name: file.name, size: formatBytes(file.size), limit: formatBytes(maxBytes) }
    return { key: 'form.file.tooBig', params } as const
  }
  if (accept && !accept.split(',').some(kind => isKind(file, kind.trim()))) {
    return { key: 'form.file.wrongType', params: { name: file.name } } as const
  }
  return undefined
}

function isKind(file: File, kind: string): boolean {
  if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind.toLowerCase())
  return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind
}
