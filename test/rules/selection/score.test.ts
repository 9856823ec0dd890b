import { canonicalJson } from '@hoicho/shared/selection/canonical-json.ts'
import { type RankRequest, rankApplications, usualTieBreak } from '@hoicho/shared/selection/rank.ts'
import { recordAsJson, selectionRecord } from '@hoicho/shared/selection/record.ts'
import { replayFile } from '@hoicho/shared/selection/replay.ts'
import {
  type Criterion,
  knockedOutBy,
  type Points,
  sheetFaults,
  sheetTotal,
  totalInUnits,
} from '@hoicho/shared/selection/score.ts'
import { sha256Hex } from '@hoicho/shared/selection/sha256.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const criteria = [
  { code: 'title', maxPoints: 20 },
  { code: 'export', maxPoints: 30 },
  { code: 'abroad', maxPoints: 50, isOptional: true },
]
const points: fc.Arbitrary<Points> = fc
  .record({ title: fc.nat(20), export: fc.nat(30), abroad: fc.option(fc.nat(50), { nil: undefined }) })
  .map(({ abroad, ...rest }) => (abroad === undefined ? rest : { ...rest, abroad }))

describe('a criterion that may be left out', () => {
  it('takes its weight along, so that it neither costs nor gains', () => {
    expect(sheetTotal(criteria, { title: 10, export: 15 })).toBe(50)
    expect(sheetTotal(criteria, { title: 10, export: 15, abroad: 25 })).toBe(50)
    expect(sheetTotal(criteria, { title: 20, export: 30, abroad: 0 })).toBe(50)
    expect(sheetTotal(criteria, { title: 20, export: 30 })).toBe(100)
    expect(
      sheetTotal(
        [
          { code: 'a', maxPoints: 30 },
          { code: 'b', maxPoints: 70, isOptional: true },
        ],
        { a: 10 },
      ),
    ).toBe(33.33)
    expect(sheetTotal([{ code: 'a', maxPoints: 100, isOptional: true }], {})).toBe(0)
  })

  it('keeps totals whole hundredths from 0 to 100, growing with every point', () => {
    fc.assert(
      fc.property(points, given => {
        const total = totalInUnits(criteria, given)
        expect(Number.isSafeInteger(total)).toBe(true)
        expect(total).toBeGreaterThanOrEqual(0)
        expect(total).toBeLessThanOrEqual(10_000)
        const title = given.title ?? 0
        if (title < 20) expect(totalInUnits(criteria, { ...given, title: title + 1 })).toBeGreaterThan(total)
      }),
    )
  })

  it('may be blank in a filed sheet, unless nothing is answered at all', () => {
    expect(sheetFaults(criteria, { title: 1, export: 1 })).toEqual([])
    expect(sheetFaults([{ code: 'a', maxPoints: 100, isOptional: true }], {})).toEqual([
      { code: 'a', fault: 'missing' },
    ])
  })
})

describe('named values', () => {
  const scale = { code: 'a', maxPoints: 20, values: [{ points: 0 }, { points: 10 }, { points: 20 }] }
  it('are the only ones, or points between them are taken too', () => {
    expect(sheetFaults([{ ...scale, allowsBetween: false }], { a: 11 })).toEqual([
      { code: 'a', fault: 'not-a-value' },
    ])
    expect(sheetFaults([{ ...scale, allowsBetween: false }], { a: 10 })).toEqual([])
    expect(sheetFaults([{ ...scale, allowsBetween: true }], { a: 11 })).toEqual([])
    expect(sheetFaults([{ ...scale, allowsBetween: false }], { a: 30 })).toEqual([
      { code: 'a', fault: 'out-of-range' },
    ])
  })
})

describe('a knock-out', () => {
  const rule = { code: 'title', below: 5, members: 2 }
  const sheets = (...given: (number | undefined)[]) =>
    given.map(value => ({ points: value === undefined ? ({} as Points) : { title: value } }))

  it('needs its number of members below its value; a criterion left out says nothing', () => {
    expect(knockedOutBy([rule], sheets(4, 5, 20))).toBeNull()
    expect(knockedOutBy([rule], sheets(4, 0, 20))).toBe('title')
    expect(knockedOutBy([rule], sheets(4, undefined, 20))).toBeNull()
    expect(knockedOutBy([], sheets(0, 0))).toBeNull()
  })

  it('shuts out whoever would be first, and names the criterion', () => {
    const facts = requestOf([
      {
        id: 'a',
        sheets: [
          [4, 80],
          [4, 80],
        ],
      },
      {
        id: 'b',
        sheets: [
          [20, 40],
          [20, 40],
        ],
      },
    ])
    const ranking = rankApplications({ ...facts, knockOuts: [rule], quotas: [] })
    expect(ranking.map(({ id, outcome, reason, knockedOutBy: by }) => [id, outcome, reason, by])).toEqual([
      ['a', 'rejected', 'knocked-out', 'title'],
      ['b', 'selected', 'within-quota', null],
    ])
  })
})

describe('a record of the third format', () => {
  const sheet = fc.record({ reviewerId: fc.constantFrom('r1', 'r2', 'r3', 'r4'), points })
  const application = fc.record({
    id: fc.uuid(),
    sheets: fc.uniqueArray(sheet, { selector: ({ reviewerId }) => reviewerId, maxLength: 4 }),
    abstained: fc.uniqueArray(fc.constantFrom('r5', 'r6'), { maxLength: 2 }),
    priority: fc.constant([]),
    isHeld: fc.boolean(),
    groups: fc.constant([]),
  })
  const request: fc.Arbitrary<RankRequest> = fc.record({
    applications: fc.uniqueArray(application, { selector: ({ id }) => id, maxLength: 12 }),
    criteria: fc.constant<Criterion[]>(criteria),
    quota: fc.nat(6),
    passMark: fc.nat(100),
    waitingPlaces: fc.option(fc.nat(3), { nil: null }),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    tieBreak: fc.constant(usualTieBreak(criteria)),
    quotas: fc.constant([]),
    isNormalised: fc.boolean(),
    knockOuts: fc.constantFrom([], [{ code: 'title', below: 3, members: 1 }]),
  })

  it('replays to the same hash whatever the order, with abstentions and knock-outs in it', () => {
    const head = { fairId: 'f', version: 1, decidedAt: '2019-06-01T00:00:00.000Z' }
    fc.assert(
      fc.property(request, facts => {
        const record = selectionRecord(head, facts)
        const mixed = selectionRecord(head, {
          ...facts,
          applications: facts.applications.toReversed().map(one => ({
            ...one,
            sheets: one.sheets.toReversed(),
            abstained: one.abstained?.toReversed() ?? [],
          })),
        })
        const input = recordAsJson(record)
        expect(canonicalJson(recordAsJson(mixed))).toBe(canonicalJson(input))
        const sha256 = sha256Hex(canonicalJson(input))
        const applications = facts.applications.length
        expect(replayFile(JSON.stringify({ input, sha256 }))).toEqual({
          outcome: 'same',
          format: 'hoicho-selection-3',
          sha256,
          applications,
        })
      }),
      { numRuns: 500 },
    )
  })

  it('knows who is shut out: never selected, unless held', () => {
    fc.assert(
      fc.property(request, facts => {
        for (const entry of rankApplications(facts)) {
          if (entry.knockedOutBy && entry.reason !== 'held') expect(entry.reason).toBe('knocked-out')
          if (entry.reason === 'knocked-out') expect(entry.outcome).toBe('rejected')
        }
      }),
    )
  })
})

function requestOf(applications: { id: string; sheets: [number, number][] }[]): RankRequest {
  const two = [
    { code: 'title', maxPoints: 20 },
    { code: 'export', maxPoints: 80 },
  ]
  return {
    applications: applications.map(({ id, sheets }) => ({
      id,
      sheets: sheets.map(([title, exported], at) => ({
        reviewerId: `r${at}`,
        points: { title, export: exported },
      })),
      priority: [],
      isHeld: false,
    })),
    criteria: two,
    quota: 10,
    passMark: 50,
    waitingPlaces: null,
    seed: 'seed',
    tieBreak: usualTieBreak(two),
  }
}
