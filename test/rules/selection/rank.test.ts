import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '@hoicho/shared/selection/canonical-json.ts'
import {
  lotOf,
  PRIORITY_FACTS,
  type RankRequest,
  rankApplications,
  usualTieBreak,
} from '@hoicho/shared/selection/rank.ts'
import { recordAsJson, replay, selectionRecord } from '@hoicho/shared/selection/record.ts'
import {
  compareMeans,
  fullPoints,
  roundedMean,
  sheetFaults,
  sheetTotal,
  summarise,
} from '@hoicho/shared/selection/score.ts'
import { sha256Hex } from '@hoicho/shared/selection/sha256.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const criteria = [
  { code: 'recognition', maxPoints: 20 },
  { code: 'export-readiness', maxPoints: 25 },
  { code: 'capacity', maxPoints: 55 },
]

const points = fc.record({
  recognition: fc.nat(20),
  'export-readiness': fc.nat(25),
  // Few different numbers, so that ties are common.
  capacity: fc.constantFrom(0, 30, 40, 55),
})

const someSheets = fc
  .uniqueArray(fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5'), { maxLength: 5 })
  .chain(reviewers =>
    fc.tuple(...reviewers.map(reviewerId => fc.record({ reviewerId: fc.constant(reviewerId), points }))),
  )

const request: fc.Arbitrary<RankRequest> = fc
  .record({
    applications: fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        sheets: someSheets,
        priority: fc.subarray([...PRIORITY_FACTS]),
        isHeld: fc.constantFrom(false, false, false, true),
      }),
      { selector: application => application.id, maxLength: 25 },
    ),
    quota: fc.nat(12),
    passMark: fc.nat(100),
    waitingPlaces: fc.option(fc.nat(5), { nil: null }),
    seed: fc.string({ minLength: 1, maxLength: 20 }),
  })
  .map(facts => ({ ...facts, criteria, tieBreak: usualTieBreak(criteria) }))

const shuffled = (from: RankRequest, order: readonly number[]): RankRequest => {
  const mix = <T>(items: readonly T[]) =>
    items
      .map((item, at) => ({ item, key: order[at % order.length] ?? 0, at }))
      .sort((a, b) => a.key - b.key || b.at - a.at)
      .map(({ item }) => item)
  return {
    ...from,
    applications: mix(from.applications).map(application => ({
      ...application,
      sheets: mix(application.sheets),
      priority: mix(application.priority),
    })),
  }
}

describe('rankApplications', () => {
  it('gives the same ranking for any order of applications, sheets and facts', () => {
    fc.assert(
      fc.property(request, fc.array(fc.nat(50), { minLength: 3, maxLength: 9 }), (facts, order) => {
        expect(rankApplications(shuffled(facts, order))).toEqual(rankApplications(facts))
      }),
      { numRuns: 300 },
    )
  })

  it('never gives out more places than there are, nor one below the pass mark', () => {
    fc.assert(
      fc.property(request, facts => {
        const ranking = rankApplications(facts)
        const held = facts.applications.filter(application => application.isHeld).length
        const selected = ranking.filter(entry => entry.outcome === 'selected')
        expect(selected.length).toBeLessThanOrEqual(Math.max(facts.quota, held))
        for (const entry of ranking) {
          const reaches = entry.count > 0 && entry.sum >= facts.passMark * entry.count
          if (entry.reason === 'held') continue
          expect(entry.outcome === 'rejected' && entry.reason === 'below-pass-mark').toBe(!reaches)
        }
        const waiting = ranking.filter(entry => entry.outcome === 'waiting')
        if (facts.waitingPlaces !== null) expect(waiting.length).toBeLessThanOrEqual(facts.waitingPlaces)
        expect(waiting.map(entry => entry.waitingPosition)).toEqual(waiting.map((_, at) => at + 1))
        expect(ranking.map(entry => entry.rank)).toEqual(ranking.map((_, at) => at + 1))
      }),
      { numRuns: 300 },
    )
  })

  it('leaves no place free while somebody who passed waits, and passes nobody over', () => {
    fc.assert(
      fc.property(request, facts => {
        const ranking = rankApplications(facts)
        const open = ranking.filter(entry => entry.reason !== 'held' && entry.reason !== 'below-pass-mark')
        const outcomes = open.map(entry => ['selected', 'waiting', 'rejected'].indexOf(entry.outcome))
        expect(outcomes).toEqual([...outcomes].sort())
        const selected = ranking.filter(entry => entry.outcome === 'selected').length
        if (open.some(entry => entry.outcome !== 'selected'))
          expect(selected).toBeGreaterThanOrEqual(facts.quota)
      }),
    )
  })

  it('stands still under replay, also after the database has mixed up the members', () => {
    fc.assert(
      fc.property(request, facts => {
        const head = { fairId: 'f', version: 1, decidedAt: '2019-06-01T00:00:00.000Z' }
        const record = selectionRecord(head, facts)
        const stored = JSON.parse(canonicalJson(recordAsJson(record))) as typeof record
        expect(replay(stored)).toBeNull()
        expect(canonicalJson(recordAsJson(stored))).toBe(canonicalJson(recordAsJson(record)))
        expect(selectionRecord(head, shuffled(facts, [3, 1, 2])).ranking).toEqual(record.ranking)
      }),
      { numRuns: 1000 },
    )
  })

  it('finds a ranking that somebody changed', () => {
    const facts = requestOf([app('a', [90]), app('b', [80])])
    const record = selectionRecord({ fairId: 'f', version: 1, decidedAt: '' }, facts)
    const [first, second] = record.ranking
    if (!first || !second) throw new Error('two are ranked')
    expect(replay({ ...record, ranking: [{ ...first, mean: 91 }, second] })).toEqual({ rank: 1 })
    expect(replay({ ...record, ranking: [first] })).toEqual({ rank: 2 })
  })

  it('breaks ties by the heavier criterion, then by priority, then by the lot', () => {
    const even = { recognition: 10, 'export-readiness': 10, capacity: 50 }
    const facts = requestOf([
      { ...app('a', []), sheets: [{ reviewerId: 'r', points: even }] },
      {
        ...app('b', []),
        sheets: [{ reviewerId: 'r', points: { ...even, 'export-readiness': 5, capacity: 55 } }],
      },
      { ...app('c', []), sheets: [{ reviewerId: 'r', points: even }], priority: ['export'] },
      { ...app('d', []), sheets: [{ reviewerId: 'r', points: even }] },
    ])
    const ranking = rankApplications(facts)
    const [third, fourth] = lotOf('seed', 'a') < lotOf('seed', 'd') ? ['a', 'd'] : ['d', 'a']
    expect(ranking.map(entry => [entry.id, entry.decidedBy])).toEqual([
      ['b', 'first'],
      ['c', 'capacity'],
      [third, 'export'],
      [fourth, 'lot'],
    ])
  })

  it('keeps the places of those already selected and fills the rest', () => {
    const facts = { ...requestOf([app('low', [10], true), app('a', [90]), app('b', [80])]), quota: 2 }
    expect(rankApplications(facts).map(entry => [entry.id, entry.outcome, entry.reason])).toEqual([
      ['a', 'selected', 'within-quota'],
      ['b', 'waiting', 'beyond-quota'],
      ['low', 'selected', 'held'],
    ])
  })

  it('holds a mean of exactly the pass mark to be enough, without rounding anything up', () => {
    const at70 = rankApplications({ ...requestOf([app('a', [70, 70, 70])]), passMark: 70 })
    expect(at70[0]?.outcome).toBe('selected')
    const below = rankApplications({ ...requestOf([app('a', [70, 70, 69])]), passMark: 70 })
    expect(below[0]).toMatchObject({ outcome: 'rejected', mean: 69.6667 })
  })
})

describe('score sheets', () => {
  it('sums weights and points, and points at what is missing or out of range', () => {
    expect(fullPoints(criteria)).toBe(100)
    expect(sheetTotal(criteria, { recognition: 5, capacity: 7, other: 99 })).toBe(12)
    expect(sheetFaults(criteria, { recognition: 21, capacity: 1.5 })).toEqual([
      { code: 'recognition', fault: 'out-of-range' },
      { code: 'export-readiness', fault: 'missing' },
      { code: 'capacity', fault: 'out-of-range' },
    ])
    expect(sheetFaults(criteria, { recognition: 20, 'export-readiness': 0, capacity: 55 })).toEqual([])
  })

  it('shows mean, median and spread', () => {
    expect(summarise([])).toEqual({ count: 0, sum: 0, mean: null, median: null, spread: null })
    expect(summarise([90, 70, 71])).toEqual({ count: 3, sum: 231, mean: 77, median: 71, spread: 20 })
    expect(summarise([70, 71])).toMatchObject({ median: 70.5, mean: 70.5 })
    expect(roundedMean(2, 3)).toBe(0.6667)
  })

  it('compares means exactly', () => {
    const mean = fc.record({ sum: fc.nat(1500), count: fc.integer({ min: 1, max: 15 }) })
    fc.assert(
      fc.property(mean, mean, mean, (a, b, c) => {
        expect(Math.sign(compareMeans(a, b)) + Math.sign(compareMeans(b, a))).toBe(0)
        if (compareMeans(a, b) <= 0 && compareMeans(b, c) <= 0)
          expect(compareMeans(a, c)).toBeLessThanOrEqual(0)
      }),
    )
    expect(compareMeans({ sum: 0, count: 0 }, { sum: 1, count: 2 })).toBe(1)
  })
})

describe('the hash and the spelling it is taken of', () => {
  it('is the SHA-256 that everybody else computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text).digest('hex'))
      }),
      { numRuns: 500 },
    )
  })

  it('spells equal data alike', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ệ' }], a: true })).toBe(
      '{"a":true,"b":[1,{"c":"ệ","d":null}]}',
    )
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError)
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value as Json)
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
      }),
    )
  })
})

function app(id: string, totals: readonly number[], isHeld = false): RankRequest['applications'][number] {
  const sheets = totals.map((total, at) => ({
    reviewerId: `r${at}`,
    points: { recognition: 0, 'export-readiness': Math.max(0, total - 55), capacity: Math.min(55, total) },
  }))
  return { id, sheets, priority: [], isHeld }
}

function requestOf(applications: RankRequest['applications']): RankRequest {
  return {
    applications,
    criteria,
    quota: 10,
    passMark: 0,
    waitingPlaces: null,
    seed: 'seed',
    tieBreak: usualTieBreak(criteria),
  }
}
