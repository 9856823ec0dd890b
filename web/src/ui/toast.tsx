import { signal } from '@preact/signals'
import { translator, useMessages } from '../platform/i18n.ts'
import { Problem } from '../platform/problem.ts'
import { Icon } from './icon.tsx'

export interface Toast {
  text: string
  tone?: 'success' | 'error' | 'info'
  /** Offered for ten seconds; longer than a plain notice. */
  undo?: () => unknown
}

const toasts = signal<readonly (Toast & { id: number })[]>([])
let lastId = 0

/** Says that something happened, away from where it happened. `notify({ text: t('status.saved') })`. */
export function notify(toast: Toast): void {
  lastId += 1
  const id = lastId
  toasts.value = [...toasts.value.slice(-2), { ...toast, id }]
  // Errors stay until read.
  if (toast.tone !== 'error') setTimeout(() => dismiss(id), toast.undo ? 10_000 : 5_000)
}

/** Shows a failure that has no place of its own on the page. */
export function notifyError(error: unknown): void {
  const t = translator('platform')
  const isOurs = error instanceof Problem && error.code !== 'network'
  const text =
    isOurs && error.message
      ? error.message
      : t(error instanceof Problem ? 'error.network' : 'error.unexpected')
  notify({ tone: 'error', text })
}

function dismiss(id: number): void {
  toasts.value = toasts.value.filter(toast => toast.id !== id)
}

async function takeBack(id: number, undo: () => unknown): Promise<void> {
  dismiss(id)
  try {
    await undo()
    notify({ text: translator('platform')('status.done.undone'), tone: 'info' })
  } catch (error) {
    notifyError(error)
  }
}

/** The place where notices appear; mounted once, by the app. */
export function ToastRegion() {
  const t = useMessages('platform')
  return (
    <output
      aria-live="polite"
      class="no-print pointer-events-none fixed inset-x-0 bottom-16 z-50 flex flex-col items-center gap-2 p-4 md:bottom-0"
    >
      {toasts.value.map(({ id, text, tone = 'success', undo }) => (
        <div
          key={id}
          class="pointer-events-auto flex max-w-lg items-center gap-3 rounded-box bg-neutral py-1.5 pr-1.5 pl-4 text-neutral-content shadow-lg"
        >
          <Icon name={tone === 'success' ? 'check' : tone} class="size-5" />
          <span class="min-w-0 py-1.5">{text}</span>
          {undo && (
            <button
              type="button"
              class="btn btn-sm border-current/40 bg-transparent text-inherit"
              onClick={() => void takeBack(id, undo)}
            >
              {t('action.undo')}
            </button>
          )}
          <button
            type="button"
            class="btn btn-sm btn-square border-transparent bg-transparent text-inherit"
            aria-label={t('notice.dismiss')}
            onClick={() => dismiss(id)}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </output>
  )
}
