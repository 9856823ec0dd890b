import type { ComponentChildren } from 'preact'
import { useMessages } from '../platform/i18n.ts'
import { useCalm } from './calm.ts'
import { Icon } from './icon.tsx'

/** What a form hands to an input: spread it, `<TextField {...form.field('name')} label="…" />`. */
export interface Binding<V> {
  id: string
  name: string
  value: V
  onValue: (value: V) => void
  error?: string | undefined
}

export interface FieldProps {
  id: string
  label: string
  hint?: ComponentChildren
  error?: string | undefined
  /** Marks the label. Only `optional` is written out: most fields of a good form are required. */
  required?: boolean
  /** Hides the label from sight, where a heading or a column already says it. */
  hideLabel?: boolean
}

/** What the control inside a field must carry to be read out with its hint and error. */
export interface ControlAttributes {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

/** Label, hint, error and one control. Every input of this kit stands in one. */
export function Field(props: FieldProps & { children: (control: ControlAttributes) => ComponentChildren }) {
  const { id, label, hint, required = true, hideLabel, children } = props
  const error = useCalm(props.error)
  return (
    <div class={`flex min-w-0 flex-col gap-1 ${error ? 'border-l-4 border-error pl-3' : ''}`}>
      <label for={id} class={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
        {!required && <OptionalMark />}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children({
        id,
        'aria-describedby': describedBy(id, hint, error),
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
    </div>
  )
}

/** The same for a set of controls: checkboxes, radios. */
export function FieldSet(props: FieldProps & { children: ComponentChildren }) {
  const { id, label, hint, required = true, hideLabel, children } = props
  const error = useCalm(props.error)
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      class={`flex min-w-0 flex-col gap-1 ${error ? 'border-l-4 border-error pl-3' : ''}`}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend class={hideLabel ? 'sr-only' : 'mb-1 font-medium'}>
        {label}
        {!required && <OptionalMark />}
      </legend>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  )
}

export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

export function OptionalMark() {
  const t = useMessages('platform')
  return <span class="font-normal text-muted"> ({t('form.optional')})</span>
}

export function HintAndError({
  id,
  hint,
  error,
}: {
  id: string
  hint: ComponentChildren
  error?: string | undefined
}) {
  const t = useMessages('platform')
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} class="max-w-prose text-sm text-muted">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} class="flex items-start gap-1 text-sm font-medium text-error">
          <Icon name="error" class="mt-0.5 size-4" />
          <span>
            <span class="sr-only">{t('form.errors.field')} </span>
            {error}
          </span>
        </p>
      )}
    </>
  )
}
