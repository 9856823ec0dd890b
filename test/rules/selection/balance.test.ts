import { type BalanceRequest, balanceReviewers, type Pair } from '@hoicho/shared/selection/balance.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ids = (prefix: string, max: number) =>
  fc.integer({ min: 1, max }).map(count => Array.from({ length: count }, (_, at) => `${prefix}${at}`))

const request = fc.record({
  applicationIds: ids('a', 20),
  reviewerIds: ids('r', 8),
  perApplication: fc.integer({ min: 1, max: 5 }),
})

/** Few enough to try every sharing; marks: barred or there before. */
const small: fc.Arbitrary<BalanceRequest> = fc
  .record({
    applicationIds: ids('a', 4),
    reviewerIds: ids('r', 4),
    perApplication: fc.integer({ min: 1, max: 3 }),
    marks: fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()), { maxLength: 7 }),
    limits: fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), {
      minLength: 4,
      maxLength: 4,
    }),
  })
  .map(({ marks, limits, ...facts }) => {
    const pairs = marks.map(([a, r, isBarred]) => ({ ...pairOf(`a${a}`, `r${r}`), isBarred }))
    const barred = pairs.filter(pair => pair.isBarred)
    const existing = pairs.filter(pair => !pair.isBarred && !barred.some(bar => isSame(bar, pair)))
    const limited = limits.flatMap((limit, at) => (limit === null ? [] : [[`r${at}`, limit] as const]))
    return { ...facts, barred, existing, limits: new Map(limited) }
  })

const pairOf = (applicationId: string, reviewerId: string): Pair => ({ applicationId, reviewerId })
const isSame = (a: Pair, b: Pair) => a.applicationId === b.applicationId && a.reviewerId === b.reviewerId
const has = (pairs: readonly Pair[], pair: Pair) => pairs.some(other => isSame(other, pair))

const loadsOf = (facts: BalanceRequest, added: readonly Pair[]) =>
  facts.reviewerIds.map(id => {
    const before = new Set(
      facts.existing.filter(pair => pair.reviewerId === id).map(pair => pair.applicationId),
    )
    return before.size + added.filter(pair => pair.reviewerId === id).length
  })
const squares = (loads: readonly number[]) => loads.reduce((sum, load) => sum + load * load, 0)
const countsOf = (facts: BalanceRequest, added: readonly Pair[]) =>
  facts.applicationIds.map(id => added.filter(pair => pair.applicationId === id).length).join()

/** Every sharing there is, by trying all of them. */
function everySharing(facts: BalanceRequest): Pair[][] {
  const free = facts.applicationIds.flatMap(a =>
    facts.reviewerIds
      .map(r => pairOf(a, r))
      .filter(pair => !has(facts.barred, pair) && !has(facts.existing, pair)),
  )
  const lacking = new Map(
    facts.applicationIds.map(id => {
      const there = new Set(
        facts.existing.filter(pair => pair.applicationId === id).map(pair => pair.reviewerId),
      )
      return [id, Math.max(0, facts.perApplication - there.size)]
    }),
  )
  const all: Pair[][] = []
  const choose = (at: number, chosen: Pair[]) => {
    const pair = free[at]
    if (!pair) return void all.push(chosen)
    choose(at + 1, chosen)
    const next = [...chosen, pair]
    const isRoom =
      next.filter(one => one.applicationId === pair.applicationId).length <=
      (lacking.get(pair.applicationId) ?? 0)
    const load = loadsOf({ ...facts, reviewerIds: [pair.reviewerId] }, next)[0] ?? 0
    if (isRoom && load <= (facts.limits?.get(pair.reviewerId) ?? 99)) choose(at + 1, next)
  }
  choose(0, [])
  return all
}

describe('balanceReviewers', () => {
  it('gives each application its reviewers and nobody more than one above another', () => {
    fc.assert(
      fc.property(request, facts => {
        const { added } = balanceReviewers({ ...facts, existing: [], barred: [] })
        const each = Math.min(facts.perApplication, facts.reviewerIds.length)
        for (const id of facts.applicationIds) {
          const reviewers = added.filter(pair => pair.applicationId === id).map(pair => pair.reviewerId)
          expect(new Set(reviewers).size).toBe(each)
          expect(reviewers).toHaveLength(each)
        }
        const loads = loadsOf({ ...facts, existing: [], barred: [] }, added)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is the best of every sharing there is: most reviewers, and loads as even as they can be', () => {
    fc.assert(
      fc.property(small, facts => {
        const { added } = balanceReviewers(facts)
        const all = everySharing(facts)
        expect(all.some(one => one.length === added.length && added.every(pair => has(one, pair)))).toBe(true)
        expect(added.length).toBe(Math.max(...all.map(one => one.length)))
        const alike = all.filter(one => countsOf(facts, one) === countsOf(facts, added))
        const least = Math.min(...alike.map(one => squares(loadsOf(facts, one))))
        expect(squares(loadsOf(facts, added))).toBe(least)
      }),
      { numRuns: 150 },
    )
  })

  it('adds nothing when asked again, and does not depend on any order', () => {
    fc.assert(
      fc.property(small, facts => {
        const result = balanceReviewers(facts)
        const again = balanceReviewers({ ...facts, existing: [...facts.existing, ...result.added] })
        expect(again.added).toEqual([])
        const mixed = balanceReviewers({
          ...facts,
          applicationIds: facts.applicationIds.toReversed(),
          reviewerIds: facts.reviewerIds.toReversed(),
          existing: facts.existing.toReversed(),
          barred: facts.barred.toReversed(),
        })
        expect(mixed).toEqual(result)
      }),
      { numRuns: 300 },
    )
  })

  it('says what keeps reviewers away from an application', () => {
    const { added, short } = balanceReviewers({
      applicationIds: ['a1', 'a2'],
      reviewerIds: ['r1', 'r2', 'r3'],
      perApplication: 3,
      existing: [],
      barred: [pairOf('a1', 'r1')],
      limits: new Map([['r2', 1]]),
    })
    expect(added).toHaveLength(4)
    expect(short.map(({ lacking, barred, full }) => [lacking, barred, full])).toEqual([
      [1, 1, 0],
      [1, 0, 1],
    ])
  })

  it('hands applications over along a chain to make room', () => {
    const { added, short } = balanceReviewers({
      applicationIds: ['a1', 'a2', 'a3'],
      reviewerIds: ['r1', 'r2', 'r3'],
      perApplication: 1,
      existing: [],
      barred: [pairOf('a2', 'r3'), pairOf('a3', 'r2'), pairOf('a3', 'r3')],
      limits: new Map([
        ['r1', 1],
        ['r2', 1],
        ['r3', 1],
      ]),
    })
    expect(short).toEqual([])
    expect(added).toEqual([pairOf('a1', 'r3'), pairOf('a2', 'r2'), pairOf('a3', 'r1')])
  })

  it('spreads a group over reviewers where loads leave the choice', () => {
    const applicationIds = ['a1', 'a2', 'a3', 'a4']
    const groups = new Map([
      ['a1', 'north'],
      ['a2', 'south'],
      ['a3', 'south'],
      ['a4', 'north'],
    ])
    const facts = {
      applicationIds,
      reviewerIds: ['r1', 'r2'],
      perApplication: 1,
      existing: [],
      barred: [],
      groups,
    }
    const { added } = balanceReviewers(facts)
    const south = added.filter(pair => groups.get(pair.applicationId) === 'south')
    expect(new Set(south.map(pair => pair.reviewerId)).size).toBe(2)
  })

  it('shares a large call out in good time', () => {
    const applicationIds = Array.from({ length: 2000 }, (_, at) => `a${at}`)
    const reviewerIds = Array.from({ length: 30 }, (_, at) => `r${at}`)
    const barred = applicationIds.flatMap((id, at) => (at % 3 === 0 ? [pairOf(id, `r${at % 30}`)] : []))
    const { added, short } = balanceReviewers({
      applicationIds,
      reviewerIds,
      perApplication: 5,
      existing: [],
      barred,
    })
    expect([added.length, short.length]).toEqual([10_000, 0])
  }, 20_000)
})
