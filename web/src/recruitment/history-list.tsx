import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import type { HistoryEntry } from '@hoicho/shared/recruitment/schema.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { labelOf } from './words.ts'

/** So many are named, the rest counted. */
const MOST_FIELDS = 4

/** What happened, the newest first, in plain words. */
export function HistoryList(props: {
  entries: readonly HistoryEntry[]
  form: FormDefinition
  timeZone: string
}) {
  const t = useMessages('recruitment')
  // Every state and every act of recruitment has its words; another capability's act is an update.
  const say = t as (key: string) => string
  const sentence = (what: string) => {
    const key = what.startsWith('state.') ? what : `history.${what}`
    const words = say(key)
    return words === key ? t('history.other') : words
  }
  return (
    <ol class="flex flex-col">
      {props.entries.toReversed().map(entry => (
        <li key={entry.at + entry.what} class="border-b border-line py-2 last:border-0">
          <p class="flex flex-wrap gap-x-3">
            <span class="font-medium">{sentence(entry.what)}</span>
            <span class="text-muted">
              {entry.who ?? t(entry.side === 'system' ? 'history.system' : 'history.organizer')}
            </span>
            <span class="tnum ml-auto text-sm text-muted">{formatDateTime(entry.at, props.timeZone)}</span>
          </p>
          {entry.fields.length > 0 && (
            <p class="text-sm text-muted">
              {entry.fields
                .slice(0, MOST_FIELDS)
                .map(code => labelOf(props.form, code))
                .join(', ')}
              {entry.fields.length > MOST_FIELDS && ` (+${entry.fields.length - MOST_FIELDS})`}
            </p>
          )}
          {entry.note && <p class="whitespace-pre-line">{entry.note}</p>}
        </li>
      ))}
    </ol>
  )
}
