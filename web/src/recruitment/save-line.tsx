import { formatTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Icon } from '../ui/icon.tsx'
import type { DraftEditor } from './draft-editor.ts'

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whether what was typed is safe, and where. */
export function SaveLine({ editor }: { editor: DraftEditor }) {
  const t = useMessages('recruitment')
  const state = editor.state.value
  const isTrouble = state === 'offline' || state === 'failed'
  const text =
    state === 'saved'
      ? t('save.saved', { time: formatTime(editor.savedAt.value, zone()) })
      : t(`save.${state}`)
  return (
    <output
      class={`flex items-center gap-1.5 text-sm ${isTrouble ? 'font-medium text-warning' : 'text-muted'}`}
    >
      <Icon name={isTrouble ? 'warning' : state === 'saved' ? 'check' : 'clock'} />
      {text}
    </output>
  )
}
