/** Shares applications out among reviewers. */

export type Pair = { applicationId: string; reviewerId: string }

export type BalanceRequest = {
  applicationIds: readonly string[]
  reviewerIds: readonly string[]
  /** Reviewers each application shall have. */
  perApplication: number
  /** Assignments in force, which count towards an application's number and a reviewer's load. They stay as they are. */
  existing: readonly Pair[]
  /** Pairs that must not be, such as conflicts of interest. */
  barred: readonly Pair[]
  /** Most applications of a reviewer; none where there is no entry. */
  limits?: ReadonlyMap<string, number>
  /** Group of an application, such as its province: where loads leave the choice, groups are spread over reviewers. */
  groups?: ReadonlyMap<string, string>
}

/** An application that gets fewer reviewers than asked for: how many are lacking, how many are barred, how many are full. */
export type Shortfall = { applicationId: string; lacking: number; barred: number; full: number }

export type Balance = { added: Pair[]; short: Shortfall[] }

/**
 * The assignments to add, exactly: as many as can be, an application's first reviewer before another's second; and with that,
 * the sum of the squares of all loads the least there is, so that no other sharing is more even. The same facts give the
 * same answer in any order.
 *
 * Method: a flow of least cost, one unit at a time along a shortest path (successive shortest paths; the cost of a
 * reviewer's next application is their load, which rises, so every augmentation keeps the cost least). As moving a sheet
 * from one reviewer to another costs nothing but the load at the end of the path, a shortest path is a walk over reviewers
 * to the least loaded one within reach: each step hands an application over from one to the next. Cf. Ahuja, Magnanti and
 * Orlin, Network Flows, 9.7 and 14.5; Harvey et al., Semi-matchings for bipartite graphs, 2003.
 */
export function balanceReviewers(request: BalanceRequest): Balance {
  const desk = deskOf(request)
  const queue = [...new Set(request.applicationIds)].sort(order)
  for (let round = 1; round <= request.perApplication; round++) {
    for (const applicationId of queue) {
      if (seatsOf(desk, applicationId).size < round) place(desk, applicationId)
    }
  }
  const added = queue.flatMap(applicationId =>
    [...(desk.added.get(applicationId) ?? [])].sort(order).map(reviewerId => ({ applicationId, reviewerId })),
  )
  const short = queue.flatMap(id => shortfallOf(desk, id, request.perApplication))
  return { added, short }
}

type Desk = {
  reviewers: readonly string[]
  load: Map<string, number>
  limits: ReadonlyMap<string, number>
  groups: ReadonlyMap<string, string>
  /** Applications of a group a reviewer has, by `reviewer group`. */
  groupLoad: Map<string, number>
  /** Reviewers an application had before. */
  fixed: ReadonlyMap<string, ReadonlySet<string>>
  barred: ReadonlyMap<string, ReadonlySet<string>>
  added: Map<string, Set<string>>
  /** Applications newly given to a reviewer: those that may be handed over. */
  held: Map<string, Set<string>>
}

function deskOf({ reviewerIds, existing, barred, limits, groups }: BalanceRequest): Desk {
  const reviewers = [...new Set(reviewerIds)].sort(order)
  const desk: Desk = {
    reviewers,
    load: new Map(reviewers.map(id => [id, 0])),
    limits: limits ?? new Map(),
    groups: groups ?? new Map(),
    groupLoad: new Map(),
    fixed: pairsByApplication(existing),
    barred: pairsByApplication(barred),
    added: new Map(),
    held: new Map(reviewers.map(id => [id, new Set()])),
  }
  for (const [applicationId, ids] of desk.fixed) for (const id of ids) count(desk, applicationId, id, 1)
  return desk
}

function count(desk: Desk, applicationId: string, reviewerId: string, by: 1 | -1): void {
  const load = desk.load.get(reviewerId)
  if (load === undefined) return
  desk.load.set(reviewerId, load + by)
  const group = groupKey(desk, applicationId, reviewerId)
  desk.groupLoad.set(group, (desk.groupLoad.get(group) ?? 0) + by)
}

const groupKey = (desk: Desk, applicationId: string, reviewerId: string) =>
  `${reviewerId} ${desk.groups.get(applicationId) ?? ''}`

const seatsOf = (desk: Desk, applicationId: string): ReadonlySet<string> =>
  new Set([...(desk.fixed.get(applicationId) ?? []), ...(desk.added.get(applicationId) ?? [])])

const mayTake = (desk: Desk, applicationId: string, reviewerId: string): boolean =>
  !desk.barred.get(applicationId)?.has(reviewerId) &&
  !desk.fixed.get(applicationId)?.has(reviewerId) &&
  !desk.added.get(applicationId)?.has(reviewerId)

const isFull = (desk: Desk, reviewerId: string): boolean =>
  (desk.load.get(reviewerId) ?? 0) >= (desk.limits.get(reviewerId) ?? Number.POSITIVE_INFINITY)

/** Gives an application one more reviewer, if any can be reached. */
function place(desk: Desk, applicationId: string): void {
  const starts = desk.reviewers
    .filter(id => mayTake(desk, applicationId, id))
    .sort(byNeed(desk, applicationId))
  const steps = walk(desk, starts)
  const [end] = [...steps.keys()].filter(id => !isFull(desk, id)).sort(byNeed(desk, applicationId))
  if (end === undefined) return
  const path = pathTo(end, steps)
  for (const { from, to, applicationId: handed } of path) move(desk, handed, from, to)
  give(desk, applicationId, path[0]?.from ?? end)
}

/** The least loaded first, then who has least of the application's group, then by id. */
const byNeed = (desk: Desk, applicationId: string) => (a: string, b: string) =>
  (desk.load.get(a) ?? 0) - (desk.load.get(b) ?? 0) ||
  (desk.groupLoad.get(groupKey(desk, applicationId, a)) ?? 0) -
    (desk.groupLoad.get(groupKey(desk, applicationId, b)) ?? 0) ||
  order(a, b)

type Step = { from: string; to: string; applicationId: string }

/** Every reviewer within reach and the last hand-over on a way of fewest hand-overs there; `null` for where it starts. */
function walk(desk: Desk, starts: readonly string[]): Map<string, Step | null> {
  const steps = new Map<string, Step | null>(starts.map(id => [id, null]))
  const unseen = new Set(desk.reviewers.filter(id => !steps.has(id)))
  const queue = [...starts]
  for (const from of queue) {
    for (const to of unseen) {
      const applicationId = handOver(desk, from, to)
      if (applicationId === undefined) continue
      unseen.delete(to)
      steps.set(to, { from, to, applicationId })
      queue.push(to)
    }
  }
  return steps
}

/** The first application one newly has that the other may take. */
function handOver(desk: Desk, from: string, to: string): string | undefined {
  let first: string | undefined
  for (const id of desk.held.get(from) ?? [])
    if ((first === undefined || id < first) && mayTake(desk, id, to)) first = id
  return first
}

function pathTo(end: string, steps: ReadonlyMap<string, Step | null>): Step[] {
  const step = steps.get(end)
  return step ? [...pathTo(step.from, steps), step] : []
}

function give(desk: Desk, applicationId: string, reviewerId: string): void {
  const seats = desk.added.get(applicationId) ?? new Set()
  desk.added.set(applicationId, seats.add(reviewerId))
  desk.held.get(reviewerId)?.add(applicationId)
  count(desk, applicationId, reviewerId, 1)
}

function move(desk: Desk, applicationId: string, from: string, to: string): void {
  desk.added.get(applicationId)?.delete(from)
  desk.held.get(from)?.delete(applicationId)
  count(desk, applicationId, from, -1)
  give(desk, applicationId, to)
}

function shortfallOf(desk: Desk, applicationId: string, perApplication: number): Shortfall[] {
  const seats = seatsOf(desk, applicationId)
  const lacking = perApplication - seats.size
  if (lacking <= 0) return []
  const others = desk.reviewers.filter(id => !seats.has(id))
  const barred = others.filter(id => desk.barred.get(applicationId)?.has(id))
  return [{ applicationId, lacking, barred: barred.length, full: others.length - barred.length }]
}

function pairsByApplication(pairs: readonly Pair[]): Map<string, Set<string>> {
  const sets = new Map<string, Set<string>>()
  for (const { applicationId, reviewerId } of pairs) {
    const set = sets.get(applicationId) ?? new Set()
    sets.set(applicationId, set.add(reviewerId))
  }
  return sets
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
