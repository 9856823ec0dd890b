import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

/**
 * Places in the layouts that a capability fills, so that the shell imports none of them. Fill one in a module that
 * the capability's pages import: `deskSlots.value = { ...deskSlots.peek(), FairSwitcher }`.
 */
export interface DeskSlots {
  /** Names the current fair and leads to the others. */
  FairSwitcher?: ComponentType<{ fairId: string | undefined }>
  /** Finds an establishment, an application, a booth from anywhere. */
  Search?: ComponentType
}
export const deskSlots = signal<DeskSlots>({})

export interface ExhibitorSlots {
  /** The applications of this establishment, as links. */
  Applications?: ComponentType<{ establishmentId: string | undefined }>
}
export const exhibitorSlots = signal<ExhibitorSlots>({})
