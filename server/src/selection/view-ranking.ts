import { type Scatter, scatterOf } from '@hoicho/shared/selection/figures.ts'
import { LEAST_SHEETS } from '@hoicho/shared/selection/limits.ts'
import {
  type Ranked,
  type RankRequest,
  rankApplications,
  rankWithQuotas,
} from '@hoicho/shared/selection/rank.ts'
import type { RankingView, RankRow } from '@hoicho/shared/selection/schema.ts'
import { totalInUnits, totalUnit } from '@hoicho/shared/selection/score.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { decisionInForce } from './decision-queries.ts'
import { conflictsOf } from './may-review.ts'
import { applicationsIn, assignmentsOf } from './queries.ts'
import { rankRequest, untangled } from './rank-request.ts'

/**
 * The ranking as it stands, before it is decided: what a decision now would give, but for lots. Whoever has still to file a
 * sheet sees no figures of that application; whoever declared a conflict does not see it at all.
 */
export async function viewRanking(ctx: Ctx, fairId: string): Promise<RankingView> {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  const { db } = ctx.app
  const { fair, candidates, request } = await rankRequest(db, fairId, { seed: '', waitingPlaces: null })
  const { entries, quotas } = untangled(() => rankWithQuotas(request))
  const ranking = new Map(figuresOf(request, entries).map(figures => [figures.entry.id, figures]))
  const active = (await assignmentsOf(db, fairId)).filter(row => row.endedAt === null)
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const unfiled = new Set(
    active.filter(row => row.reviewerId === me && row.sheetState !== 'filed').map(row => row.applicationId),
  )
  const barred = await conflictsOf(ctx, fairId)
  const items = candidates
    .filter(({ id }) => !barred.has(id))
    .map(candidate => {
      const assigned = active.filter(row => row.applicationId === candidate.id)
      const missing = assigned.filter(row => row.sheetState !== 'filed').length
      return rowOf(candidate, ranking.get(candidate.id), missing, unfiled.has(candidate.id))
    })
    .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER))
  return {
    items,
    quota: fair.quota,
    passMark: fair.passMark,
    version: (await decisionInForce(db, fairId))?.version ?? 0,
    unexamined: (await applicationsIn(db, fairId, ['submitted', 'correction-requested'])).length,
    leastSheets: LEAST_SHEETS,
    quotas,
    isNormalised: request.isNormalised ?? false,
  }
}

type Figures = { entry: Ranked; scatter: Scatter | null; rawRank: number; normalisedRank: number }

/** Each application as it is ranked, how far its sheets lie apart, and its place by raw and by normalised totals. */
function figuresOf(request: RankRequest, entries: readonly Ranked[]): Figures[] {
  const { criteria, applications, isNormalised = false } = request
  const unit = totalUnit(criteria)
  // The same order but for the first comparison; quotas do not move ranks.
  const others = rankApplications({ ...request, quotas: [], isNormalised: !isNormalised })
  const otherRank = new Map(others.map(({ id, rank }) => [id, rank]))
  const sheets = new Map(applications.map(application => [application.id, application.sheets]))
  return entries.map(entry => {
    const totals = (sheets.get(entry.id) ?? []).map(({ points }) => totalInUnits(criteria, points))
    const other = otherRank.get(entry.id) ?? entry.rank
    const [rawRank, normalisedRank] = isNormalised ? [other, entry.rank] : [entry.rank, other]
    return { entry, scatter: scatterOf(totals, unit), rawRank, normalisedRank }
  })
}

type Candidate = Awaited<ReturnType<typeof applicationsIn>>[number]

function rowOf(
  candidate: Candidate,
  figures: Figures | undefined,
  missing: number,
  isHidden: boolean,
): RankRow {
  const entry = figures?.entry
  const seen = isHidden ? undefined : figures
  const shown = seen?.entry
  // Below the least number of sheets nothing could be decided, so no outcome is shown.
  const decidable = shown && (shown.count >= LEAST_SHEETS || shown.reason === 'held') ? shown : undefined
  return {
    applicationId: candidate.id,
    number: candidate.number,
    establishmentName: candidate.establishmentName,
    provinceName: candidate.provinceName,
    rank: shown?.rank ?? null,
    mean: shown?.mean ?? null,
    median: shown?.median ?? null,
    spread: shown?.spread ?? null,
    lowest: seen?.scatter?.lowest ?? null,
    highest: seen?.scatter?.highest ?? null,
    deviation: seen?.scatter?.deviation ?? null,
    rawRank: seen?.rawRank ?? null,
    normalisedRank: seen?.normalisedRank ?? null,
    filed: entry?.count ?? 0,
    missing,
    outcome: decidable?.outcome ?? null,
    reason: decidable?.reason ?? null,
    decidedBy: decidable?.decidedBy ?? null,
    normalised: shown?.normalised ?? null,
    quota: decidable?.quota ?? null,
    isHidden,
  }
}
