import { formatDate, formatDateTime } from '../platform/format.ts'

export interface DateTextProps {
  /** A day `YYYY-MM-DD` or an instant. */
  value: string | null | undefined
  /** With it, or for an instant, the clock of that place is shown too. */
  timeZone?: string
}

/** A day or an instant for people, with the machine's form behind it. */
export function DateText({ value, timeZone }: DateTextProps) {
  if (!value) return <span class="text-muted">–</span>
  const text = value.includes('T') ? formatDateTime(value, timeZone) : formatDate(value)
  return (
    <time class="tnum whitespace-nowrap" dateTime={value}>
      {text}
    </time>
  )
}
