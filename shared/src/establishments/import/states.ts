import type { StateTable } from '../../platform/states.ts'

export type ImportState = 'uploaded' | 'previewed' | 'applied' | 'undone' | 'cancelled'
export type ImportStep = 'map' | 'apply' | 'undo' | 'cancel'

/** An import is previewed as often as its columns are changed, and applied and undone once. */
export const IMPORT_STATES: StateTable<ImportState, ImportStep> = {
  uploaded: { map: 'previewed', cancel: 'cancelled' },
  previewed: { map: 'previewed', apply: 'applied', cancel: 'cancelled' },
  applied: { undo: 'undone' },
  undone: {},
  cancelled: {},
}
