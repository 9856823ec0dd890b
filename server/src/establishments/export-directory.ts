import {
  MAX_TRANSFER_ROWS,
  TRANSFER_FIELDS,
  type TransferField,
} from '@hoicho/shared/establishments/import/fields.ts'
import { guardFormula } from '@hoicho/shared/establishments/import/formula.ts'
import { formatPhone } from '@hoicho/shared/establishments/phone.ts'
import type { DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import { isPersonalTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { type SheetCell, spreadsheet } from '../documents/spreadsheet.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { directoryCount, directoryRows, fairOfOrganizer } from './queries.ts'
import * as reference from './reference-queries.ts'

type Row = Awaited<ReturnType<typeof directoryRows>>[number]
type Cells = Record<TransferField, SheetCell>

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
        const cells = toCells(row)
        return EXPORTED.map(field => cells[field])
      }),
    },
  ])
}

/** Turns a record into cells: names instead of codes, text that no program runs. */
async function cellWriter(ctx: Ctx): Promise<(row: Row) => Cells> {
  const t = await translator('vi', 'establishments')
  const provinces = await reference.provinces(ctx.app.db)
  const sectors = new Map((await reference.sectors(ctx.app.db)).map(({ code, nameVi }) => [code, nameVi]))
  const names = new Map(provinces.map(one => [`${one.scheme}:${one.code}`, one.nameVi]))
  const province = (scheme: string | null, code: string | null) => {
    const name = names.get(`${scheme}:${code}`) ?? ''
    return scheme === 'gso-63' ? t('province.old', { name }) : name
  }
  return row => {
    const isPersonal = PERSONAL_FORMS.has(row.legalForm) || isPersonalTaxCode(row.taxCode ?? '')
    const texts = {
      name: row.name,
      nameEn: row.nameEn,
      legalForm: t(`form.${row.legalForm}`),
      taxCode: isPersonalTaxCode(row.taxCode ?? '') ? null : row.taxCode,
      taxCodeReason: isPersonal ? null : row.taxCodeReason,
      registeredAddress: row.registeredAddress,
      province: province(row.provinceScheme, row.provinceCode),
      productionAddress: row.productionAddress,
      productionProvince: province(row.productionProvinceScheme, row.productionProvinceCode),
      sectorCode: sectors.get(row.sectorCode ?? '') ?? null,
      phone: isPersonal || !row.phone ? null : formatPhone(row.phone),
      email: isPersonal ? null : row.email,
      website: row.website,
      representativeName: null,
      representativePosition: null,
      exportMarkets: row.exportMarkets,
      introductionVi: row.introductionVi,
      introductionEn: row.introductionEn,
      id: row.id,
    }
    const figures = {
      employees: row.employees,
      revenueVnd: row.revenueVnd,
      capitalVnd: row.capitalVnd,
      // A year is no amount: as text it keeps its four digits together.
      figuresYear: row.figuresYear === null ? null : String(row.figuresYear),
    }
    return { ...guarded(texts), ...figures }
  }
}

function guarded<K extends string>(texts: Record<K, string | null>): Record<K, SheetCell> {
  const entries = Object.entries<string | null>(texts).map(([field, text]) => [
    field,
    text ? guardFormula(text) : null,
  ])
  // The same keys as went in.
  return Object.fromEntries(entries) as Record<K, SheetCell>
}
