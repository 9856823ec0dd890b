import type { FormView, PublicForm } from '@hoicho/shared/fairs/form.ts'
import type { FairSummary, FairView, PublicFair } from '@hoicho/shared/fairs/schema.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { proposeForm } from './propose-form.ts'
import * as queries from './queries.ts'

/** A fair for its organizer's staff. 404 for anybody else's. */
export async function viewFair(ctx: Ctx, fairId: string): Promise<FairView> {
  await mayRead(ctx, 'fairs.view', { fair: fairId })
  return await readFairView(ctx.app.db, fairId)
}

export async function listFairs(ctx: Ctx, organizerId: string): Promise<FairSummary[]> {
  await mayRead(ctx, 'fairs.list', { organizer: organizerId })
  return await queries.fairsOfOrganizer(ctx.app.db, organizerId)
}

/** The view a write answers with: read in the same transaction. */
export async function readFairView(db: Db | Tx, fairId: string): Promise<FairView> {
  const fair = found(await queries.fairById(db, fairId))
  return {
    ...fair,
    // The column is only ever written from the currency schema.
    currency: fair.currency as Currency,
    sectorCodes: await queries.sectorCodesOf(db, fairId),
  }
}

export async function listPublicFairs(ctx: Ctx): Promise<FairSummary[]> {
  await mayRead(ctx, 'fairs.public')
  return await queries.publicFairs(ctx.app.db, ctx.now().slice(0, 10), 50)
}

/** A published fair by its address, for everybody. A draft is not found. */
export async function viewPublicFair(ctx: Ctx, slug: string): Promise<PublicFair> {
  await mayRead(ctx, 'fairs.public')
  const fair = found(await queries.publicFairBySlug(ctx.app.db, slug))
  const codes = await queries.sectorCodesOf(ctx.app.db, fair.id)
  return {
    ...fair,
    sectors: await queries.sectorsByCode(ctx.app.db, codes),
    organizer: {
      nameVi: fair.organizerNameVi,
      nameEn: fair.organizerNameEn,
      email: fair.organizerEmail,
      phone: fair.organizerPhone,
      address: fair.organizerAddress,
    },
  }
}

/** The form in force for the fair's staff, or, before the first is published, a proposal with version 0. */
export async function viewForm(ctx: Ctx, fairId: string): Promise<FormView> {
  await mayRead(ctx, 'fairs.view', { fair: fairId })
  const fair = found(await queries.fairById(ctx.app.db, fairId))
  if (fair.formVersion === 0) {
    return { fairId, version: 0, definition: await proposeForm(fair.kind), createdAt: null }
  }
  return { fairId, ...found(await queries.formOf(ctx.app.db, fairId, fair.formVersion)) }
}

/** The form in force at a published fair, for everybody. */
export async function viewPublicForm(ctx: Ctx, slug: string): Promise<PublicForm> {
  await mayRead(ctx, 'fairs.public')
  const { version, definition } = found(await queries.publicFormBySlug(ctx.app.db, slug))
  return { version, definition }
}
