import { BarView } from '@hoicho/shared/selection/gate-schema.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { barsOf } from './bar-queries.ts'

/** Establishments an organizer does not take, those lifted too. */
export async function listBars(ctx: Ctx, organizerId: string): Promise<BarView[]> {
  await mayRead(ctx, 'selection.view-barred', { organizer: organizerId })
  return await readBars(ctx.app.db, organizerId)
}

export const readBars = async (db: Db | Tx, organizerId: string): Promise<BarView[]> =>
  (await barsOf(db, organizerId)).map(row => BarView.parse(row))
