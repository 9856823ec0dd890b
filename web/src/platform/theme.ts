import { signal } from '@preact/signals'
import { remember, remembered } from './store.ts'

export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The chosen appearance; `auto` follows the device. `before-paint.js` applies it before the first paint. */
export const theme = signal<Theme>(THEMES.find(name => name === remembered('theme')) ?? 'auto')

export function setTheme(next: Theme): void {
  theme.value = next
  remember('theme', next === 'auto' ? undefined : next)
  if (next === 'auto') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = `hoicho-${next}`
}
