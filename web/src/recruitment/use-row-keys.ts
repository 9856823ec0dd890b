import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * Keys of a list: j and k go down and up its rows, x chooses one, Enter opens it (it is the row's link that has the
 * focus). Never while something is typed or a dialog is open.
 */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('tbody tr') ?? [])]
      const at = rows.findIndex(row => row.contains(document.activeElement))
      const by = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (by !== 0) {
        const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
        next?.querySelector('a')?.focus()
        next?.scrollIntoView({ block: 'nearest' })
      }
      if (event.key === 'x') rows[at]?.querySelector<HTMLElement>('input[type=checkbox]')?.click()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

/** Whether a key goes into what is being typed. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
