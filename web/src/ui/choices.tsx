import type { ComponentChildren } from 'preact'
import { useCalm } from './calm.ts'
import { describedBy, FieldSet, HintAndError } from './field.tsx'
import type { InputProps, Option } from './inputs.tsx'

interface ChoiceProps {
  id: string
  type: 'radio' | 'checkbox'
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  checked: boolean
  disabled?: boolean | undefined
  onPick: (checked: boolean) => void
}

/** One box with its words; the whole row is the target. */
function Choice({ id, type, name, label, hint, checked, disabled, onPick }: ChoiceProps) {
  return (
    <div class="flex items-start gap-3">
      <input
        id={id}
        type={type}
        name={name}
        class={`mt-2.5 sm:mt-1.5 ${type === 'radio' ? 'radio radio-primary' : 'checkbox checkbox-primary'}`}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onPick(event.currentTarget.checked)}
      />
      <label for={id} class="min-w-0 flex-1 cursor-pointer py-2.5 sm:py-1.5">
        {label}
        {hint && (
          <span id={`${id}-hint`} class="block max-w-prose text-sm text-muted">
            {hint}
          </span>
        )}
      </label>
    </div>
  )
}

export interface RadioFieldProps<V extends string> extends InputProps<V> {
  options: readonly Option<V>[]
  inline?: boolean
}

/** One of a few. */
export function RadioField<V extends string>(props: RadioFieldProps<V>) {
  const { id, name, options, value, onValue, inline } = props
  return (
    <FieldSet {...props}>
      <div class={inline ? 'flex flex-wrap gap-x-6' : 'flex flex-col'}>
        {options.map(option => (
          <Choice
            key={option.value}
            id={`${id}-${option.value}`}
            type="radio"
            name={name}
            label={option.label}
            hint={option.hint}
            checked={option.value === value}
            disabled={option.disabled}
            onPick={() => onValue(option.value)}
          />
        ))}
      </div>
    </FieldSet>
  )
}

export interface CheckboxGroupProps<V extends string> extends InputProps<readonly V[]> {
  options: readonly Option<V>[]
  columns?: boolean
}

/** Any of a few. The value keeps the order of the options. */
export function CheckboxGroup<V extends string>(props: CheckboxGroupProps<V>) {
  const { id, name, options, value, onValue, columns } = props
  const toggle = (picked: V, isOn: boolean) =>
    onValue(
      options
        .map(option => option.value)
        .filter(candidate => (candidate === picked ? isOn : value.includes(candidate))),
    )
  return (
    <FieldSet {...props}>
      <div class={columns ? 'grid gap-x-6 sm:grid-cols-2' : 'flex flex-col'}>
        {options.map(option => (
          <Choice
            key={option.value}
            id={`${id}-${option.value}`}
            type="checkbox"
            name={name}
            label={option.label}
            hint={option.hint}
            checked={value.includes(option.value)}
            disabled={option.disabled}
            onPick={isOn => toggle(option.value, isOn)}
          />
        ))}
      </div>
    </FieldSet>
  )
}

/** A single yes or no, such as a declaration. */
export function CheckboxField(
  props: InputProps<boolean> & { disabled?: boolean; children?: ComponentChildren },
) {
  const { id, name, label, hint, value, onValue, disabled, children } = props
  const error = useCalm(props.error)
  return (
    <div class={error ? 'border-l-4 border-error pl-3' : ''}>
      {error && <HintAndError id={id} hint={undefined} error={error} />}
      <div class="flex items-start gap-3">
        <input
          id={id}
          name={name}
          type="checkbox"
          class="checkbox checkbox-primary mt-2.5 sm:mt-1.5"
          checked={value}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          onChange={event => onValue(event.currentTarget.checked)}
        />
        <div class="min-w-0 flex-1">
          <label for={id} class="block cursor-pointer py-2.5 sm:py-1.5">
            {children ?? label}
          </label>
          {hint && <HintAndError id={id} hint={hint} />}
        </div>
      </div>
    </div>
  )
}
