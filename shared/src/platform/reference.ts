import { z } from 'zod'
import { isoDate } from './dates.ts'

/**
 * Shapes of the reference tables: provinces, industries, banks, sectors, dated rules. Row names equal the
 * columns.
 */

/** The 63 provincial units until 30 June 2025, and the 34 since: a code means nothing without its scheme. */
export const PROVINCE_SCHEMES = ['gso-63', 'gso-34'] as const

/** Regions of industrial promotion (circular 26/2014/TT-BCT, article 3). */
export const REGIONS = ['north', 'centre', 'south'] as const

export const provinceRow = z.object({
  scheme: z.enum(PROVINCE_SCHEMES),
  code: z.string().regex(/^\d{2}$/),
  nameVi: z.string().min(1),
  nameEn: z.string().min(1),
  slug: z.string().regex(/^[a-z-]+$/),
  kind: z.enum(['province', 'city']),
  region: z.enum(REGIONS).nullable(),
  /** Code in `gso-34` of the unit a `gso-63` unit became or joined. */
  mergedIntoCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  position: z.int(),
})

export const vsicRow = z.object({
  version: z.enum(['2018', '2025']),
  code: z.string().regex(/^\d{2,5}$/),
  level: z.int().min(1).max(5),
  nameVi: z.string().min(1),
})

export const bankRow = z.object({
  bin: z.string().regex(/^\d{6}$/),
  code: z.string().min(1),
  shortName: z.string().min(1),
  nameVi: z.string().min(1),
})

export const sectorRow = z.object({
  code: z.string().regex(/^[a-z-]+$/),
  nameVi: z.string().min(1),
  nameEn: z.string().min(1),
  nameDe: z.string().min(1),
  vsicPrefixes: z.array(z.string().regex(/^\d{2,4}$/)),
  position: z.int(),
})

export const datedRuleRow = z.object({
  id: z.string().min(1),
  key: z.string().regex(/^[a-z0-9.-]+$/),
  value: z.json(),
  validFrom: isoDate(),
  validTo: isoDate().nullable(),
  legalBasis: z.string().min(1),
  source: z.string().min(1),
  confidence: z.enum(['S', 'I', 'M']),
})

/** A reference file: what it is, where its facts come from, and its rows. */
const fileOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ about: z.string(), sources: z.array(z.string()).optional(), rows: z.array(row) })

/** The reference files by what they hold. */
export const REFERENCE_FILES = {
  provinces: fileOf(provinceRow),
  vsic: fileOf(vsicRow),
  banks: fileOf(bankRow),
  sectors: fileOf(sectorRow),
  datedRules: fileOf(datedRuleRow),
} as const
