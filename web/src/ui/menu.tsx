import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'

export interface MenuItem {
  label: ComponentChildren
  icon?: IconName
  href?: string
  onClick?: () => void
  current?: boolean
  disabledReason?: string | undefined
}

export interface MenuProps {
  label: ComponentChildren
  /** Spoken name, where the label is only an icon. */
  'aria-label'?: string
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  /** Opens upward, for bars at the foot of the screen. */
  up?: boolean
  buttonClass?: string
}

/** A button that opens a short list of links and actions. Escape, a press outside or a choice closes it. */
export function Menu(props: MenuProps) {
  const { label, items, align = 'end', up, buttonClass = 'btn btn-ghost' } = props
  const [isOpen, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const listId = useId()
  useClosing(isOpen, root, () => setOpen(false))
  const choose = (item: MenuItem) => {
    setOpen(false)
    button.current?.focus()
    item.onClick?.()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      setOpen(false)
      button.current?.focus()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    const by = event.key === 'ArrowDown' ? 1 : -1
    if (isOpen) return step(root.current, by)
    setOpen(true)
    requestAnimationFrame(() => step(root.current, by))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of the button and the list inside
    <div ref={root} class="relative" onKeyDown={keys}>
      <button
        ref={button}
        type="button"
        class={buttonClass}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-label={props['aria-label']}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </button>
      <ul
        id={listId}
        hidden={!isOpen}
        class={`absolute z-40 max-h-[70dvh] min-w-52 overflow-y-auto rounded-box border border-line bg-base-100 p-1 shadow-lg ${
          align === 'end' ? 'right-0' : 'left-0'
        } ${up ? 'bottom-full mb-1' : 'top-full mt-1'}`}
      >
        {items.map((item, index) => (
          <li key={index}>
            <Entry item={item} choose={() => choose(item)} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const ENTRY =
  'flex min-h-10 max-md:min-h-11 w-full items-center gap-2 rounded-field px-3 py-1.5 text-left hover:bg-base-200'

function Entry({ item, choose }: { item: MenuItem; choose: () => void }) {
  const inside = (
    <>
      {item.icon && <Icon name={item.icon} class="size-4 text-muted" />}
      <span class="flex-1">
        {item.label}
        {item.disabledReason && <span class="block text-sm text-muted">{item.disabledReason}</span>}
      </span>
      {item.current && <Icon name="check" class="size-4 text-primary" />}
    </>
  )
  if (item.href !== undefined && !item.disabledReason) {
    return (
      <a class={ENTRY} href={item.href} aria-current={item.current ? 'true' : undefined} onClick={choose}>
        {inside}
      </a>
    )
  }
  return (
    <button
      type="button"
      class={`${ENTRY} cursor-pointer aria-disabled:cursor-not-allowed`}
      aria-disabled={item.disabledReason ? true : undefined}
      aria-current={item.current ? 'true' : undefined}
      onClick={() => {
        if (!item.disabledReason) choose()
      }}
    >
      {inside}
    </button>
  )
}

function step(root: HTMLElement | null, by: number): void {
  const entries = [...(root?.querySelectorAll<HTMLElement>('li > *') ?? [])]
  const at = entries.findIndex(entry => entry === document.activeElement)
  entries[
    at === -1 ? (by > 0 ? 0 : entries.length - 1) : (at + by + entries.length) % entries.length
  ]?.focus()
}

function useClosing(isOpen: boolean, root: { current: HTMLElement | null }, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined
    const outside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  }, [isOpen])
}
