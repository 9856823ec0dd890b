import type { SettingsView } from '@hoicho/shared/selection/place-schema.ts'
import type { Db, Tx } from '../platform/context.ts'

const EMPTY = { vi: '', en: '' }

/** What a fair starts with: places are confirmed within ten days, a freed one goes to the next when the desk says so. */
const USUAL: SettingsView = {
  demandsConfirmation: true,
  acceptanceDays: 10,
  reminderDays: 3,
  isOfferedAutomatically: false,
  paragraphs: { selected: EMPTY, waiting: EMPTY, rejected: EMPTY },
  version: 0,
}

/** How a fair has its places answered and what its letters add. */
export async function settingsOf(db: Db | Tx, fairId: string): Promise<SettingsView> {
  const row = await db
    .selectFrom('selectionSettings')
    .select(['demandsConfirmation', 'acceptanceDays', 'reminderDays', 'isOfferedAutomatically'])
    .select(['paragraphs', 'version'])
    .where('fairId', '=', fairId)
    .executeTakeFirst()
  // The column is only ever written from the SettingsInput schema.
  return row ? { ...row, paragraphs: row.paragraphs as SettingsView['paragraphs'] } : USUAL
}
