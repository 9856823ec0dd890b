import type { EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import type { Tx } from '../platform/context.ts'
import { type FieldFault, invalid } from '../platform/problem.ts'
import * as queries from './reference-queries.ts'

/** Refuses (422) a province, sector, industry or bank that the reference tables do not hold. */
export async function checkReferences(tx: Tx, input: EstablishmentInput): Promise<void> {
  const { productionProvinceScheme, productionProvinceCode, vsicVersion, vsicCode } = input
  const faults: FieldFault[] = []
  const check = (pointer: string, isThere: boolean) => {
    if (!isThere) faults.push({ pointer, code: 'choice' })
  }
  check('/provinceCode', await queries.hasProvince(tx, input.provinceScheme, input.provinceCode))
  if (productionProvinceScheme || productionProvinceCode) {
    const scheme = productionProvinceScheme ?? ''
    check('/productionProvinceCode', await queries.hasProvince(tx, scheme, productionProvinceCode ?? ''))
  }
  if (vsicVersion || vsicCode) {
    check('/vsicCode', await queries.hasIndustry(tx, vsicVersion ?? '', vsicCode ?? ''))
  }
  if (input.sectorCode) check('/sectorCode', await queries.hasSector(tx, input.sectorCode))
  if (faults.length > 0) throw invalid(...faults)
}

/** Refuses (422) sectors that the reference table does not hold, each at its pointer. */
export async function checkSectors(
  tx: Tx,
  chosen: readonly { pointer: string; code: string | null }[],
): Promise<void> {
  const codes = chosen.flatMap(({ code }) => (code === null ? [] : [code]))
  const known = new Set(await queries.sectorsAmong(tx, codes))
  const strange = chosen.filter(({ code }) => code !== null && !known.has(code))
  if (strange.length > 0) throw invalid(...strange.map(({ pointer }) => ({ pointer, code: 'choice' })))
}
