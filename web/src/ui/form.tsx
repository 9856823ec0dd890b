import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { isProblem } from '../platform/problem.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Notice, useErrorText } from './states.tsx'
import type { Form as FormState } from './use-form.ts'

export interface FormProps<T extends object> {
  form: FormState<T>
  children: ComponentChildren
}

/** The form element with its error summary and draft notice. The submit button is a `<Button type="submit">` inside. */
export function Form<T extends object>({ form, children }: FormProps<T>) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void form.submit()
  }
  return (
    <form noValidate onSubmit={submit} class="flex flex-col gap-5">
      <ErrorSummary form={form} />
      <DraftNotice form={form} />
      {children}
    </form>
  )
}

/** What is wrong, each line leading to its field. Takes focus after every failed submit. */
function ErrorSummary<T extends object>({ form }: { form: FormState<T> }) {
  const t = useMessages('platform')
  const box = useRef<HTMLDivElement>(null)
  const text = useErrorText(form.problem)
  const isShown = form.errors.length > 0 || form.problem !== undefined
  useEffect(() => {
    if (form.failures > 0) box.current?.focus()
  }, [form.failures])
  if (!isShown) return null
  const requestId = isProblem(form.problem) && form.problem.status >= 500 ? form.problem.requestId : undefined
  return (
    <div ref={box} tabIndex={-1} role="alert" class="rounded-box border-2 border-error bg-base-100 p-4">
      <p class="flex items-center gap-2 font-semibold">
        <Icon name="error" class="size-5 text-error" />
        {t('form.errors.title')}
      </p>
      {form.problem !== undefined && <p class="mt-2">{text}</p>}
      {requestId && <p class="mt-1 text-sm text-muted">{t('error.requestId', { id: requestId })}</p>}
      <ul class="mt-2 flex flex-col gap-1">
        {form.errors.map(error => (
          <li key={error.pointer}>
            <a
              class="inline-block py-0.5 font-medium text-error underline underline-offset-2"
              href={`#${form.idOf(error.pointer)}`}
              onClick={event => goTo(event, form.idOf(error.pointer))}
            >
              {namedError(form.idOf(error.pointer), error.message)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Focuses the field an error names. */
function goTo(event: MouseEvent, id: string): void {
  event.preventDefault()
  const field = fieldOf(id)
  if (!field) return
  field.scrollIntoView({ block: 'center' })
  const control = field.matches('fieldset')
    ? field.querySelector<HTMLElement>('input, select, textarea')
    : field
  control?.focus({ preventScroll: true })
}

/** The field itself, or the nearest above it in the data when the error names a part of one. */
function fieldOf(id: string): HTMLElement | undefined {
  for (let target = id; target.includes('-'); target = target.slice(0, target.lastIndexOf('-'))) {
    const field = document.getElementById(target)
    if (field) return field
  }
  return undefined
}

/** The error after the name of its field, as it stands on the page. What a box declares is too long a name. */
function namedError(id: string, message: string): string {
  const field = fieldOf(id)
  if (!field || field.matches('input[type="checkbox"]')) return message
  const label = field.matches('fieldset')
    ? field.querySelector('legend')
    : document.querySelector(`label[for="${CSS.escape(field.id)}"]`)
  // Behind the name, the label may say that the field is optional.
  const name = label?.firstChild?.textContent?.trim()
  return name ? `${name}: ${message}` : message
}

function DraftNotice<T extends object>({ form }: { form: FormState<T> }) {
  const t = useMessages('platform')
  if (!form.draftSavedAt) return null
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Notice
      action={
        <Button kind="quiet" small onClick={form.discardDraft}>
          {t('form.draft.discard')}
        </Button>
      }
    >
      {t('form.draft.restored', { time: formatDateTime(form.draftSavedAt, zone) })}
    </Notice>
  )
}
