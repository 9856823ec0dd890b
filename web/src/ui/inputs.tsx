import type { ComponentChildren, TargetedEvent } from 'preact'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { type Binding, Field, type FieldProps } from './field.tsx'

export type InputProps<V> = Binding<V> & Omit<FieldProps, 'id' | 'error'>

const WIDTHS = { xs: 'max-w-24', sm: 'max-w-44', md: 'max-w-80', lg: 'max-w-xl', full: 'max-w-full' } as const
/** How wide the answer is, so that a box's size hints at what belongs in it. */
export type InputWidth = keyof typeof WIDTHS

export function widthClass(width: InputWidth = 'lg'): string {
  return `w-full ${WIDTHS[width]}`
}

/** Preact types each kind of input apart and takes no union; to the element the kind is only a string. */
function inputType(type: string): 'text' {
  return type as 'text'
}

export interface TextFieldProps extends InputProps<string> {
  width?: InputWidth
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'time' | 'datetime-local'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search'
  autoComplete?: string
  placeholder?: string
  maxLength?: number
  min?: string
  max?: string
  spellcheck?: boolean
  disabled?: boolean
  /** Written behind the box: a unit, a currency. */
  suffix?: ComponentChildren
  onBlur?: () => void
}

export function TextField(props: TextFieldProps) {
  const { value, onValue, name, width, suffix, type = 'text' } = props
  return (
    <Field {...props}>
      {control => (
        <span class={`flex items-center gap-2 ${suffix ? '' : 'contents'}`}>
          <input
            {...control}
            name={name}
            type={inputType(type)}
            class={`input ${widthClass(width)}`}
            value={value}
            inputMode={props.inputMode}
            autocomplete={props.autoComplete}
            placeholder={props.placeholder}
            maxLength={props.maxLength}
            min={props.min}
            max={props.max}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            onInput={event => onValue(event.currentTarget.value)}
            onBlur={props.onBlur}
          />
          {suffix && <span class="text-muted">{suffix}</span>}
        </span>
      )}
    </Field>
  )
}

export function EmailField(props: TextFieldProps) {
  return <TextField type="email" inputMode="email" autoComplete="email" spellcheck={false} {...props} />
}

export function PhoneField(props: TextFieldProps) {
  return <TextField type="tel" inputMode="tel" autoComplete="tel" width="sm" {...props} />
}

/** A day, `YYYY-MM-DD` or empty; the device's own calendar, in the device's own order. */
export function DateField(props: TextFieldProps) {
  return <TextField type="date" width="sm" {...props} />
}

export interface TextAreaProps extends InputProps<string> {
  rows?: number
  maxLength?: number
  disabled?: boolean
}

export function TextArea(props: TextAreaProps) {
  const { value, onValue, name, rows = 4, maxLength } = props
  return (
    <Field {...props}>
      {control => (
        <>
          <textarea
            {...control}
            name={name}
            rows={rows}
            maxLength={maxLength}
            disabled={props.disabled}
            class="textarea w-full max-w-3xl leading-normal"
            value={value}
            onInput={event => onValue(event.currentTarget.value)}
          />
          {maxLength && value.length > maxLength * 0.8 && (
            <span class="tnum text-sm text-muted">
              {value.length} / {maxLength}
            </span>
          )}
        </>
      )}
    </Field>
  )
}

export interface PasswordFieldProps extends InputProps<string> {
  autoComplete: 'current-password' | 'new-password'
}

export function PasswordField(props: PasswordFieldProps) {
  const t = useMessages('platform')
  const [isShown, setShown] = useState(false)
  return (
    <Field {...props}>
      {control => (
        <div class="flex w-full max-w-xl flex-wrap items-center gap-x-2 sm:flex-nowrap">
          <input
            {...control}
            name={props.name}
            type={inputType(isShown ? 'text' : 'password')}
            class="input w-full"
            value={props.value}
            autocomplete={props.autoComplete}
            autocapitalize="none"
            spellcheck={false}
            onInput={event => props.onValue(event.currentTarget.value)}
          />
          <button type="button" class="btn btn-ghost text-primary" onClick={() => setShown(!isShown)}>
            {t(isShown ? 'form.password.hide' : 'form.password.show')}
          </button>
        </div>
      )}
    </Field>
  )
}

export interface Option<V extends string = string> {
  value: V
  label: string
  hint?: ComponentChildren
  disabled?: boolean
}

export interface SelectFieldProps<V extends string> extends InputProps<V> {
  options: readonly Option<V>[]
  width?: InputWidth
  disabled?: boolean
}

/** One of a list too long for radios. An empty value shows "choose". */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const t = useMessages('platform')
  const { options, value, onValue, width } = props
  const pick = (event: TargetedEvent<HTMLSelectElement>) => {
    const option = options.find(candidate => candidate.value === event.currentTarget.value)
    if (option) onValue(option.value)
  }
  return (
    <Field {...props}>
      {control => (
        <select
          {...control}
          name={props.name}
          class={`select ${widthClass(width)}`}
          disabled={props.disabled}
          onChange={pick}
        >
          {!options.some(option => option.value === value) && (
            <option value="" selected>
              {t('form.choose')}
            </option>
          )}
          {options.map(option => (
            <option
              key={option.value}
              value={option.value}
              disabled={option.disabled}
              selected={option.value === value}
            >
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
