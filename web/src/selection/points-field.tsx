import type { CriterionView } from '@hoicho/shared/selection/schema.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { HintAndError } from '../ui/field.tsx'

export interface PointsFieldProps {
  id: string
  criterion: CriterionView
  value: number | undefined
  onValue: (value: number | undefined) => void
  error?: string | undefined
  disabled: boolean
}

/** Points of one criterion: typed, stepped with the thumb or the arrow keys, or slid. Empty until given. */
export function PointsField({ id, criterion, value, onValue, error, disabled }: PointsFieldProps) {
  const t = useMessages('selection-desk')
  const isVi = locale.value === 'vi'
  const name = isVi ? criterion.nameVi : criterion.nameEn || criterion.nameVi
  const guidance = isVi ? criterion.guidanceVi : criterion.guidanceEn || criterion.guidanceVi
  const max = criterion.maxPoints
  const type = (box: HTMLInputElement) => {
    const digits = box.value.replace(/\D/g, '').slice(0, 3)
    const points = digits === '' ? undefined : Math.min(max, Number(digits))
    // The box is written at once: when the points stay the same, nothing is drawn anew.
    box.value = points === undefined ? '' : String(points)
    onValue(points)
  }
  const step = (by: number) => onValue(Math.max(0, Math.min(max, (value ?? 0) + by)))
  return (
    <div class={`border-b border-line py-4 last:border-b-0 ${error ? 'border-l-4 border-l-error pl-3' : ''}`}>
      <div class="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div class="min-w-0 flex-1 basis-52">
          <label for={id} class="font-medium">
            {name}
          </label>
          {criterion.isOptional && <span class="ml-2 text-sm text-muted">{t('sheet.optional')}</span>}
          <HintAndError id={id} hint={guidance} error={error} />
        </div>
        <div class="flex items-center gap-1">
          <Step
            sign="−"
            label={t('sheet.less', { name })}
            onPress={() => step(-1)}
            isOff={disabled || !value}
          />
          <input
            id={id}
            class="input tnum w-16 text-center text-lg font-semibold"
            inputMode="numeric"
            autocomplete="off"
            value={value ?? ''}
            placeholder="–"
            disabled={disabled}
            aria-invalid={error ? true : undefined}
            aria-describedby={`${id}-hint`}
            onInput={event => type(event.currentTarget)}
            onKeyDown={event => {
              const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
              if (by === 0) return
              event.preventDefault()
              step(by)
            }}
          />
          <Step
            sign="+"
            label={t('sheet.more', { name })}
            onPress={() => step(1)}
            isOff={disabled || value === max}
          />
          <span class="tnum w-12 text-muted">{t('sheet.of', { max })}</span>
        </div>
      </div>
      <NamedValues criterion={criterion} value={value} onValue={onValue} disabled={disabled} />
      <input
        type="range"
        class="mt-3 block h-8 w-full accent-primary"
        min={0}
        max={max}
        step={1}
        value={value ?? 0}
        disabled={disabled}
        aria-label={`${name}: ${t('sheet.range', { max })}`}
        onInput={event => onValue(Number(event.currentTarget.value))}
      />
    </div>
  )
}

/** The values with a name, one press each. */
function NamedValues({ criterion, value, onValue, disabled }: Omit<PointsFieldProps, 'id' | 'error'>) {
  if (criterion.values.length === 0) return null
  const isVi = locale.value === 'vi'
  return (
    <div class="mt-2 flex flex-wrap gap-2">
      {criterion.values.map(({ points, labelVi, labelEn }) => (
        <button
          key={points}
          type="button"
          class={`btn btn-sm h-auto min-h-11 border-edge font-normal whitespace-normal ${value === points ? 'btn-primary' : 'bg-base-100'}`}
          aria-pressed={value === points}
          disabled={disabled}
          onClick={() => onValue(points)}
        >
          <span class="tnum font-semibold">{points}</span> {isVi ? labelVi : labelEn || labelVi}
        </button>
      ))}
    </div>
  )
}

interface StepProps {
  sign: string
  label: string
  onPress: () => void
  isOff: boolean
}

function Step({ sign, label, onPress, isOff }: StepProps) {
  return (
    <button
      type="button"
      class="btn btn-outline btn-square border-edge bg-base-100 text-xl"
      aria-label={label}
      disabled={isOff}
      onClick={onPress}
    >
      {sign}
    </button>
  )
}
