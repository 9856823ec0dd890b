import type { ComponentChildren } from 'preact'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/states.tsx'
import { fileUrl } from './api.ts'

export interface Entry {
  id: string
  title: string
  lines: readonly string[]
  tag?: ComponentChildren
  fileId: string | null
  /** Counted beside the first. */
  furtherFileIds?: readonly string[]
  /** Shows the file as a small picture instead of a link. */
  isPhoto?: boolean
}

export interface EntryListProps {
  entries: readonly Entry[]
  empty: { title: string; text: string }
  /** Without it the list can only be read. */
  onRemove?: (id: string) => Promise<void>
  onEdit?: (id: string) => void
  /** What else can be done with one. */
  extra?: (id: string) => ComponentChildren
}

/** Products, titles or certificates as short cards, each with what can be done with it. */
export function EntryList({ entries, empty, onRemove, onEdit, extra }: EntryListProps) {
  const t = useMessages('establishments')
  const p = useMessages('platform')
  if (entries.length === 0) return <EmptyState title={empty.title}>{empty.text}</EmptyState>
  return (
    <ul class="border-t border-line">
      {entries.map(entry => (
        <li key={entry.id} class="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
          {entry.isPhoto && entry.fileId && (
            <img
              class="size-16 rounded-field border border-line object-cover"
              src={fileUrl(entry.fileId)}
              alt=""
              loading="lazy"
            />
          )}
          <div class="min-w-0 flex-1 basis-48">
            <p class="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              {entry.title}
              {entry.tag}
            </p>
            {entry.lines.filter(Boolean).map(line => (
              <p key={line} class="text-sm text-muted">
                {line}
              </p>
            ))}
            {entry.furtherFileIds && entry.furtherFileIds.length > 0 && (
              <p class="text-sm text-muted">
                {t('product.photo.count', { count: entry.furtherFileIds.length })}
              </p>
            )}
            {entry.fileId && !entry.isPhoto && (
              <a
                class="inline-block py-1 text-primary underline"
                href={fileUrl(entry.fileId)}
                target="_blank"
                rel="noreferrer"
              >
                {t('file.open')}
              </a>
            )}
          </div>
          <span class="flex flex-wrap gap-1">
            {extra?.(entry.id)}
            {onEdit && (
              <Button
                kind="quiet"
                small
                onClick={() => onEdit(entry.id)}
                aria-label={`${p('action.edit')}: ${entry.title}`}
              >
                {p('action.edit')}
              </Button>
            )}
            {onRemove && (
              <ConfirmButton
                kind="quiet"
                small
                title={t('remove.ask', { name: entry.title })}
                text={t('remove.text')}
                onConfirm={() => onRemove(entry.id)}
              >
                {p('action.remove')}
              </ConfirmButton>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
