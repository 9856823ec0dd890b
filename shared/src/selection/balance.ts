/** Shares applications out among reviewers. */

export type BalanceRequest = {
  applicationIds: readonly string[]
  reviewerIds: readonly string[]
  /** Reviewers each application shall have. */
  perApplication: number
  /** Assignments in force, which count towards an application's number and a reviewer's load. */
  existing: readonly { applicationId: string; reviewerId: string }[]
  /** Pairs that must not be, such as declared conflicts. */
  barred: readonly { applicationId: string; reviewerId: string }[]
}

/**
 * The assignments to add: each application gets the reviewers it lacks, always the ones with the least work, equals by id.
 * An application that fewer reviewers may judge gets all of them and comes first. The same facts give the same answer in
 * any order. Without bars and with nothing assigned before, loads differ by one at most.
 */
export function balanceReviewers(request: BalanceRequest): { applicationId: string; reviewerId: string }[] {
  const { perApplication, existing } = request
  const load = new Map([...new Set(request.reviewerIds)].sort().map(id => [id, 0]))
  for (const { reviewerId } of existing) {
    const work = load.get(reviewerId)
    if (work !== undefined) load.set(reviewerId, work + 1)
  }
  const taken = pairsByApplication(existing)
  const closed = pairsByApplication([...existing, ...request.barred])
  const mayJudge = (applicationId: string) =>
    [...load.keys()].filter(id => !closed.get(applicationId)?.has(id))
  const queue = [...new Set(request.applicationIds)]
    .map(applicationId => ({ applicationId, reviewers: mayJudge(applicationId) }))
    .sort((a, b) => a.reviewers.length - b.reviewers.length || order(a.applicationId, b.applicationId))
  return queue.flatMap(({ applicationId, reviewers }) => {
    const lacking = Math.max(0, perApplication - (taken.get(applicationId)?.size ?? 0))
    const chosen = reviewers
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || order(a, b))
      .slice(0, lacking)
    for (const id of chosen) load.set(id, (load.get(id) ?? 0) + 1)
    return chosen.map(reviewerId => ({ applicationId, reviewerId }))
  })
}

function pairsByApplication(pairs: BalanceRequest['existing']): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>()
  for (const { applicationId, reviewerId } of pairs) {
    const set = sets.get(applicationId) ?? new Set()
    sets.set(applicationId, set.add(reviewerId))
  }
  return sets
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
