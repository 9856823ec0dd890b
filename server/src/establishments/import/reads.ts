import type { Db, Tx } from '../../platform/context.ts'
import { found } from '../../platform/problem.ts'
import { countsOf, importById } from './queries.ts'

export type ImportView = Awaited<ReturnType<typeof viewImport>>

/** An import with its columns and how many rows have which verdict and action. */
export async function viewImport(db: Db | Tx, organizerId: string, importId: string) {
  const row = found(await importById(db, organizerId, importId))
  return { ...row, counts: await countsOf(db, importId) }
}
