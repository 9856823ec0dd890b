import type {
  ImportRow,
  ImportRowsPage,
  ImportRowsQuery,
  ImportView,
} from '@hoicho/shared/establishments/import/schema.ts'
import { isPersonalTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { maskMiddle } from '@hoicho/shared/platform/text.ts'
import type { Ctx, Db, Tx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found } from '../../platform/problem.ts'
import { countsOf, importById, rowsAfter } from './queries.ts'

const PAGE_SIZE = 50

/** An import with its columns and how many rows have which verdict and action, for those who may write it. */
export async function viewImport(db: Db | Tx, organizerId: string, importId: string): Promise<ImportView> {
  const { organizerId: _, ...row } = found(await importById(db, organizerId, importId))
  return {
    ...row,
    // Written by startImport and mapImport as these types.
    headers: row.headers as string[],
    mapping: row.mapping as ImportView['mapping'],
    counts: await countsOf(db, importId),
  }
}

export async function readImport(ctx: Ctx, organizerId: string, importId: string): Promise<ImportView> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  return await viewImport(ctx.app.db, organizerId, importId)
}

/** The rows of a preview, page by page, beside the records they would change. A personal tax code is masked. */
export async function listImportRows(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  query: ImportRowsQuery,
): Promise<ImportRowsPage> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  found(await importById(ctx.app.db, organizerId, importId))
  const rows = await rowsAfter(ctx.app.db, importId, query, PAGE_SIZE + 1)
  const shown = rows.slice(0, PAGE_SIZE)
  return {
    items: shown.map(row => {
      // Written by previewRows as these types.
      const staged = row as unknown as ImportRow
      return {
        ...staged,
        changes: staged.changes.map(({ before, ...change }) => ({ ...change, before: masked(before) })),
      }
    }),
    next: rows.length > PAGE_SIZE ? (shown.at(-1)?.rowNumber ?? null) : null,
  }
}

const masked = (value: string | number | null) =>
  typeof value === 'string' && isPersonalTaxCode(value) ? maskMiddle(value) : value
