import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

/**
 * Places on the desk's page of one application that later capabilities fill: in a module that the route loads too,
 * `applicationSlots.value = { ...applicationSlots.peek(), Checks }`.
 */
export interface ApplicationSlots {
  /** Completeness and eligibility, with the decision about the dossier. */
  Checks?: ComponentType<{ fairId: string; applicationId: string }>
}
export const applicationSlots = signal<ApplicationSlots>({})
