import type {
  BoothView,
  HallView,
  PlanChanges,
  PlanView,
  PublicExhibitor,
  PublicPlan,
} from '@hoicho/shared/booths/schema.ts'
import { compareStandCodes } from '@hoicho/shared/booths/stand-code.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { asOutline } from './outline-column.ts'
import { objectsOfFair, touchedSince } from './plan-queries.ts'
import * as queries from './queries.ts'

/** Halls, booths with who holds them, and the selected applications, for the organizer's staff. */
export async function viewPlan(ctx: Ctx, fairId: string): Promise<PlanView> {
  await mayRead(ctx, 'booths.list', { fair: fairId })
  const { db } = ctx.app
  const [fair, halls, booths, objects, seekers, sectors] = await Promise.all([
    queries.currencyOfFair(db, fairId),
    queries.hallsOfFair(db, fairId),
    queries.boothsOfFair(db, fairId),
    objectsOfFair(db, fairId),
    queries.placeSeekers(db, fairId),
    queries.sectorNames(db),
  ])
  return {
    // The column is only ever written from the currency schema.
    currency: found(fair).currency as Currency,
    halls: halls.map(hallView),
    booths: booths.map(toView).sort((a, b) => compareStandCodes(a.number, b.number)),
    objects,
    seekers: seekers.map(seeker => ({ ...seeker, applicationNumber: seeker.applicationNumber ?? '' })),
    sectors,
  }
}

/** The plan for everybody: who stands where, nothing of money or of who decided. A draft fair is not found. */
export async function viewPublicPlan(ctx: Ctx, slug: string): Promise<PublicPlan> {
  await mayRead(ctx, 'booths.public-plan')
  const { db } = ctx.app
  const { id: fairId, ...fair } = found(await queries.fairOnShow(db, slug))
  const [halls, booths, objects, exhibitors, sectors] = await Promise.all([
    queries.hallsOfFair(db, fairId),
    queries.boothsOfFair(db, fairId),
    objectsOfFair(db, fairId),
    publicExhibitors(db, fairId),
    queries.sectorNames(db),
  ])
  const shown = booths.map(({ number, hallId, xCm, yCm, widthCm, depthCm, outline, applicationId }) => {
    const exhibitor = applicationId === null ? null : (exhibitors.get(applicationId) ?? null)
    return { number, hallId, xCm, yCm, widthCm, depthCm, outline: asOutline(outline), exhibitor }
  })
  return {
    fair,
    halls: halls.map(hallView),
    objects,
    booths: shown.sort((a, b) => compareStandCodes(a.number, b.number)),
    sectors,
  }
}

async function publicExhibitors(db: Db, fairId: string): Promise<Map<string, PublicExhibitor>> {
  const [exhibitors, products] = await Promise.all([
    queries.exhibitorsWithBooth(db, fairId),
    queries.productsOnShow(db, fairId),
  ])
  return new Map(
    exhibitors.map(({ applicationId, ...exhibitor }) => [
      applicationId,
      {
        ...exhibitor,
        nameEn: exhibitor.nameEn ?? '',
        website: exhibitor.website ?? '',
        products: products
          .filter(product => product.applicationId === applicationId)
          .map(({ nameVi, nameEn, nameDe }) => ({ nameVi, nameEn, nameDe })),
      },
    ]),
  )
}

/** A booth as a write answers with it: read in the same transaction. */
export async function readBooth(tx: Tx, fairId: string, boothId: string): Promise<BoothView> {
  const [row] = await queries.boothsOfFair(tx, fairId, boothId)
  return toView(found(row))
}

/** The booths of a hall after it was drawn in. */
export async function readHallBooths(tx: Tx, fairId: string, hallId: string): Promise<BoothView[]> {
  const rows = await queries.boothsOfFair(tx, fairId)
  return rows
    .filter(row => row.hallId === hallId)
    .map(toView)
    .sort((a, b) => compareStandCodes(a.number, b.number))
}

export async function readHall(tx: Db | Tx, fairId: string, hallId: string): Promise<HallView> {
  return hallView(found((await queries.hallsOfFair(tx, fairId)).find(hall => hall.id === hallId)))
}

/** The rows of a hall's plan that were touched: as they are now, or gone. */
export async function readChanges(
  db: Db | Tx,
  fairId: string,
  hall: { hallId: string; revision: number },
  touched: readonly string[],
): Promise<PlanChanges> {
  const isTouched = new Set(touched)
  const booths = (await queries.boothsOfFair(db, fairId)).filter(row => isTouched.has(row.id))
  const objects = (await objectsOfFair(db, fairId)).filter(row => isTouched.has(row.id))
  const standing = new Set([...booths, ...objects].map(row => row.id))
  return {
    ...hall,
    booths: booths.map(toView),
    objects,
    removed: touched.filter(id => !standing.has(id)),
  }
}

/** What was drawn in a hall after a revision, for those who look at it. A hall of another fair is not found. */
export async function viewChanges(
  ctx: Ctx,
  fairId: string,
  hallId: string,
  since: number,
): Promise<PlanChanges> {
  await mayRead(ctx, 'booths.list', { fair: fairId })
  const { db } = ctx.app
  // The revision first: what is drawn between the two reads is told twice rather than never.
  const { revision } = await readHall(db, fairId, hallId)
  return await readChanges(db, fairId, { hallId, revision }, await touchedSince(db, fairId, hallId, since))
}

const hallView = (hall: Awaited<ReturnType<typeof queries.hallsOfFair>>[number]): HallView => ({
  ...hall,
  outline: asOutline(hall.outline),
})

type BoothRow = Awaited<ReturnType<typeof queries.boothsOfFair>>[number]

function toView(row: BoothRow): BoothView {
  const { state, assignedAt, applicationId, applicationNumber, fasciaName, ...rest } = row
  const { establishmentId, establishmentName, outline, ...plain } = rest
  const booth = { ...plain, outline: asOutline(outline) }
  if (!state || state === 'released' || !applicationId || !establishmentId || !assignedAt) {
    return { ...booth, assignment: null }
  }
  return {
    ...booth,
    assignment: {
      applicationId,
      applicationNumber: applicationNumber ?? '',
      establishmentId,
      establishmentName: establishmentName ?? '',
      fasciaName: fasciaName ?? '',
      state,
      assignedAt,
    },
  }
}
