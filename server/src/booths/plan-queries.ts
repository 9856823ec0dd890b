import type { PlanBooth, PlanObject } from '@hoicho/shared/booths/plan-edits.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { asOutline } from './outline-column.ts'

const OBJECT = ['id', 'hallId', 'kind', 'name', 'outline', 'zoneKind', 'zoneValue', 'version'] as const

/** A row of the plan with what only the server keeps of it. */
export type StoredBooth = PlanBooth & { openSides: number }

/** The standing booths of a locked hall and those of `ids` that were taken off it, each with who holds it. */
export async function storedBooths(
  db: Db | Tx,
  hallId: string,
  ids: readonly string[],
): Promise<StoredBooth[]> {
  const rows = await db
    .selectFrom('booth')
    .leftJoin('boothAssignment', join =>
      join.onRef('boothAssignment.boothId', '=', 'booth.id').on('boothAssignment.state', '<>', 'released'),
    )
    .select([
      'booth.id',
      'booth.number',
      'booth.kind',
      'booth.xCm',
      'booth.yCm',
      'booth.widthCm',
      'booth.depthCm',
      'booth.priceMinor',
      'booth.fundingSource',
      'booth.sectorCode',
      'booth.outline',
      'booth.heightCm',
      'booth.powerW',
      'booth.hasWater',
      'booth.floorLoadKgM2',
      'booth.priceClass',
      'booth.parentId',
      'booth.isCommon',
      'booth.version',
      'booth.openSides',
      'booth.removedAt',
      'boothAssignment.state',
    ])
    .where('booth.hallId', '=', hallId)
    .where(row =>
      row.or([row('booth.removedAt', 'is', null), row('booth.id', '=', sql<string>`any(${ids})`)]),
    )
    .orderBy('booth.id')
    .execute()
  return rows.map(({ removedAt, state, outline, ...row }) => ({
    ...row,
    outline: asOutline(outline),
    isRemoved: removedAt !== null,
    holder: state === 'confirmed' ? 'in-contract' : state === 'assigned' ? 'placed' : 'nobody',
  }))
}

/** Locks booths in the order of their ids, so that who places and who draws take turns. */
export async function lockBooths(tx: Tx, hallId: string, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom('booth')
    .select('id')
    .where('hallId', '=', hallId)
    .where('id', '=', sql<string>`any(${ids})`)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The standing objects of a locked hall and those of `ids` that were taken off it. */
export async function storedObjects(tx: Tx, hallId: string, ids: readonly string[]): Promise<PlanObject[]> {
  const rows = await tx
    .selectFrom('planObject')
    .select([...OBJECT, 'removedAt'])
    .where('hallId', '=', hallId)
    .where(row => row.or([row('removedAt', 'is', null), row('id', '=', sql<string>`any(${ids})`)]))
    .orderBy('id')
    .execute()
  return rows.map(({ removedAt, hallId: _hallId, outline, ...row }) => ({
    ...row,
    outline: asOutline(outline) ?? [],
    isRemoved: removedAt !== null,
  }))
}

/** The standing objects of a fair's halls. */
export async function objectsOfFair(db: Db | Tx, fairId: string) {
  const rows = await db
    .selectFrom('planObject')
    .select(OBJECT)
    .where('fairId', '=', fairId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, outline: asOutline(row.outline) ?? [] }))
}

/** What was touched in a hall after a revision: the ids of booths and objects. */
export async function touchedSince(db: Db, fairId: string, hallId: string, revision: number) {
  const rows = await db
    .selectFrom('planChange')
    .select(sql<string[]>`edits->'touched'`.as('touched'))
    .where('fairId', '=', fairId)
    .where('hallId', '=', hallId)
    .where('revision', '>', revision)
    .execute()
  return [...new Set(rows.flatMap(row => row.touched))]
}

/** The kept versions of a hall, the newest first, without what they hold. */
export async function versionsOfHall(db: Db, fairId: string, hallId: string) {
  return await db
    .selectFrom('planVersion')
    .select(['id', 'name', 'revision', 'keptAt'])
    .select(sql<number>`jsonb_array_length(content->'booths')`.as('boothCount'))
    .where('fairId', '=', fairId)
    .where('hallId', '=', hallId)
    .orderBy('keptAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function versionById(tx: Tx, hallId: string, versionId: string) {
  return await tx
    .selectFrom('planVersion')
    .select('content')
    .where('hallId', '=', hallId)
    .where('id', '=', versionId)
    .executeTakeFirst()
}
