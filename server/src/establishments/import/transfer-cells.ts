import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import { formatPhone } from '@hoicho/shared/establishments/phone.ts'
import type { Ctx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import type { EstablishmentRecord } from '../directory-queries.ts'
import * as reference from '../reference-queries.ts'

export type TransferCells = Record<TransferField, string | number | null>

/** Turns a record into what its cells say: names instead of codes, in Vietnamese, as the import reads them back. */
export async function cellWriter(ctx: Ctx): Promise<(row: EstablishmentRecord) => TransferCells> {
  const t = await translator('vi', 'establishments')
  const provinces = await reference.provinces(ctx.app.db)
  const sectors = new Map((await reference.sectors(ctx.app.db)).map(({ code, nameVi }) => [code, nameVi]))
  const names = new Map(provinces.map(one => [`${one.scheme}:${one.code}`, one.nameVi]))
  const province = (scheme: string | null, code: string | null) => {
    const name = names.get(`${scheme}:${code}`)
    if (name === undefined) return null
    return scheme === 'gso-63' ? t('province.old', { name }) : name
  }
  return row => ({
    name: row.name,
    nameEn: row.nameEn,
    legalForm: t(`form.${row.legalForm}`),
    taxCode: row.taxCode,
    taxCodeReason: row.taxCodeReason,
    registeredAddress: row.registeredAddress,
    province: province(row.provinceScheme, row.provinceCode),
    productionAddress: row.productionAddress,
    productionProvince: province(row.productionProvinceScheme, row.productionProvinceCode),
    sectorCode: sectors.get(row.sectorCode ?? '') ?? null,
    // As text: a code is no amount.
    vsicCode: row.vsicCode,
    vsicVersion: row.vsicCode === null ? null : row.vsicVersion,
    phone: row.phone ? formatPhone(row.phone) : null,
    email: row.email,
    website: row.website,
    representativeName: row.representativeName,
    representativePosition: row.representativePosition,
    employees: row.employees,
    revenueVnd: row.revenueVnd,
    capitalVnd: row.capitalVnd,
    // A year is no amount: as text it keeps its four digits together.
    figuresYear: row.figuresYear === null ? null : String(row.figuresYear),
    exportMarkets: row.exportMarkets,
    introductionVi: row.introductionVi,
    introductionEn: row.introductionEn,
    id: row.id,
  })
}
