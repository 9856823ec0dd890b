import type { SheetsView } from '@hoicho/shared/selection/council-schema.ts'
import type { Points } from '@hoicho/shared/selection/score.ts'
import { change } from '../platform/change.ts'
import { type Ctx, type Db, personOf, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { demandSeat, holdsSeat } from './council.ts'
import { councilOf, earlierSheets, sheetsOf } from './council-queries.ts'
import { blindFieldsOf, criteriaOf } from './queries.ts'
import { applicationById } from './sheet-queries.ts'
import { namer } from './view-council.ts'

/** The chair opens the sheets of an application before the round is closed; who, when and why is written down. */
export async function openSheets(ctx: Ctx, applicationId: string, reason: string): Promise<SheetsView> {
  return await change(ctx, 'selection.preside', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    await demandSeat(ctx, tx, fairId, ['chair'])
    const personId = personOf(ctx).id
    await tx
      .insertInto('sheetViewing')
      .values({ id: newId(), fairId, applicationId, personId, reason, openedAt: ctx.now() })
      .onConflict(conflict => conflict.columns(['applicationId', 'personId']).doNothing())
      .execute()
    const result = await readSheets(tx, fairId, applicationId)
    return { result, audit: { entity: 'application', entityId: applicationId, after: { reason } } }
  })
}

/** Every sheet of an application, for the chair: once the round is closed, or opened with a reason (selection.sheets-sealed). */
export async function viewSheets(ctx: Ctx, applicationId: string): Promise<SheetsView> {
  const target = await mayRead(ctx, 'selection.preside', { application: applicationId })
  const fairId = found(target.fairId)
  const { db } = ctx.app
  const council = await councilOf(db, fairId)
  if (!council) throw problem('selection.no-council')
  if (!(await holdsSeat(ctx, db, fairId, ['chair']))) throw problem('selection.not-the-chair')
  if (council.state !== 'closed' && !(await hasOpened(db, applicationId, personOf(ctx).id)))
    throw problem('selection.sheets-sealed')
  return await readSheets(db, fairId, applicationId)
}

async function hasOpened(db: Db, applicationId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('sheetViewing')
    .select('id')
    .where('applicationId', '=', applicationId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

async function readSheets(db: Db | Tx, fairId: string, applicationId: string): Promise<SheetsView> {
  const application = found(await applicationById(db, fairId, applicationId))
  const sheets = await sheetsOf(db, fairId, applicationId)
  const earlier = await earlierSheets(db, fairId, applicationId)
  return {
    applicationId,
    name: namer(fairId, await blindFieldsOf(db, fairId))(application),
    criteria: await criteriaOf(db, fairId),
    // The columns are only ever written from checked points.
    sheets: sheets.map(sheet => ({
      ...sheet,
      state: sheet.state === 'abstained' ? ('abstained' as const) : ('filed' as const),
      points: sheet.points as Points,
    })),
    earlier: earlier.map(sheet => ({ ...sheet, points: sheet.points as Points })),
  }
}
