import { useMessages } from '../platform/i18n.ts'
import { Icon, type IconName } from '../ui/icon.tsx'

interface Props {
  /** Of the row, for those who hear the buttons. */
  name: string
  isFirst: boolean
  isLast: boolean
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
  /** Why it cannot be removed. */
  removeReason?: string | undefined
}

/** Up, down, edit, remove, for a row of a list whose order matters. */
export function RowTools({ name, isFirst, isLast, onMove, onEdit, onRemove, removeReason }: Props) {
  const t = useMessages('fairs-desk')
  const p = useMessages('platform')
  return (
    <span class="flex">
      <Tool icon="up" label={t('row.up', { name })} isOff={isFirst} onPress={() => onMove(-1)} />
      <Tool icon="down" label={t('row.down', { name })} isOff={isLast} onPress={() => onMove(1)} />
      <Tool icon="edit" label={`${p('action.edit')}: ${name}`} onPress={onEdit} />
      <Tool
        icon="trash"
        label={
          removeReason ? `${p('action.remove')}: ${name}. ${removeReason}` : `${p('action.remove')}: ${name}`
        }
        isOff={removeReason !== undefined}
        onPress={onRemove}
      />
    </span>
  )
}

function Tool(props: { icon: IconName; label: string; isOff?: boolean; onPress: () => void }) {
  return (
    <button
      type="button"
      class="btn btn-ghost btn-sm btn-square aria-disabled:border-transparent! aria-disabled:bg-transparent! aria-disabled:opacity-35!"
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.isOff || undefined}
      onClick={() => {
        if (!props.isOff) props.onPress()
      }}
    >
      <Icon name={props.icon} />
    </button>
  )
}
