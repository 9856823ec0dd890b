import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import * as queries from './reference-queries.ts'

/** Lists that forms choose from. They change by law, a few times in ten years: everybody may keep them a while. */
export async function listProvinces(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await queries.provinces(ctx.app.db)
}

export async function listSectors(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await queries.sectors(ctx.app.db)
}

export async function listIndustries(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await queries.industries(ctx.app.db)
}

export async function listBanks(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await queries.banks(ctx.app.db)
}
