import { balanceReviewers } from '@hoicho/shared/selection/balance.ts'
import type { BalancedView, BalanceInput } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { demandReviewers, insertAssignments } from './assign-reviewers.ts'
import { membersOf } from './council-queries.ts'
import {
  applicationsIn,
  assignmentsOf,
  barredPairs,
  fairForSelection,
  lockApplications,
  reviewersOf,
} from './queries.ts'

/**
 * Gives every dossier accepted as complete the reviewers it lacks, loads balanced within their limits, provinces spread and
 * conflicts of interest kept out. Those who share are the voting members of the council, or all reviewers where there is
 * none. Where fewer people may judge a dossier it gets those there are, and the answer says what keeps the others away.
 * Run again, it adds only what is missing.
 */
export async function balanceAssignments(
  ctx: Ctx,
  fairId: string,
  { perApplication, reviewerIds, loadLimit = null }: BalanceInput,
): Promise<BalancedView> {
  return await change(ctx, 'selection.assign-reviewers', { fair: fairId }, async tx => {
    const { organizerId } = found(await fairForSelection(tx, fairId, 'update'))
    if (reviewerIds) await demandReviewers(tx, organizerId, reviewerIds)
    const waiting = await applicationsIn(tx, fairId, ['complete'])
    const locked = await lockApplications(
      tx,
      fairId,
      waiting.map(({ id }) => id),
    )
    const judges = await judgesOf(tx, fairId, organizerId, loadLimit, reviewerIds)
    const { added, short } = balanceReviewers({
      applicationIds: locked.filter(({ state }) => state === 'complete').map(({ id }) => id),
      reviewerIds: [...judges.keys()],
      perApplication,
      existing: (await assignmentsOf(tx, fairId)).filter(row => row.endedAt === null),
      barred: await barredPairs(tx, fairId),
      limits: new Map([...judges].flatMap(([id, limit]) => (limit === null ? [] : [[id, limit] as const]))),
      groups: new Map(waiting.map(({ id, provinceName }) => [id, provinceName])),
    })
    await insertAssignments(tx, ctx, fairId, added)
    const names = new Map(
      waiting.map(({ id, number, establishmentName }) => [id, { number, establishmentName }]),
    )
    const result = {
      added: added.length,
      short: short.map(row => ({ ...row, ...found(names.get(row.applicationId)) })),
    }
    const audit = { entity: 'fair', entityId: fairId, after: { perApplication, added } }
    return { result, audit }
  })
}

/** Who may be given applications, each with their limit. */
async function judgesOf(
  tx: Tx,
  fairId: string,
  organizerId: string,
  loadLimit: number | null,
  only: readonly string[] | undefined,
): Promise<Map<string, number | null>> {
  const seated = (await membersOf(tx, fairId)).filter(member => member.endedAt === null)
  const reviewers = (await reviewersOf(tx, organizerId)).map(({ id }) => id)
  const voting = seated.filter(member => member.isVoting)
  const limits = new Map(voting.map(member => [member.personId, member.loadLimit]))
  const able = seated.length > 0 ? reviewers.filter(id => limits.has(id)) : reviewers
  const chosen = only ? able.filter(id => only.includes(id)) : able
  return new Map(chosen.map(id => [id, limits.get(id) ?? loadLimit]))
}
