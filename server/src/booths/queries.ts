import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

const HALL = [
  'id',
  'name',
  'level',
  'widthCm',
  'depthCm',
  'outline',
  'heightCm',
  'floorLoadKgM2',
  'position',
  'revision',
] as const

export async function hallsOfFair(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('hall')
    .select(HALL)
    .where('fairId', '=', fairId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** A hall of the fair, locked: whoever draws in a hall waits for whoever is drawing in it. */
export async function lockHall(tx: Tx, fairId: string, hallId: string) {
  return await tx
    .selectFrom('hall')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('id', '=', hallId)
    .forUpdate()
    .executeTakeFirst()
}

const BOOTH = [
  'id',
  'hallId',
  'number',
  'kind',
  'xCm',
  'yCm',
  'widthCm',
  'depthCm',
  'areaCm2',
  'openSides',
  'priceMinor',
  'fundingSource',
  'sectorCode',
  'outline',
  'heightCm',
  'powerW',
  'hasWater',
  'floorLoadKgM2',
  'priceClass',
  'parentId',
  'isCommon',
  'version',
] as const

/** The first of the numbers that a standing booth of the fair already carries. */
export async function numberInUse(
  tx: Tx,
  fairId: string,
  numbers: readonly string[],
  exceptIds: readonly string[] = [],
) {
  const found = await tx
    .selectFrom('booth')
    .select('number')
    .where('fairId', '=', fairId)
    .where('removedAt', 'is', null)
    .where('number', '=', sql<string>`any(${numbers})`)
    .where('id', '<>', sql<string>`all(${exceptIds})`)
    .orderBy('number')
    .executeTakeFirst()
  return found?.number
}

/** A standing booth of the fair, locked: who assigns, edits or removes it does so one after the other. */
export async function lockBooth(tx: Tx, fairId: string, boothId: string) {
  return await tx
    .selectFrom('booth')
    .select(BOOTH)
    .where('fairId', '=', fairId)
    .where('id', '=', boothId)
    .where('removedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Who holds a booth now. */
export async function liveAssignment(tx: Tx, boothId: string) {
  return await tx
    .selectFrom('boothAssignment')
    .innerJoin('application', 'application.id', 'boothAssignment.applicationId')
    .select([
      'boothAssignment.id',
      'boothAssignment.state',
      'boothAssignment.applicationId',
      'application.establishmentId',
    ])
    .where('boothAssignment.boothId', '=', boothId)
    .where('boothAssignment.state', '<>', 'released')
    .executeTakeFirst()
}

/** Whether a shared stand is divided into parts. */
export async function hasParts(tx: Tx, boothId: string): Promise<boolean> {
  const part = await tx
    .selectFrom('booth')
    .select('id')
    .where('parentId', '=', boothId)
    .where('removedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return part !== undefined
}

export async function hasConfirmedBooth(tx: Tx, applicationId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('boothAssignment')
    .select('id')
    .where('applicationId', '=', applicationId)
    .where('state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** The standing booths of a fair, or one of them, each with who holds it. */
export async function boothsOfFair(db: Db | Tx, fairId: string, boothId?: string) {
  const query = db
    .selectFrom('booth')
    .leftJoin('boothAssignment', join =>
      join.onRef('boothAssignment.boothId', '=', 'booth.id').on('boothAssignment.state', '<>', 'released'),
    )
    .leftJoin('application', 'application.id', 'boothAssignment.applicationId')
    .leftJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select(BOOTH.map(column => `booth.${column}` as const))
    .select([
      'boothAssignment.state',
      'boothAssignment.assignedAt',
      'application.id as applicationId',
      'application.number as applicationNumber',
      'application.fasciaName',
      'establishment.id as establishmentId',
      'establishment.name as establishmentName',
    ])
    .where('booth.fairId', '=', fairId)
    .where('booth.removedAt', 'is', null)
  return await (boothId ? query.where('booth.id', '=', boothId) : query).orderBy('booth.id').execute()
}

/** The selected applications of a fair with the number of booths each holds. */
export async function placeSeekers(db: Db, fairId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .leftJoin('boothAssignment', join =>
      join
        .onRef('boothAssignment.applicationId', '=', 'application.id')
        .on('boothAssignment.state', '<>', 'released'),
    )
    .select(({ fn }) => [
      'application.id as applicationId',
      'application.number as applicationNumber',
      'application.fasciaName',
      'establishment.id as establishmentId',
      'establishment.name as establishmentName',
      'establishment.sectorCode',
      fn.count<number>('boothAssignment.id').as('boothCount'),
      sql<boolean>`coalesce(bool_or(booth_assignment.state = 'confirmed'), false)`.as('isConfirmed'),
    ])
    .where('application.fairId', '=', fairId)
    .where('application.state', '=', 'selected')
    .groupBy(['application.id', 'application.number', 'application.fasciaName', 'establishment.id'])
    .orderBy('establishment.name')
    .execute()
}

export async function sectorNames(db: Db) {
  return await db
    .selectFrom('sector')
    .select(['code', 'nameVi', 'nameEn', 'nameDe'])
    .orderBy('position')
    .execute()
}

export async function currencyOfFair(db: Db | Tx, fairId: string) {
  return await db.selectFrom('fair').select('currency').where('id', '=', fairId).executeTakeFirst()
}

/** A fair on show, by the address of its page. */
export async function fairOnShow(db: Db, slug: string) {
  return await db
    .selectFrom('fair')
    .select(['id', 'slug', 'nameVi', 'nameEn', 'nameDe', 'opensOn', 'closesOn', 'venueName'])
    .where('slug', '=', slug)
    .where('state', '=', sql<'published'>`any(${['published', 'closed']})`)
    .executeTakeFirst()
}

/** What the public may know of the exhibitors that hold a booth. */
export async function exhibitorsWithBooth(db: Db, fairId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('province', join =>
      join
        .onRef('province.scheme', '=', 'establishment.provinceScheme')
        .onRef('province.code', '=', 'establishment.provinceCode'),
    )
    .select([
      'application.id as applicationId',
      'establishment.name',
      'establishment.nameEn',
      'establishment.sectorCode',
      'establishment.introductionVi',
      'establishment.introductionEn',
      'establishment.website',
      'province.nameVi as province',
    ])
    .where('application.fairId', '=', fairId)
    // Nobody reads here what a letter has still to say.
    .where('application.shownState', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('boothAssignment')
          .select('boothAssignment.id')
          .whereRef('boothAssignment.applicationId', '=', 'application.id')
          .where('boothAssignment.state', '<>', 'released'),
      ),
    )
    .execute()
}

export async function productsOnShow(db: Db, fairId: string) {
  return await db
    .selectFrom('applicationProduct')
    .innerJoin('application', 'application.id', 'applicationProduct.applicationId')
    .innerJoin('product', 'product.id', 'applicationProduct.productId')
    .select(['application.id as applicationId', 'product.nameVi', 'product.nameEn', 'product.nameDe'])
    .where('application.fairId', '=', fairId)
    .where('application.state', '=', 'selected')
    .where('product.removedAt', 'is', null)
    .orderBy('product.id')
    .execute()
}
