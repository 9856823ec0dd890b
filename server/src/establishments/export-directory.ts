import {
  MAX_TRANSFER_ROWS,
  TRANSFER_FIELDS,
  type TransferField,
} from '@hoicho/shared/establishments/import/fields.ts'
import { guardFormula } from '@hoicho/shared/establishments/import/formula.ts'
import type { DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import { isPersonalTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { type SheetCell, spreadsheet } from '../documents/spreadsheet.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { directoryCount, directoryRows, type EstablishmentRecord } from './directory-queries.ts'
import { cellWriter, type TransferCells } from './import/transfer-cells.ts'
import { fairOfOrganizer } from './queries.ts'

/** Never exported: who signs, and what belongs to a person. */
const LEFT_OUT = new Set<TransferField>(['representativeName', 'representativePosition'])
const EXPORTED = TRANSFER_FIELDS.filter(field => !LEFT_OUT.has(field))

/** Forms whose number, phone and address of mail are a person's own. */
const PERSONAL_FORMS = new Set<string>(['HO_KD', 'TO_HOP_TAC'])

/**
 * The directory as the filters leave it, every row, as XLSX with Vietnamese headings in a fixed order that the import
 * reads back without a change. Left out: representatives, bank details, numbers of persons (twelve digits), and phone and
 * mail of households and groups. Refused over 20,000 rows with establishments.export-too-many.
 */
export async function exportDirectory(
  ctx: Ctx,
  organizerId: string,
  query: Omit<DirectoryQuery, 'after'>,
): Promise<Uint8Array> {
  await mayRead(ctx, 'establishments.list', { organizer: organizerId })
  const { db } = ctx.app
  const today = localDate(ctx.now(), 'Asia/Ho_Chi_Minh')
  if (query.endedBefore) found(await fairOfOrganizer(db, organizerId, query.endedBefore))
  const count = await directoryCount(db, query, today, MAX_TRANSFER_ROWS + 1)
  if (count > MAX_TRANSFER_ROWS) {
    throw problem('establishments.export-too-many', { count, maximum: MAX_TRANSFER_ROWS })
  }
  const t = await translator('vi', 'directory-import-desk')
  const toCells = await cellWriter(ctx)
  const rows = await directoryRows(db, query, today)
  return await spreadsheet([
    {
      name: t('sheet'),
      header: EXPORTED.map(field => t(`field.${field}`)),
      widths: EXPORTED.map(field => (field.endsWith('ddress') || field === 'name' ? 36 : 18)),
      rows: rows.map(row => {
        const cells = shown(toCells(row), row)
        return EXPORTED.map(field => guarded(cells[field]))
      }),
    },
  ])
}

/** What a list for many eyes shows of a record: nothing of persons, and text that no program runs. */
function shown(cells: TransferCells, row: EstablishmentRecord): TransferCells {
  const isPersonalCode = isPersonalTaxCode(row.taxCode ?? '')
  const isPersonal = PERSONAL_FORMS.has(row.legalForm) || isPersonalCode
  return {
    ...cells,
    ...(isPersonalCode ? { taxCode: null } : {}),
    ...(isPersonal ? { taxCodeReason: null, phone: null, email: null } : {}),
  }
}

const guarded = (cell: SheetCell): SheetCell => (typeof cell === 'string' ? guardFormula(cell) || null : cell)
