import type { StateTable } from '../../platform/states.ts'

export type ImportState = 'uploaded' | 'previewed' | 'applied' | 'undone' | 'cancelled'
export type ImportStep = 'map' | 'reread' | 'apply' | 'undo' | 'cancel'

/** An import is read and previewed as often as its columns are changed, and applied and undone once. */
export const IMPORT_STATES: StateTable<ImportState, ImportStep> = {
  uploaded: { map: 'previewed', reread: 'uploaded', cancel: 'cancelled' },
  previewed: { map: 'previewed', reread: 'uploaded', apply: 'applied', cancel: 'cancelled' },
  applied: { undo: 'undone' },
  undone: {},
  cancelled: {},
}
