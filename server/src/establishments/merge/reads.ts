import {
  isOpenChoice,
  MERGE_GROUP_NAMES,
  MERGE_GROUPS,
  type MergeGroup,
  type MergePlan,
  type MergeSide,
  planMerge,
  suggestedChoice,
} from '@hoicho/shared/establishments/merge.ts'
import type {
  DuplicatePair,
  DuplicateSign,
  MergePreview,
  MergeView,
  PreviewQuery,
} from '@hoicho/shared/establishments/merge-schema.ts'
import { isPersonalTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { maskMiddle } from '@hoicho/shared/platform/text.ts'
import type { Ctx, Db, Tx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found, problem } from '../../platform/problem.ts'
import * as queries from './queries.ts'
import { refusalsOf } from './refusals.ts'

/** How long a merge can be taken apart. */
export const UNDO_DAYS = 30
const MOST_PAIRS = 200
const MOST_MERGES = 200

export const undoUntil = (mergedAt: string) =>
  new Date(Date.parse(mergedAt) + UNDO_DAYS * 86_400_000).toISOString()

/** Pairs that may be one establishment, with why, the likeliest first. */
export async function listDuplicates(ctx: Ctx, organizerId: string): Promise<DuplicatePair[]> {
  await mayRead(ctx, 'establishments.find-duplicates', { organizer: organizerId })
  const { db } = ctx.app
  const pairs = await queries.likelyPairs(db, organizerId, MOST_PAIRS)
  const ids = [...new Set(pairs.flatMap(pair => [pair.firstId, pair.secondId]))]
  const records = new Map((await queries.recordsOf(db, ids)).map(one => [one.id, shown(one)]))
  return pairs.flatMap(pair => {
    const [first, second] = [records.get(pair.firstId), records.get(pair.secondId)]
    if (!first || !second) return []
    // The statement gives no other words.
    const signs = pair.signs as DuplicateSign[]
    return [{ first, second, signs, taxCodesDiffer: pair.taxCodesDiffer }]
  })
}

/** What a merge would do, and everything that stands against it; nothing is written. */
export async function previewMerge(
  ctx: Ctx,
  organizerId: string,
  { survivor: survivorId, absorbed: absorbedId }: PreviewQuery,
): Promise<MergePreview> {
  await mayRead(ctx, 'establishments.find-duplicates', { organizer: organizerId })
  const { db } = ctx.app
  const sides = await queries.sidesOf(db, [survivorId, absorbedId])
  const survivor = found(sides.find(side => side.id === survivorId))
  const absorbed = found(sides.find(side => side.id === absorbedId))
  const gone = survivor.mergedInto ?? absorbed.mergedInto
  if (gone !== null) throw problem('establishments.merged', { establishmentId: gone })
  const records = (await queries.recordsOf(db, [survivorId, absorbedId])).map(shown)
  const plan = planMerge(survivor, absorbed, {})
  const refusals = await refusalsOf(db, ctx, organizerId, survivor, absorbed)
  const keys = refusals.flatMap(refusal => ('key' in refusal ? [refusal.key] : []))
  const fairs = await queries.fairNames(db, organizerId, keys)
  return {
    survivor: found(records.find(one => one.id === survivorId)),
    absorbed: found(records.find(one => one.id === absorbedId)),
    groups: differing(survivor, absorbed),
    ...countsOf(plan),
    refusals: refusals.map(refusal => ({
      code: refusal.code,
      fair: 'key' in refusal ? (fairs.find(fair => fair.id === refusal.key)?.nameVi ?? null) : null,
    })),
    undoDays: UNDO_DAYS,
  }
}

function differing(survivor: MergeSide, absorbed: MergeSide): MergePreview['groups'] {
  return MERGE_GROUP_NAMES.flatMap(group => {
    const [one, other] = [valuesOf(group, survivor), valuesOf(group, absorbed)]
    if (JSON.stringify(one) === JSON.stringify(other)) return []
    const isOpen = isOpenChoice(group, survivor, absorbed)
    return [
      {
        group,
        survivor: one,
        absorbed: other,
        isOpen,
        suggested: suggestedChoice(group, survivor, absorbed),
      },
    ]
  })
}

function valuesOf(group: MergeGroup, side: MergeSide) {
  const entries = MERGE_GROUPS[group].map(field => {
    const value = side.fields[field]
    return [field, field === 'taxCode' && typeof value === 'string' ? masked(value) : value] as const
  })
  return Object.fromEntries(entries)
}

const countsOf = (plan: MergePlan) => ({
  moves: plan.moves.map(({ table, ids }) => ({ table, count: ids.length })),
  stays: plan.stays.map(({ table, ids }) => ({ table, count: ids.length })),
  changes: plan.changes.length,
})

/** The newest merges of an organizer. */
export async function listMerges(ctx: Ctx, organizerId: string): Promise<MergeView[]> {
  await mayRead(ctx, 'establishments.find-duplicates', { organizer: organizerId })
  const merges = await queries.mergesOf(ctx.app.db, organizerId, MOST_MERGES)
  return merges.map(merge => viewOf(merge, ctx.now()))
}

export async function viewMerge(
  db: Db | Tx,
  ctx: Ctx,
  organizerId: string,
  mergeId: string,
): Promise<MergeView> {
  return viewOf(found((await queries.mergesOf(db, organizerId, 1, mergeId))[0]), ctx.now())
}

/** A merge, with until when it can be taken apart. */
const viewOf = (merge: Awaited<ReturnType<typeof queries.mergesOf>>[number], now: string): MergeView => ({
  ...merge,
  undoUntil: undoUntil(merge.mergedAt),
  canUndo: merge.undoneAt === null && now <= undoUntil(merge.mergedAt),
})

const masked = (taxCode: string) => (isPersonalTaxCode(taxCode) ? maskMiddle(taxCode) : taxCode)

const shown = <R extends { taxCode: string | null }>(record: R): R => ({
  ...record,
  taxCode: record.taxCode === null ? null : masked(record.taxCode),
})
