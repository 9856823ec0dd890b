import type { ExportYearInput, ExportYearView } from '@hoicho/shared/establishments/entries-schema.ts'
import { localDate, yearOf } from '@hoicho/shared/platform/dates.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/problem.ts'
import { exportYear } from './entry-queries.ts'
import { lockEstablishment } from './queries.ts'

/** Says where to and for how much was exported in a year, in the place of what was said before. Refused (422): a year to come. */
export async function saveExportYear(
  ctx: Ctx,
  establishmentId: string,
  year: number,
  { countries, value, note }: ExportYearInput,
): Promise<ExportYearView> {
  return await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    if (year > yearOf(localDate(ctx.now(), 'Asia/Ho_Chi_Minh'))) {
      throw invalid({ pointer: '/year', code: 'in-future' })
    }
    await lockEstablishment(tx, establishmentId)
    const before = await exportYear(tx, establishmentId, year)
    const told = {
      countries: [...new Set(countries)],
      valueMinor: value?.minor ?? null,
      currency: value?.currency ?? null,
      note,
    }
    const id = before?.id ?? newId()
    await tx
      .insertInto('exportYear')
      .values({ id, establishmentId, year, ...told, createdAt: ctx.now() })
      .onConflict(conflict => conflict.columns(['establishmentId', 'year']).doUpdateSet(told))
      .execute()
    const result = { year, ...told }
    return { result, audit: { entity: 'export-year', entityId: id, before, after: result } }
  })
}
