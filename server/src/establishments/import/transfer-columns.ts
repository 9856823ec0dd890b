import { TRANSFER_FIELDS, type TransferField } from '@hoicho/shared/establishments/import/fields.ts'

/** `provinceCode` is the column `province_code`. */
export const columnOf = (name: string): string => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** `province_code` is the property `provinceCode`. */
export const propertyOf = (column: string): string =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const PAIRS: Partial<Record<TransferField, readonly string[]>> = {
  // The key a name is found by.
  name: ['name', 'name_key'],
  // A reason belongs to its code: one without the other means nothing.
  taxCode: ['tax_code', 'tax_code_reason'],
  taxCodeReason: [],
  province: ['province_scheme', 'province_code'],
  // The same code is another branch in another edition.
  vsicCode: ['vsic_version', 'vsic_code'],
  vsicVersion: [],
  productionProvince: ['production_province_scheme', 'production_province_code'],
  id: [],
}

/** The columns of establishment that a field of a list stands for; they change together. */
export const columnsOf = (field: TransferField): readonly string[] => PAIRS[field] ?? [columnOf(field)]

/** The columns of establishment that a list may bring, for statements over many records at once. */
export const COLUMNS = TRANSFER_FIELDS.flatMap(columnsOf).join(', ')
