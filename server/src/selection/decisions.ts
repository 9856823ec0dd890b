import { OUTCOME_REASONS } from '@hoicho/shared/selection/rank.ts'
import type { DecisionView, OutcomeView } from '@hoicho/shared/selection/schema.ts'
import type { Db, Tx } from '../platform/context.ts'
import { decisionsOf, outcomesOf } from './decision-queries.ts'

/** Rows by rank with the place of those who wait. */
export function withPositions<Row extends { outcome: string }>(rows: readonly Row[]) {
  let last = 0
  return rows.map(row => {
    if (row.outcome === 'waiting') last += 1
    return { ...row, waitingPosition: row.outcome === 'waiting' ? last : null }
  })
}

/** Every decision of a fair, the newest first, each with its outcomes by rank. */
export async function readDecisions(db: Db | Tx, fairId: string): Promise<DecisionView[]> {
  const decisions = await decisionsOf(db, fairId)
  const outcomes = await outcomesOf(db, fairId)
  return decisions.map(decision => ({
    ...decision,
    quotas: decision.quotas ?? [],
    outcomes: withPositions(outcomes.filter(row => row.selectionId === decision.id)).map(outcomeView),
  }))
}

function outcomeView(
  row: Awaited<ReturnType<typeof outcomesOf>>[number] & { waitingPosition: number | null },
): OutcomeView {
  return {
    applicationId: row.applicationId,
    number: row.number,
    establishmentName: row.establishmentName,
    rank: row.rank,
    mean: row.meanPoints === null ? null : Number(row.meanPoints),
    outcome: row.outcome,
    reason: OUTCOME_REASONS.find(reason => reason === row.reason) ?? 'below-pass-mark',
    quota: row.quota,
    waitingPosition: row.waitingPosition,
    letter: row.mailState ?? (row.releasedAt === null ? 'none' : 'told'),
  }
}
