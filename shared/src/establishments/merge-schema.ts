import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { MERGE_GROUP_NAMES, MERGE_TABLES } from './merge.ts'

/** Why two records may be one establishment. */
export const DUPLICATE_SIGNS = ['tax-code', 'name', 'phone', 'email'] as const
export type DuplicateSign = (typeof DUPLICATE_SIGNS)[number]

const maybe = z.union([z.string(), z.null()])

const DuplicateRecord = z.object({
  id: id(),
  name: z.string(),
  /** Masked when it is a person's number. */
  taxCode: maybe,
  provinceScheme: z.string(),
  provinceCode: z.string(),
  phone: maybe,
  email: maybe,
  isClaimed: z.boolean(),
  applicationCount: z.int(),
  createdAt: z.string(),
})

export const DuplicatePair = z
  .object({
    first: DuplicateRecord,
    second: DuplicateRecord,
    signs: z.array(z.enum(DUPLICATE_SIGNS)),
    /** Both have a tax code of their own, which speaks against it. */
    taxCodesDiffer: z.boolean(),
  })
  .meta({ id: 'DuplicatePair' })
export type DuplicatePair = z.infer<typeof DuplicatePair>

export const PairInput = z.object({ firstId: id(), secondId: id() }).meta({ id: 'PairInput' })
export type PairInput = z.infer<typeof PairInput>

export const PreviewQuery = z.object({ survivor: id(), absorbed: id() })
export type PreviewQuery = z.infer<typeof PreviewQuery>

const sides = z.enum(['survivor', 'absorbed'])

export const MERGE_REFUSALS = [
  'both-apply',
  'both-claimed',
  'claimed-must-stay',
  'same-record',
  'elsewhere',
] as const

const counts = z.array(z.object({ table: z.enum(MERGE_TABLES), count: z.int() }))

export const MergePreview = z
  .object({
    survivor: DuplicateRecord.extend({ version: z.int() }),
    absorbed: DuplicateRecord.extend({ version: z.int() }),
    /** What differs, one line for each choice, both values as text. `isOpen`: a person may choose. */
    groups: z.array(
      z.object({
        group: z.enum(MERGE_GROUP_NAMES as [string, ...string[]]),
        survivor: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        absorbed: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
        isOpen: z.boolean(),
        suggested: sides,
      }),
    ),
    moves: counts,
    stays: counts,
    /** Invitations whose link ends, memberships joined, accounts that are the default no longer. */
    changes: z.int(),
    refusals: z.array(z.object({ code: z.enum(MERGE_REFUSALS), fair: maybe })),
    undoDays: z.int(),
  })
  .meta({ id: 'MergePreview' })
export type MergePreview = z.infer<typeof MergePreview>

export const MergeInput = z
  .object({
    survivorId: id(),
    absorbedId: id(),
    /** Of each group that differs, whose value stays; what is left out is as suggested. */
    choices: z.partialRecord(z.enum(MERGE_GROUP_NAMES as [string, ...string[]]), sides),
    survivorVersion: z.int(),
    absorbedVersion: z.int(),
  })
  .meta({ id: 'MergeInput' })
export type MergeInput = z.infer<typeof MergeInput>

export const MergeView = z
  .object({
    id: id(),
    survivorId: id(),
    survivorName: z.string(),
    absorbedId: id(),
    absorbedName: z.string(),
    mergedAt: z.string(),
    mergedBy: maybe,
    undoneAt: maybe,
    /** The last instant it can be taken apart. */
    undoUntil: z.string(),
    canUndo: z.boolean(),
  })
  .meta({ id: 'Merge' })
export type MergeView = z.infer<typeof MergeView>
