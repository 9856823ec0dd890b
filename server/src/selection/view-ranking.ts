import { LEAST_SHEETS } from '@hoicho/shared/selection/limits.ts'
import { type Ranked, rankWithQuotas } from '@hoicho/shared/selection/rank.ts'
import type { RankingView, RankRow } from '@hoicho/shared/selection/schema.ts'
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
  const ranking = new Map(entries.map(entry => [entry.id, entry]))
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

type Candidate = Awaited<ReturnType<typeof applicationsIn>>[number]

function rowOf(candidate: Candidate, entry: Ranked | undefined, missing: number, isHidden: boolean): RankRow {
  const shown = isHidden ? undefined : entry
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
