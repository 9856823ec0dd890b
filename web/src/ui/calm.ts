import { signal } from '@preact/signals'
import { useRef } from 'preact/hooks'

/** From the press of a pointer until the click that follows it is over. */
const isPressed = signal(false)
if (typeof addEventListener === 'function') {
  addEventListener('pointerdown', () => (isPressed.value = true), true)
  const release = () => setTimeout(() => (isPressed.value = false))
  addEventListener('pointerup', release, true)
  addEventListener('pointercancel', release, true)
}

/**
 * The value, but not while a pointer is down: leaving a field by pressing a button would otherwise show the field's error
 * between press and release, move the button away, and the click would miss.
 */
export function useCalm<T>(value: T): T {
  const held = useRef(value)
  if (held.current !== value && !isPressed.value) held.current = value
  return held.current
}
