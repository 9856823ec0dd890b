import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

export interface TabItem<K extends string = string> {
  key: K
  label: ComponentChildren
  /** A figure behind the label. */
  count?: number | undefined
}

export interface TabsProps<K extends string> {
  label: string
  tabs: readonly TabItem<K>[]
  current: K
  onSelect: (key: K) => void
  children: ComponentChildren
}

const TAB =
  'cursor-pointer border-b-2 px-3 py-2.5 font-medium whitespace-nowrap border-transparent text-muted hover:text-base-content aria-selected:border-primary aria-selected:text-base-content aria-[current=page]:border-primary aria-[current=page]:text-base-content'

/** Parts of one page. Arrow keys move between tabs; `children` is the panel of the current one. */
export function Tabs<K extends string>({ label, tabs, current, onSelect, children }: TabsProps<K>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0) return
    const next = (tabs.findIndex(tab => tab.key === current) + by + tabs.length) % tabs.length
    const tab = tabs[next]
    if (tab) onSelect(tab.key)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
  }
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- focus goes to the tabs, as the pattern asks */}
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        class="mb-4 flex gap-1 overflow-x-auto overflow-y-hidden border-b border-line"
        onKeyDown={move}
      >
        {tabs.map(tab => (
          <button
            key={tab.key}
            id={`${id}-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab.key === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === current ? 0 : -1}
            class={TAB}
            onClick={() => onSelect(tab.key)}
          >
            {tab.label}
            <Count value={tab.count} />
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </div>
  )
}

/** Tabs that are pages of their own: links, one of them current and in sight. */
export function TabLinks({
  label,
  links,
}: {
  label: string
  links: readonly (TabItem & { href: string; current: boolean })[]
}) {
  const nav = useRef<HTMLElement>(null)
  const current = links.find(link => link.current)?.key
  useEffect(() => {
    const tab = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && tab) nav.current.scrollLeft = tab.offsetLeft - nav.current.offsetLeft - 16
  }, [current])
  return (
    <nav
      ref={nav}
      aria-label={label}
      class="flex gap-1 overflow-x-auto overflow-y-hidden border-b border-line"
    >
      {links.map(link => (
        <a key={link.key} href={link.href} aria-current={link.current ? 'page' : undefined} class={TAB}>
          {link.label}
          <Count value={link.count} />
        </a>
      ))}
    </nav>
  )
}

function Count({ value }: { value: number | undefined }) {
  if (value === undefined) return null
  return (
    <span class="tnum ml-1.5 rounded-selector bg-base-300 px-1.5 text-[0.8125rem] text-base-content">
      {value}
    </span>
  )
}
