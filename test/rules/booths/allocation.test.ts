import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Allocation, allocate } from '@hoicho/server/booths/allocation/allocate.ts'
import { loadSolver } from '@hoicho/server/booths/allocation/solver.ts'
import { bundlesOf } from '@hoicho/shared/booths/allocation/bundles.ts'
import { checkAllocation } from '@hoicho/shared/booths/allocation/check.ts'
import type { AllocationInstance } from '@hoicho/shared/booths/allocation/instance.ts'
import { DEFAULT_POLICY } from '@hoicho/shared/booths/allocation/policy.ts'
import { InstanceFault, readProblem } from '@hoicho/shared/booths/allocation/problem.ts'
import { randomFrom } from '@hoicho/shared/booths/allocation/random.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { root } from '../../house/source-files.ts'
import { type FairPlan, madeUpFair } from '../../support/allocation-instances.ts'

const solver = await loadSolver()
const policy = DEFAULT_POLICY

function solve(instance: unknown, mostSteps = 1e6, secondsLeft = () => 60): Allocation {
  return allocate(solver, { instance, policy, seed: 1, mostSteps }, secondsLeft)
}

/** The best value of all, found by trying every way to place every exhibitor, counted by the check. */
function bestByTrying(instance: AllocationInstance): number {
  const problem = readProblem(instance)
  const choices = problem.exhibitors.map(({ pin, size }) =>
    pin
      ? [pin]
      : problem.boothsOfBlock.flatMap((_, block) => bundlesOf(problem, block, size).map(b => b.booths)),
  )
  let best = Number.NEGATIVE_INFINITY
  const places = new Map<number, number[]>()
  const taken = new Set<number>()
  const place = (e: number): void => {
    const found = checkAllocation(problem, policy, places)
    if (e === choices.length && found.faults.length === 0) best = Math.max(best, found.value)
    if (e === choices.length) return
    if (!problem.exhibitors[e]?.pin) place(e + 1)
    for (const booths of choices[e] ?? []) {
      if (booths.some(booth => taken.has(booth))) continue
      places.set(e, booths)
      const isAllowed = !checkAllocation(problem, policy, places).faults.some(
        fault => !fault.includes('is pinned'),
      )
      for (const booth of booths) taken.add(booth)
      if (isAllowed) place(e + 1)
      places.delete(e)
      for (const booth of booths) taken.delete(booth)
    }
  }
  place(0)
  return best
}

const anySmallFair = (exhibitors: number, booths: number) =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 1e6 }),
      demand: fc.constantFrom(0.8, 1.05, 1.4),
      rivals: fc.constantFrom(0, 0.5, 1),
      partners: fc.constantFrom(0, 0.5, 1),
      pins: fc.constantFrom(0, 0.2),
      holes: fc.constantFrom(0, 0.2),
      separation: fc.constantFrom(1, 2),
    })
    .map((plan): FairPlan => ({ ...plan, exhibitors, booths }))

describe('the allocator on small fairs', () => {
  it('finds what trying everything finds, and no bound on the way is below it', () => {
    fc.assert(
      fc.property(anySmallFair(5, 8), plan => {
        const instance = madeUpFair(plan)
        const best = bestByTrying(instance)
        const whole = solve(instance)
        expect([whole.value, whole.bound]).toEqual([best, best])
        for (const steps of [0, 1, 17, 20]) {
          const part = solve(instance, steps)
          expect(part.bound).toBeGreaterThanOrEqual(best)
          expect(part.value).toBeLessThanOrEqual(best)
        }
      }),
      { numRuns: 12 },
    )
  })

  it('breaks no rule, moves no pin and counts its value right, however early it is stopped', () => {
    fc.assert(
      fc.property(anySmallFair(24, 32), fc.integer({ min: 1, max: 30 }), (plan, steps) => {
        const instance = madeUpFair(plan)
        const { booths, value, bound } = solve(instance, steps)
        expect(checkAllocation(readProblem(instance), policy, booths)).toEqual({ value, faults: [] })
        expect(bound).toBeGreaterThanOrEqual(value)
      }),
      { numRuns: 15 },
    )
  })

  it('does not care in which order rows come nor what they are called', () => {
    fc.assert(
      fc.property(anySmallFair(16, 22), plan => {
        const instance = madeUpFair(plan)
        const [one, other] = [solve(instance), solve(renamed(instance, plan.seed))]
        expect([one.bound, other.bound, other.value]).toEqual([one.value, one.value, one.value])
      }),
      { numRuns: 6 },
    )
  })

  it('is never worth less with one booth more', () => {
    fc.assert(
      fc.property(anySmallFair(14, 18), fc.nat({ max: 17 }), (plan, like) => {
        const instance = madeUpFair(plan)
        const model = instance.booths[like]
        if (!model) return
        const block = { id: instance.blocks.length }
        const booth = { ...model, id: instance.booths.length, block: block.id, x: 100, y: 100 }
        const larger = {
          ...instance,
          blocks: [...instance.blocks, block],
          booths: [...instance.booths, booth],
        }
        expect(solve(larger).value).toBeGreaterThanOrEqual(solve(instance).value)
      }),
      { numRuns: 6 },
    )
  })

  it('moves nobody in an optimal plan, and after a withdrawal no more than pays for itself', () => {
    fc.assert(
      fc.property(anySmallFair(16, 22), fc.nat({ max: 15 }), (plan, leaver) => {
        const instance = madeUpFair(plan)
        const today = solve(instance)
        const exhibitors = instance.exhibitors.map((row, e) => ({
          ...row,
          stay: today.booths.get(e) ?? null,
          stayBonus: 5,
        }))
        const again = solve({ ...instance, exhibitors })
        expect(again.booths).toEqual(today.booths)
        const without = exhibitors.map((row, e) => (e === leaver ? { ...row, pin: null, zones: [] } : row))
        const left = readProblem({ ...instance, exhibitors: without })
        const unmoved = new Map([...today.booths].filter(([e]) => e !== leaver))
        const after = solve({ ...instance, exhibitors: without })
        expect(after.value).toBeGreaterThanOrEqual(checkAllocation(left, policy, unmoved).value)
      }),
      { numRuns: 6 },
    )
  })
})

describe('steps', () => {
  const instance = madeUpFair({ seed: 5, exhibitors: 40, booths: 52, demand: 1.05 })

  it('the same number gives the same result; one that the clock cut short can be replayed', () => {
    let asked = 0
    const cut = solve(instance, 1e6, () => (asked++ < 23 ? 1e6 : 0))
    expect(cut.steps).toBeGreaterThan(0)
    expect(solve(instance, cut.steps)).toEqual(cut)
  })

  it('proves the best of a fair of 40', () => {
    const { value, bound } = solve(instance)
    expect(value).toBe(bound)
  })
})

describe('an instance', () => {
  const small: AllocationInstance = JSON.parse(
    readFileSync(join(root, 'test/fixtures/allocation/small-fair.json'), 'utf8'),
  )

  it('from a file of docs/ALLOCATION.md is allocated and proven', () => {
    const { value, bound, booths } = solve(small)
    expect(value).toBe(bound)
    expect(checkAllocation(readProblem(small), policy, booths).faults).toEqual([])
  })

  it('that is empty has an empty allocation', () => {
    const none = { ...small, booths: [], blocks: [], competitors: [], partners: [], exhibitors: [] }
    expect(solve(none)).toMatchObject({ value: 0, bound: 0, booths: new Map() })
  })

  const broken: [string, Partial<Record<keyof AllocationInstance, unknown>>, RegExp][] = [
    ['another format', { format: 'x' }, /^format: /],
    ['a partner that does not exist', { partners: [[0, 999]] }, /exhibitor 999, which does not exist/],
    ['a partner of itself', { partners: [[1, 1]] }, /exhibitor 1 is its own partner/],
    ['a booth twice', { booths: [...small.booths, small.booths[0]] }, /booth 0 is there twice/],
    ['no list of booths', { booths: 7 }, /^booths: /],
    [
      'two pinned to one booth',
      { exhibitors: small.exhibitors.map((row, e) => ({ ...row, pin: e < 2 ? [0] : null })) },
      /booth 0 is pinned to exhibitors 0 and 1/,
    ],
    [
      'rivals pinned side by side',
      {
        exhibitors: small.exhibitors.map((row, e) => ({ ...row, pin: e < 2 ? [e] : null })),
        competitors: [[0, 1]],
      },
      /rivals 0 and 1 are pinned too near each other/,
    ],
  ]
  it.each(broken)('with %s is refused in one line', (_, change, words) => {
    expect(() => solve({ ...small, ...change })).toThrow(InstanceFault)
    expect(() => solve({ ...small, ...change })).toThrow(words)
  })
})

/** The same fair with its rows in another order and words for numbers. */
function renamed(instance: AllocationInstance, seed: number): AllocationInstance {
  const random = randomFrom(seed)
  const shuffled = <T>(rows: readonly T[]): T[] =>
    rows
      .map(row => ({ row, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row)
  const booth = (id: string | number) => `booth ${id}`
  const who = (id: string | number) => `exhibitor ${id}`
  return {
    ...instance,
    blocks: shuffled(instance.blocks.map(block => ({ id: `block ${block.id}` }))),
    booths: shuffled(
      instance.booths.map(row => ({ ...row, id: booth(row.id), block: `block ${row.block}` })),
    ),
    exhibitors: shuffled(
      instance.exhibitors.map(row => ({
        ...row,
        id: who(row.id),
        prefs: row.prefs?.map(booth),
        last: row.last?.map(booth),
        pin: row.pin?.map(booth),
      })),
    ),
    competitors: shuffled(instance.competitors ?? []).map(group => shuffled(group).map(who)),
    partners: shuffled(instance.partners ?? []).map(([a, b]): [string, string] => [who(b), who(a)]),
  }
}
