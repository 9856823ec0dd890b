import type { RankOutcome } from './rank.ts'

type Entry = { id: string; rank: number; outcome: RankOutcome; waitingPosition?: number | null }

/** What one ranking makes of an application, seen from another. `rise`: places gained, negative when lost. */
export type Move = {
  id: string
  before: Pick<Entry, 'rank' | 'outcome'> | null
  after: Pick<Entry, 'rank' | 'outcome'> | null
  rise: number
  change: 'enters' | 'leaves' | 'other-outcome' | 'same'
}

/** Every application of either ranking, in the order of the second, those only in the first at the end. */
export function compareRankings(before: readonly Entry[], after: readonly Entry[]): Move[] {
  const earlier = new Map(before.map(entry => [entry.id, entry]))
  const later = new Set(after.map(entry => entry.id))
  const gone = before.filter(entry => !later.has(entry.id))
  return [
    ...after.map(entry => moveOf(entry.id, earlier.get(entry.id), entry)),
    ...gone.map(entry => moveOf(entry.id, entry, undefined)),
  ]
}

function moveOf(id: string, before: Entry | undefined, after: Entry | undefined): Move {
  const of = (entry: Entry | undefined) => (entry ? { rank: entry.rank, outcome: entry.outcome } : null)
  const [had, has] = [before?.outcome === 'selected', after?.outcome === 'selected']
  const isSame = before?.outcome === after?.outcome
  return {
    id,
    before: of(before),
    after: of(after),
    rise: before && after ? before.rank - after.rank : 0,
    change: had === has ? (isSame ? 'same' : 'other-outcome') : has ? 'enters' : 'leaves',
  }
}
