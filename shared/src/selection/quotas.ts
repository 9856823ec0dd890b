/**
 * Floors and ceilings by group, filled by rank. The method is exact. In order of rank an application gets a place when the
 * places given so far and this one can still be completed, from those ranked below, to a list that keeps every ceiling and
 * meets every floor. So of all lists that keep the quotas the one is found that is best at the first rank where two differ.
 * Floors that cannot all be met are lowered, the last of the list first, to the most that can be, and reported.
 */

export const QUOTA_KINDS = ['province', 'region', 'sector', 'newcomer'] as const
export type QuotaKind = (typeof QUOTA_KINDS)[number]

/** `value`: `scheme:code` of a province, a region, a sector's code; empty for newcomers. */
export type Quota = { by: QuotaKind; value: string; floor: number; ceiling: number | null }

/** Name of the group a quota is about, as in the groups of an application. */
export const groupKey = (by: QuotaKind, value: string): string => (value === '' ? by : `${by}:${value}`)

/** What became of an application that may have a place, and the group that brought or cost it the place. */
export type Share =
  | { effect: 'none'; isTaken: boolean; key: null }
  | { effect: 'floor' | 'ceiling' | 'reserved'; isTaken: boolean; key: string }

export type QuotaReport = {
  key: string
  floor: number
  ceiling: number | null
  /** Members of the group that could have a place, held ones included. */
  eligible: number
  taken: number
  /** Places short of the floor; held places over the ceiling. */
  shortBy: number
  overBy: number
}

export type ShareRequest = {
  /** Places to give out besides those held. */
  places: number
  quotas: readonly Quota[]
  /** Groups of those that hold a place already. */
  held: readonly (readonly string[])[]
  /** Groups of those that may get one, best first. */
  candidates: readonly (readonly string[])[]
}

/** Whether floors can be met is a search that can grow beyond measure: rather no answer than a wrong one. */
export class TangledQuotas extends RangeError {}

/**
 * Gives out the places: one share a candidate, in their order, and how each quota fared.
 * @throws TangledQuotas when the floors of many kinds are too tangled to be sure of an answer
 */
export function shareOut(request: ShareRequest): { shares: Share[]; report: QuotaReport[] } {
  const state = begin(request)
  state.floors = attainableFloors(state)
  const round: Round = { state, witness: completion(state) ?? new Map(), refused: new Map() }
  const shares = request.candidates.map((_, at) => shareOf(round, at))
  return { shares, report: reportOf(request, state) }
}

/** `witness`: candidates by type with whom the floors are met; `refused`: types that get no place any more, and for what. */
type Round = { state: State; witness: Map<number, number>; refused: Map<number, string> }

function shareOf(round: Round, at: number): Share {
  const { state, refused } = round
  const type = numberAt(state.typeOf, at)
  const members = state.types[type] ?? []
  const key = (index: number | undefined) => state.keys[index ?? -1] ?? ''
  state.left[type] = numberAt(state.left, type) - 1
  if (state.room <= 0) return { effect: 'none', isTaken: false, key: null }
  const full = members.find(index => numberAt(state.counts, index) >= numberAt(state.ceilings, index))
  if (full !== undefined) return { effect: 'ceiling', isTaken: false, key: key(full) }
  const known = refused.get(type)
  if (known !== undefined) return { effect: 'reserved', isTaken: false, key: known }
  const witness = witnessWith(state, type, round.witness)
  if (witness === null) {
    const reserved = key(inTheWay(state, type))
    refused.set(type, reserved)
    return { effect: 'reserved', isTaken: false, key: reserved }
  }
  // Brought by a floor when somebody above was passed over for it.
  const keptFor = new Set(refused.values())
  const floor = members.find(
    index => numberAt(state.floors, index) > numberAt(state.counts, index) && keptFor.has(key(index)),
  )
  round.witness = witness
  take(state, type, 1)
  if (floor !== undefined) return { effect: 'floor', isTaken: true, key: key(floor) }
  return { effect: 'none', isTaken: true, key: null }
}

type State = {
  keys: readonly string[]
  floors: readonly number[]
  ceilings: readonly number[]
  counts: number[]
  room: number
  /** Candidates alike in all groups that have a quota, as indices of those quotas; which type a candidate is of. */
  types: readonly (readonly number[])[]
  typeOf: readonly number[]
  /** Candidates of each type still to come. */
  left: number[]
  /** Quotas whose groups have no member in common. */
  disjoint: readonly (readonly number[])[]
  steps: { left: number }
}

const MOST_STEPS = 50_000

function begin({ places, quotas, held, candidates }: ShareRequest): State {
  const keys = quotas.map(quota => groupKey(quota.by, quota.value))
  const membersOf = (groups: readonly string[]) => {
    const own = new Set(groups)
    return keys.flatMap((key, index) => (own.has(key) ? [index] : []))
  }
  const byName = new Map<string, number>()
  const types: (readonly number[])[] = []
  const left: number[] = []
  const typeOf = candidates.map(groups => {
    const members = membersOf(groups)
    const name = members.join()
    const type = byName.get(name) ?? types.push(members) - 1
    byName.set(name, type)
    left[type] = numberAt(left, type) + 1
    return type
  })
  const state: State = {
    keys,
    floors: quotas.map(quota => quota.floor),
    ceilings: quotas.map(quota => quota.ceiling ?? Number.POSITIVE_INFINITY),
    counts: keys.map(() => 0),
    room: Math.max(0, places),
    types,
    typeOf,
    left,
    disjoint: disjointSets(quotas),
    steps: { left: MOST_STEPS },
  }
  for (const groups of held)
    for (const index of membersOf(groups)) state.counts[index] = numberAt(state.counts, index) + 1
  return state
}

/** Groups of one kind do not overlap, provinces within one scheme. */
function disjointSets(quotas: readonly Quota[]): number[][] {
  const sets = new Map<string, number[]>()
  for (const [index, { by, value }] of quotas.entries()) {
    const kind = by === 'province' ? `${by}:${value.split(':')[0]}` : by
    sets.set(kind, [...(sets.get(kind) ?? []), index])
  }
  return [...sets.values()]
}

/** The floors themselves when they can be met together, or each, in the order of the list, as far as those before it let. */
function attainableFloors(state: State): number[] {
  if (completion(state)) return [...state.floors]
  const floors = state.floors.map(() => 0)
  for (const [index, wanted] of state.floors.entries()) {
    let [met, missed] = [0, wanted + 1]
    while (missed - met > 1) {
      const middle = Math.floor((met + missed) / 2)
      floors[index] = middle
      if (completion({ ...state, floors })) met = middle
      else missed = middle
    }
    floors[index] = met
  }
  return floors
}

/** Candidates by type that complete the list once this one is taken: those known if they still do, else new ones, if any. */
function witnessWith(
  state: State,
  type: number,
  witness: ReadonlyMap<number, number>,
): Map<number, number> | null {
  const chosen = witness.get(type) ?? 0
  if (chosen > 0) return new Map(witness).set(type, chosen - 1)
  const size = [...witness.values()].reduce((sum, count) => sum + count, 0)
  const isUnderCeilings = (state.types[type] ?? []).every(index => {
    const coming = [...witness].reduce(
      (sum, [other, count]) => sum + ((state.types[other] ?? []).includes(index) ? count : 0),
      0,
    )
    return numberAt(state.counts, index) + coming + 1 <= numberAt(state.ceilings, index)
  })
  if (size < state.room && isUnderCeilings) return new Map(witness)
  const then = copyOf(state)
  take(then, type, 1)
  return completion(then)
}

/** The floor that keeps a place from this type: the first that would let it through if it were dropped. */
function inTheWay(state: State, type: number): number | undefined {
  const open = state.floors.flatMap((floor, index) => (floor > numberAt(state.counts, index) ? [index] : []))
  const isInTheWay = (dropped: number) => {
    const then = copyOf(state)
    take(then, type, 1)
    return (
      completion({ ...then, floors: state.floors.map((floor, index) => (index === dropped ? 0 : floor)) }) !==
      null
    )
  }
  return open.find(isInTheWay) ?? open[0]
}

const copyOf = (state: State): State => ({ ...state, counts: [...state.counts], left: [...state.left] })

/** Gives a place to one of a type; with -1 takes it back. */
function take(state: State, type: number, by: 1 | -1): void {
  state.room -= by
  for (const index of state.types[type] ?? []) state.counts[index] = numberAt(state.counts, index) + by
}

/** Candidates by type that meet all open floors within places and ceilings; `null` when there are none. */
function completion(state: State): Map<number, number> | null {
  const chosen = new Map<number, number>()
  return search(copyOf(state), chosen) ? chosen : null
}

function search(state: State, chosen: Map<number, number>): boolean {
  state.steps.left -= 1
  if (state.steps.left < 0) throw new TangledQuotas('the quotas are too tangled')
  const open = state.floors.flatMap((floor, index) => (floor > numberAt(state.counts, index) ? [index] : []))
  if (open.length === 0) return true
  if (!couldFit(state)) return false
  const usable = state.types.flatMap((members, type) => (isUsable(state, members, type) ? [type] : []))
  const ways = open.map(index => usable.filter(type => (state.types[type] ?? []).includes(index)))
  const slack = (at: number) =>
    (ways[at] ?? []).reduce((sum, type) => sum + numberAt(state.left, type), 0) -
    (numberAt(state.floors, open[at] ?? 0) - numberAt(state.counts, open[at] ?? 0))
  const order = open
    .map((_, at) => ({ at, slack: slack(at) }))
    .sort((a, b) => a.slack - b.slack || a.at - b.at)
  const [tightest] = order
  if (!tightest || tightest.slack < 0) return false
  const serves = (type: number) => (state.types[type] ?? []).filter(index => open.includes(index)).length
  const tries = (ways[tightest.at] ?? []).sort((a, b) => serves(b) - serves(a) || a - b)
  return tries.length > 0 && tryEach(state, chosen, tries)
}

/** Tries a type, then does without it: no choice is looked at twice. */
function tryEach(state: State, chosen: Map<number, number>, tries: readonly number[]): boolean {
  const before = [...state.left]
  for (const type of tries) {
    const left = numberAt(state.left, type)
    state.left[type] = left - 1
    take(state, type, 1)
    chosen.set(type, (chosen.get(type) ?? 0) + 1)
    if (search(state, chosen)) return true
    chosen.set(type, (chosen.get(type) ?? 0) - 1)
    take(state, type, -1)
    state.left[type] = 0
  }
  state.left = before
  return false
}

const isUsable = (state: State, members: readonly number[], type: number): boolean =>
  numberAt(state.left, type) > 0 &&
  members.every(index => numberAt(state.counts, index) < numberAt(state.ceilings, index))

/** Whether the places left are enough for the open floors of every kind, and every floor is under its ceiling. */
function couldFit({ disjoint, floors, counts, ceilings, room }: State): boolean {
  const owed = (index: number) => Math.max(0, numberAt(floors, index) - numberAt(counts, index))
  return (
    disjoint.every(set => set.reduce((sum, index) => sum + owed(index), 0) <= room) &&
    floors.every((floor, index) => owed(index) === 0 || floor <= numberAt(ceilings, index))
  )
}

function reportOf({ quotas, held, candidates }: ShareRequest, state: State): QuotaReport[] {
  const everybody = [...held, ...candidates]
  return quotas.map(({ floor, ceiling }, index) => {
    const key = state.keys[index] ?? ''
    const taken = numberAt(state.counts, index)
    return {
      key,
      floor,
      ceiling,
      eligible: everybody.filter(groups => groups.includes(key)).length,
      taken,
      shortBy: Math.max(0, floor - taken),
      overBy: ceiling === null ? 0 : Math.max(0, taken - ceiling),
    }
  })
}

const numberAt = (numbers: readonly number[], index: number): number => numbers[index] ?? 0
