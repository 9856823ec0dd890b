import { allocate } from '@hoicho/server/booths/allocation/allocate.ts'
import { loadSolver } from '@hoicho/server/booths/allocation/solver.ts'
import { checkAllocation } from '@hoicho/shared/booths/allocation/check.ts'
import { draftByPriority, worthAt } from '@hoicho/shared/booths/allocation/draft.ts'
import { betterOffInDraft, explain, justifiedEnvy } from '@hoicho/shared/booths/allocation/explain.ts'
import { DEFAULT_POLICY as policy } from '@hoicho/shared/booths/allocation/policy.ts'
import { readProblem } from '@hoicho/shared/booths/allocation/problem.ts'
import { describe, expect, it } from 'vitest'
import { madeUpFair } from '../../support/allocation-instances.ts'

const solver = await loadSolver()
const fairs = [1, 2, 3, 4].map(seed =>
  madeUpFair({ seed, exhibitors: 24, booths: 26, demand: 1.2, rivals: 0.4, partners: 0.2, pins: 0.1 }),
)
const solved = fairs.map(instance => {
  const request = { instance, policy, seed: 1, mostSteps: 1e6 }
  return { instance, problem: readProblem(instance), allocation: allocate(solver, request, () => 60) }
})

describe('the draft by priority', () => {
  it('breaks no rule and is never worth more than the bound', () => {
    for (const { problem, allocation } of solved) {
      const { value, faults } = checkAllocation(problem, policy, draftByPriority(problem, policy))
      expect(faults).toEqual([])
      expect(value).toBeLessThanOrEqual(allocation.bound)
    }
  })

  it('knows no justified envy where nobody has rivals', () => {
    for (const { instance } of solved) {
      const problem = readProblem({ ...instance, competitors: [] })
      expect(justifiedEnvy(problem, policy, draftByPriority(problem, policy))).toEqual([])
    }
  })

  it('names exactly those who would have been better off in it', () => {
    for (const { problem, allocation } of solved) {
      const { draft, losers } = betterOffInDraft(problem, policy, allocation.booths)
      const lost = problem.exhibitors.flatMap((exhibitor, e) =>
        worthAt(problem, policy, exhibitor, draft.get(e)) >
        worthAt(problem, policy, exhibitor, allocation.booths.get(e))
          ? [e]
          : [],
      )
      expect(losers.map(({ who }) => who).sort((a, b) => a - b)).toEqual(lost)
    }
  })
})

describe('an allocation explained', () => {
  it('gives everyone a place with its parts, or a reason', () => {
    for (const { problem, allocation } of solved) {
      for (const e of problem.exhibitors.keys()) {
        const told = explain(problem, policy, allocation.booths, allocation.boothPrices, e)
        expect(told.booths === null).toBe(told.unplaced !== null)
        expect(told.parts === null).toBe(told.booths === null)
        expect(told.better.every(place => place.gain > 0)).toBe(true)
      }
    }
  })

  it('tells who could use nothing from who was outbid and who stands in the way of rivals', () => {
    const booth = { hall: 0, block: 0, y: 0, open: 1, ent: 3, zone: 0, power: 0 as const }
    const who = { size: 1, points: 0, score: 50, zones: [[0, 0]] as [number, number][] }
    const problem = readProblem({
      format: 'booth-alloc-1',
      sep: 2,
      zones: [{}],
      blocks: [{ id: 0 }],
      booths: [0, 1].map(x => ({ ...booth, id: x, x })),
      exhibitors: [
        { ...who, id: 'has' },
        { ...who, id: 'needs power', power: true },
        { ...who, id: 'rival' },
        { ...who, id: 'wants both', size: 2 },
      ],
      competitors: [['has', 'rival']],
    })
    const places = new Map([[0, [0]]])
    const reasons = [1, 2, 3].map(e => explain(problem, policy, places, [0, 0], e).unplaced)
    expect(reasons).toEqual(['no-feasible-bundle', 'rivals', 'taken-by-better-claims'])
    expect(explain(problem, policy, places, [7, 9], 3).better).toMatchObject([{ price: 16, holders: [0] }])
    expect(explain(problem, policy, new Map(), [0, 0], 0).unplaced).toBe('worth-less-than-it-costs')
  })

  it('lists envy only towards those of less weight and equal size', () => {
    for (const { problem, allocation } of solved) {
      for (const { who, holder, gain } of justifiedEnvy(problem, policy, allocation.booths)) {
        expect(problem.exhibitors[who]?.size).toBe(problem.exhibitors[holder]?.size)
        expect(problem.exhibitors[holder]?.pin).toBeNull()
        expect(gain).toBeGreaterThan(0)
      }
    }
  })
})
