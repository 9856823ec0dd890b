import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'

/**
 * Places on the pages of one application that later capabilities fill: in a module that the route loads too,
 * `applicationSlots.value = { ...applicationSlots.peek(), Checks }`.
 */
export interface ApplicationSlots {
  /** Completeness and eligibility, with the decision about the dossier. */
  Checks?: ComponentType<{ fairId: string; applicationId: string }>
  /** The four verbs of the law and how far the application is. */
  Road?: ComponentType<{ fairId: string; applicationId: string }>
  /** What became of it, for the establishment: confirm, decline, complain. */
  Outcome?: ComponentType<{ applicationId: string }>
  /** What comes next for the establishment once it is selected: booth, contract, badges, deals. */
  Next?: ComponentType<{ establishmentId: string; applicationId: string }>
}
export const applicationSlots = signal<ApplicationSlots>({})
