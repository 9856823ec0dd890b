import type { z } from 'zod'
import { foldText } from '../../platform/text.ts'
import { guessLegalForm, LEGAL_FORMS, type LegalForm } from '../legal-form.ts'
import { checkPhone } from '../phone.ts'
import { EstablishmentInput } from '../schema.ts'
import type { ImportCell } from './columns.ts'
import type { TransferField } from './fields.ts'
import { readWhole, readYear } from './figures.ts'
import { unguardFormula } from './formula.ts'
import { type Industry, industryReader } from './industry-cell.ts'
import { type Place, type ProvinceName, provinceFinder } from './places.ts'
import { readTaxCode } from './tax-code-cell.ts'

/** What a row brings of a record. A field that is not there was empty or not in the file: it changes nothing. */
export type ImportedValues = Partial<EstablishmentInput>

/** Something to be said of one cell: `code` has a sentence in `directory-import-desk`. */
export type Remark = { field: TransferField; code: string }

export type ReadRow = {
  /** The record's own number, in a list that was exported here. */
  id: string | null
  values: ImportedValues
  /** For a new record only: what the name and the address suggest where the file says nothing. */
  assumed: ImportedValues
  /** Cells that cannot be read: the row is not imported. */
  faults: Remark[]
  /** Cells that were read with some help. */
  notes: Remark[]
}

/** The names that cells may hold instead of codes. */
export type ImportReference = {
  provinces: readonly ProvinceName[]
  industries: readonly Industry[]
  sectors: readonly { code: string; names: readonly string[] }[]
  legalForms: readonly { form: LegalForm; names: readonly string[] }[]
}

type Reading = {
  id: string | null
  values: Record<string, unknown>
  /** Cells that are read together with others of their row. */
  vsic: { code?: string; version?: string }
  faults: Remark[]
  notes: Remark[]
}
type Reader = (cell: string | number, field: TransferField, into: Reading) => void

/**
 * Makes the reader of rows for one file: `mapping` names the field of each column. Reading never throws; each cell gives
 * a value, a fault, or nothing where it is empty.
 */
export function rowReader(
  mapping: readonly (TransferField | null)[],
  reference: ImportReference,
): (cells: readonly ImportCell[]) => ReadRow {
  const findProvince = provinceFinder(reference.provinces)
  const readers = readersFor(reference, findProvince)
  const readIndustry = industryReader(reference.industries)
  return cells => {
    const into: Reading = { id: null, values: {}, vsic: {}, faults: [], notes: [] }
    for (const [column, field] of mapping.entries()) {
      const cell = cleaned(cells[column] ?? null)
      if (field === null || cell === null) continue
      readers[field](cell, field, into)
    }
    settleTaxCode(into)
    readIndustry(into.vsic, into)
    // Every value has passed the schema of its field.
    const values = into.values as ImportedValues
    return {
      id: into.id,
      values,
      assumed: assumptions(values, findProvince),
      faults: into.faults,
      notes: into.notes,
    }
  }
}

function cleaned(cell: ImportCell): string | number | null {
  if (typeof cell !== 'string') return cell
  const text = unguardFormula(cell.trim())
  return /^(?:|-+|–|n\/a|\?+)$/i.test(text) ? null : text
}

function readersFor(reference: ImportReference, findProvince: (text: string) => Place | null) {
  const text: Reader = (cell, field, into) => take(into, field, field, String(cell))
  const whole: Reader = (cell, field, into) => take(into, field, field, readWhole(cell) ?? Number.NaN)
  const place =
    (name: 'province' | 'productionProvince'): Reader =>
    (cell, field, into) => {
      const found = findProvince(String(cell))
      if (!found) into.faults.push({ field, code: 'province' })
      else Object.assign(into.values, { [`${name}Scheme`]: found.scheme, [`${name}Code`]: found.code })
    }
  const readers: Record<TransferField, Reader> = {
    name: text,
    nameEn: text,
    legalForm: oneOf(
      reference.legalForms.map(({ form, names }) => [form, names]),
      guessLegalForm,
    ),
    taxCode: readTaxCodeCell,
    taxCodeReason: text,
    registeredAddress: text,
    province: place('province'),
    productionAddress: text,
    productionProvince: place('productionProvince'),
    sectorCode: oneOf(reference.sectors.map(({ code, names }) => [code, names])),
    vsicCode: (cell, _, into) => {
      into.vsic.code = String(cell)
    },
    vsicVersion: (cell, _, into) => {
      into.vsic.version = String(cell)
    },
    phone: readPhoneCell,
    email: (cell, field, into) => take(into, field, field, firstOf(String(cell), field, into)),
    website: (cell, field, into) => take(into, field, field, webAddress(firstOf(String(cell), field, into))),
    representativeName: text,
    representativePosition: text,
    employees: whole,
    revenueVnd: whole,
    capitalVnd: whole,
    figuresYear: (cell, field, into) => take(into, field, field, readYear(cell) ?? Number.NaN),
    exportMarkets: text,
    introductionVi: text,
    introductionEn: text,
    id: (cell, field, into) => {
      if (UUID.test(String(cell))) into.id = String(cell).toLowerCase()
      else into.faults.push({ field, code: 'id' })
    },
  }
  return readers
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const SHAPES: Record<string, z.ZodType> = EstablishmentInput.shape

/** The value if the schema of the field takes it, else a fault. */
function take(into: Reading, field: TransferField, key: string, value: unknown): void {
  const parsed = SHAPES[key]?.safeParse(value)
  if (parsed?.success) into.values[key] = parsed.data
  else into.faults.push({ field, code: faultCode(field, value) })
}

function faultCode(field: TransferField, value: unknown): string {
  if (typeof value === 'number') return field === 'figuresYear' ? 'year' : 'number'
  return field === 'email' || field === 'website' || field === 'phone' ? field : 'too-long'
}

/** A choice by its code or one of its names, folded; `guess` has a say where none fits. */
function oneOf(
  choices: readonly (readonly [code: string, names: readonly string[]])[],
  guess: (text: string) => string | null = () => null,
): Reader {
  const known = new Map(
    choices.flatMap(([code, names]) => [code, ...names].map(name => [plainKey(name), code])),
  )
  return (cell, field, into) => {
    const code = known.get(plainKey(String(cell))) ?? guess(String(cell))
    if (code) into.values[field] = code
    else into.faults.push({ field, code: 'choice' })
  }
}

const plainKey = (text: string) => foldText(text).replace(/[^a-z0-9]/g, '')

const readTaxCodeCell: Reader = (cell, field, into) => {
  const reading = readTaxCode(cell)
  if ('fault' in reading) {
    into.faults.push({ field, code: reading.fault })
    return
  }
  into.values.taxCode = reading.taxCode
  if (reading.isRepaired) into.notes.push({ field, code: 'leading-zero' })
  if (reading.isDoubtful) into.notes.push({ field, code: 'tax-code-doubtful' })
}

/** A doubtful code needs the reason why it is right all the same; of one that fits no reason is kept. */
function settleTaxCode(into: Reading): void {
  const isDoubtful = into.notes.some(note => note.code === 'tax-code-doubtful')
  if (isDoubtful && !into.values.taxCodeReason) into.faults.push({ field: 'taxCode', code: 'tax-code-check' })
  if (!isDoubtful) delete into.values.taxCodeReason
}

const readPhoneCell: Reader = (cell, field, into) => {
  const text = String(cell)
  const whole = checkPhone(text)
  const check = whole.outcome === 'ok' ? whole : checkPhone(firstOf(text, field, into))
  if (check.outcome === 'ok') into.values.phone = check.e164
  else into.faults.push({ field, code: check.code === 'old-mobile' ? 'phone-old' : 'phone' })
}

/** Of several in one cell the first. */
function firstOf(text: string, field: TransferField, into: Reading): string {
  const [first = '', ...others] = text
    .split(/\s*[;,\n]\s*|\s+[-–/]\s+|\s*\/\s*(?=\d)/)
    .filter(part => part.trim() !== '')
  if (others.length > 0) into.notes.push({ field, code: 'first-of-several' })
  return others.length > 0 ? first : text
}

const webAddress = (text: string) => (/^https?:\/\//i.test(text) ? text : `https://${text}`)

/** Form and province where the file is silent: the form from the name, the province from the end of the address. */
function assumptions(values: ImportedValues, findProvince: (text: string) => Place | null): ImportedValues {
  const assumed: ImportedValues = {}
  if (!values.legalForm) assumed.legalForm = formOf(values.name ?? '')
  if (!values.provinceCode) {
    const place = findProvince((values.registeredAddress ?? '').split(/[,;]| - /).at(-1) ?? '')
    if (place) Object.assign(assumed, { provinceScheme: place.scheme, provinceCode: place.code })
  }
  return assumed
}

/** A limited company whose members are not told is taken for one of several; a name that tells nothing is another form. */
function formOf(name: string): LegalForm {
  const guessed = guessLegalForm(name)
  if (guessed) return guessed
  return /\b(?:tnhh|trach nhiem huu han)\b/.test(foldText(name)) ? 'TNHH_2TV' : (LEGAL_FORMS.at(-1) ?? 'KHAC')
}
