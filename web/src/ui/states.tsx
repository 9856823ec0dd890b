import type { ComponentChildren } from 'preact'
import { useMessages } from '../platform/i18n.ts'
import { isProblem } from '../platform/problem.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

export interface EmptyStateProps {
  title: string
  /** What to do next, in a sentence. */
  children?: ComponentChildren
  action?: ComponentChildren
}

/** An empty place that says what to do next. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="flex flex-col items-center gap-3 rounded-box border border-dashed border-line px-4 py-10 text-center">
      <p class="font-semibold">{title}</p>
      {children && <div class="max-w-prose text-muted">{children}</div>}
      {action}
    </div>
  )
}

/** The words of any failure: the server's own for a refusal, plain ones for a lost network or a bug. */
export function useErrorText(error: unknown): string {
  const t = useMessages('platform')
  if (isProblem(error, 'network')) return t('error.network')
  if (isProblem(error) && (error.detail || error.title)) return error.detail ?? error.title
  return t('error.unexpected')
}

export interface ErrorStateProps {
  error: unknown
  retry?: (() => unknown) | undefined
  title?: string
}

/** What went wrong, the request id to quote, and a way to try again. */
export function ErrorState({ error, retry, title }: ErrorStateProps) {
  const t = useMessages('platform')
  const text = useErrorText(error)
  const requestId = isProblem(error) ? error.requestId : undefined
  // Trying again changes nothing, and there is nothing to report.
  if (isProblem(error) && (error.status === 403 || error.status === 404)) {
    const words = error.status === 403 ? 'access.none' : 'error.notFound'
    return (
      <EmptyState
        title={title ?? t(`${words}.title`)}
        action={<Button href="/">{t('error.notFound.home')}</Button>}
      >
        <p>{text}</p>
      </EmptyState>
    )
  }
  return (
    <div
      role="alert"
      class="flex flex-col items-start gap-3 rounded-box border border-error/40 bg-error/5 p-4"
    >
      <div class="flex gap-2">
        <Icon name="error" class="mt-0.5 size-5 text-error" />
        <div>
          <p class="font-semibold">{title ?? t('error.title')}</p>
          <p>{text}</p>
          {requestId && <p class="mt-1 text-sm text-muted">{t('error.requestId', { id: requestId })}</p>}
        </div>
      </div>
      {retry && (
        <Button small onClick={() => void retry()}>
          {t('action.retry')}
        </Button>
      )}
    </div>
  )
}

/** Grey lines where the content will stand. Appears only after a moment, so that quick answers do not flicker. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useMessages('platform')
  return (
    <output class="loading-lines flex flex-col gap-3 py-2">
      <span class="sr-only">{t('app.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div
          key={index}
          class={`h-4 rounded-selector bg-base-300 ${index === lines - 1 ? 'w-2/3' : 'w-full'}`}
        />
      ))}
    </output>
  )
}

export interface Queried<T> {
  data: T | undefined
  error: unknown
  isPending: boolean
  refetch: () => unknown
}

/** The three faces of a query: loading, failed, here. `<Await query={q}>{data => …}</Await>` */
export function Await<T>(props: {
  query: Queried<T>
  lines?: number
  children: (data: T) => ComponentChildren
}) {
  const { data, error, isPending, refetch } = props.query
  if (data !== undefined) return <>{props.children(data)}</>
  if (isPending) return <Loading lines={props.lines ?? 4} />
  return <ErrorState error={error} retry={refetch} />
}

export interface NoticeProps {
  tone?: 'info' | 'success' | 'warning' | 'error'
  title?: string
  children: ComponentChildren
  action?: ComponentChildren
}

const NOTICE = {
  info: { icon: 'info', look: 'border-info/35 bg-info/6', ink: 'text-info' },
  success: { icon: 'check', look: 'border-success/35 bg-success/6', ink: 'text-success' },
  warning: { icon: 'warning', look: 'border-warning/40 bg-warning/8', ink: 'text-warning' },
  error: { icon: 'error', look: 'border-error/40 bg-error/5', ink: 'text-error' },
} as const

/** Something to know while standing on this page. */
export function Notice({ tone = 'info', title, children, action }: NoticeProps) {
  const { icon, look, ink } = NOTICE[tone]
  return (
    <div class={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-box border p-3 ${look}`}>
      <Icon name={icon} class={`mt-0.5 size-5 ${ink}`} />
      <div class="min-w-0 flex-1 basis-56">
        {title && <p class="font-semibold">{title}</p>}
        <div>{children}</div>
      </div>
      {action}
    </div>
  )
}
