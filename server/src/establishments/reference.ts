import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'

/** Reference lists that forms choose from. They change by law, a few times in ten years: everybody may keep them a while. */
export async function listProvinces(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await ctx.app.db
    .selectFrom('province')
    .select(['scheme', 'code', 'nameVi', 'nameEn', 'kind', 'mergedIntoCode'])
    .orderBy('scheme')
    .orderBy('position')
    .execute()
}

export async function listSectors(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await ctx.app.db
    .selectFrom('sector')
    .select(['code', 'nameVi', 'nameEn', 'nameDe'])
    .orderBy('position')
    .execute()
}

export async function listIndustries(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await ctx.app.db
    .selectFrom('vsic')
    .select(['version', 'code', 'level', 'nameVi'])
    .orderBy('version')
    .orderBy('code')
    .execute()
}

export async function listBanks(ctx: Ctx) {
  await mayRead(ctx, 'establishments.reference')
  return await ctx.app.db
    .selectFrom('bank')
    .select(['bin', 'code', 'shortName', 'nameVi'])
    .orderBy('shortName')
    .execute()
}
