import { IMPORT_STATES, type ImportStep } from '@hoicho/shared/establishments/import/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { found, problem } from '../../platform/problem.ts'
import { importById } from './queries.ts'

/** Locks the import and moves its state; refused with establishments.import-wrong-state where the table has no way. */
export async function moveImport(
  tx: Tx,
  ctx: Ctx,
  organizerId: string,
  importId: string,
  action: ImportStep,
) {
  const before = found(await importById(tx, organizerId, importId, true))
  const state = step(IMPORT_STATES, before.state, action)
  if (!state) throw problem('establishments.import-wrong-state')
  const appliedAt = action === 'apply' ? ctx.now() : before.appliedAt
  const undoneAt = action === 'undo' ? ctx.now() : before.undoneAt
  await tx
    .updateTable('directoryImport')
    .set({ state, appliedAt, undoneAt })
    .where('id', '=', importId)
    .execute()
  return before
}
