import { useState } from 'preact/hooks'
import { formatMoney, formatNumber, minorDigits } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { type InputProps, type InputWidth, TextField } from './inputs.tsx'

export interface NumberFieldProps extends InputProps<number | null> {
  /** Digits after the decimal sign that are kept; 0 for counts. */
  decimals?: number
  suffix?: string
  width?: InputWidth
  disabled?: boolean
}

/**
 * A number, or null when empty. Typed with the reader's own separators; shown grouped once left.
 * What is not a number stays in the box with an error beside it, and the value is null.
 */
export function NumberField(props: NumberFieldProps) {
  const { value, onValue, decimals = 0, width = 'sm', error, ...rest } = props
  const t = useMessages('platform')
  const [typed, setTyped] = useState<string>()
  const isWrong = typed !== undefined && typed.trim() !== '' && parseNumber(typed, decimals) === null
  return (
    <TextField
      {...rest}
      width={width}
      inputMode={decimals > 0 ? 'decimal' : 'numeric'}
      autoComplete="off"
      value={typed ?? (value === null ? '' : formatNumber(value, decimals))}
      error={error ?? (isWrong ? t('form.number.invalid') : undefined)}
      onValue={text => {
        setTyped(text)
        onValue(parseNumber(text, decimals))
      }}
      onBlur={() => {
        if (!isWrong) setTyped(undefined)
      }}
    />
  )
}

/** Reads `1.250,5` (vi, de) or `1,250.5` (en). A negative sign is kept. Null for anything else. */
export function parseNumber(text: string, decimals: number, language = locale.peek()): number | null {
  const point = language === 'en' ? '.' : ','
  const bare = text.replaceAll(/[\s\u00a0\u202f']/g, '').replaceAll(language === 'en' ? ',' : '.', '')
  const plain = bare.replace(point, '.')
  if (!/^-?\d+(\.\d*)?$/.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) : null
}

export interface MoneyFieldProps extends InputProps<number | null> {
  currency?: string
  disabled?: boolean
}

/** An amount in integer minor units, or null. Dong has no minor unit. */
export function MoneyField({ value, onValue, currency = 'VND', hint, ...rest }: MoneyFieldProps) {
  const digits = minorDigits(currency)
  const scale = 10 ** digits
  return (
    <NumberField
      {...rest}
      width="md"
      decimals={digits}
      suffix={currency === 'VND' ? '₫' : currency}
      hint={hint}
      value={value === null ? null : value / scale}
      onValue={amount => onValue(amount === null ? null : Math.round(amount * scale))}
    />
  )
}

/** Money in running text or a cell; never broken over two lines. */
export function Money({
  amountMinor,
  currency,
}: {
  amountMinor: number | null | undefined
  currency?: string
}) {
  if (amountMinor === null || amountMinor === undefined) return <span class="text-muted">–</span>
  return <span class="tnum whitespace-nowrap">{formatMoney(amountMinor, currency)}</span>
}
