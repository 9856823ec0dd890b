import { canonicalJson } from '@hoicho/shared/selection/canonical-json.ts'
import { normaliser } from '@hoicho/shared/selection/normalise.ts'
import {
  groupKey,
  type Quota,
  type ShareRequest,
  shareOut,
  TangledQuotas,
} from '@hoicho/shared/selection/quotas.ts'
import { type RankRequest, rankApplications, rankWithQuotas } from '@hoicho/shared/selection/rank.ts'
import { recordAsJson, selectionRecord } from '@hoicho/shared/selection/record.ts'
import { replayFile } from '@hoicho/shared/selection/replay.ts'
import { sha256Hex } from '@hoicho/shared/selection/sha256.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const groups = fc
  .record({
    province: fc.constantFrom('gso-63:01', 'gso-63:79', 'gso-63:26'),
    sector: fc.constantFrom('food', 'ceramics'),
    isNew: fc.boolean(),
  })
  .map(({ province, sector, isNew }) => [
    groupKey('province', province),
    groupKey('region', province === 'gso-63:79' ? 'south' : 'north'),
    groupKey('sector', sector),
    ...(isNew ? [groupKey('newcomer', '')] : []),
  ])

const group = fc.constantFrom<[Quota['by'], string]>(
  ['province', 'gso-63:01'],
  ['province', 'gso-63:79'],
  ['region', 'north'],
  ['sector', 'food'],
  ['sector', 'ceramics'],
  ['newcomer', ''],
)

const quotas = fc.uniqueArray(
  fc
    .record({ group, floor: fc.nat(4), room: fc.option(fc.nat(3), { nil: null }) })
    .map(({ group: [by, value], floor, room }): Quota => {
      return { by, value, floor, ceiling: room === null ? null : floor + room }
    }),
  { selector: quota => groupKey(quota.by, quota.value), maxLength: 4 },
)

const request: fc.Arbitrary<ShareRequest> = fc.record({
  places: fc.nat(6),
  quotas,
  held: fc.array(groups, { maxLength: 2 }),
  candidates: fc.array(groups, { maxLength: 9 }),
})

const countOf = (members: readonly (readonly string[])[], { by, value }: Quota) =>
  members.filter(own => own.includes(groupKey(by, value))).length

/** Every list that could be, the best by rank first: the first that keeps all quotas is the answer. */
function bestByTrying({ places, quotas: rules, held, candidates }: ShareRequest): boolean[] | null {
  for (let bits = 2 ** candidates.length - 1; bits >= 0; bits--) {
    const taken = candidates.map((_, at) => Math.floor(bits / 2 ** (candidates.length - 1 - at)) % 2 === 1)
    const list = candidates.filter((_, at) => taken[at])
    const keeps = rules.every(rule => {
      const count = countOf([...held, ...list], rule)
      return count >= rule.floor && (rule.ceiling === null || count <= rule.ceiling)
    })
    if (keeps && list.length <= places) return taken
  }
  return null
}

describe('quotas', () => {
  it('give, of all lists that keep them, the one that is best by rank', () => {
    fc.assert(
      fc.property(request, facts => {
        const best = bestByTrying(facts)
        if (best) expect(shareOut(facts).shares.map(share => share.isTaken)).toEqual(best)
      }),
      { numRuns: 600 },
    )
  })

  it('never give more places than there are, nor let a ceiling be passed except by those held', () => {
    fc.assert(
      fc.property(request, facts => {
        const { shares, report } = shareOut(facts)
        const taken = facts.candidates.filter((_, at) => shares[at]?.isTaken)
        expect(taken.length).toBeLessThanOrEqual(facts.places)
        for (const [at, rule] of facts.quotas.entries()) {
          const [before, after] = [countOf(facts.held, rule), countOf([...facts.held, ...taken], rule)]
          if (rule.ceiling !== null) expect(after).toBeLessThanOrEqual(Math.max(rule.ceiling, before))
          expect(report[at]).toMatchObject({
            taken: after,
            eligible: countOf([...facts.held, ...facts.candidates], rule),
            shortBy: Math.max(0, rule.floor - after),
            overBy: Math.max(0, after - (rule.ceiling ?? after)),
          })
        }
      }),
      { numRuns: 600 },
    )
  })

  it('report a floor that cannot be met, and meet those before it in the list as far as can be', () => {
    fc.assert(
      fc.property(request, facts => {
        const { report } = shareOut(facts)
        if (facts.held.length > 0) return
        expect(report.some(line => line.shortBy > 0)).toBe(bestByTrying(facts) === null)
        const [first] = facts.quotas
        if (!first) return
        const most = Math.min(first.floor, facts.places, countOf(facts.candidates, first))
        const others = facts.quotas.slice(1).map(rule => ({ ...rule, floor: 0 }))
        const alone = bestByTrying({ ...facts, quotas: [{ ...first, floor: most }, ...others] })
        if (alone) expect(report[0]?.taken).toBeGreaterThanOrEqual(most)
      }),
      { numRuns: 600 },
    )
  })

  it('say of everybody passed over which group was full or which floor the place is kept for', () => {
    fc.assert(
      fc.property(request, facts => {
        const { shares } = shareOut(facts)
        const free = facts.places - shares.filter(share => share.isTaken).length
        for (const share of shares) {
          if (share.isTaken || share.effect !== 'none')
            expect(share.key === null).toBe(share.effect === 'none')
          // Nobody is passed over for nothing while places are left.
          else expect(free).toBeLessThanOrEqual(0)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('explain a floor, a ceiling and a reserved place in a small case', () => {
    const member = (...own: string[]) => own
    const facts: ShareRequest = {
      places: 3,
      quotas: [
        { by: 'sector', value: 'food', floor: 0, ceiling: 1 },
        { by: 'newcomer', value: '', floor: 1, ceiling: null },
      ],
      held: [],
      candidates: [member('sector:food'), member('sector:food'), member(), member(), member('newcomer')],
    }
    expect(shareOut(facts).shares).toEqual([
      { effect: 'none', isTaken: true, key: null },
      { effect: 'ceiling', isTaken: false, key: 'sector:food' },
      { effect: 'none', isTaken: true, key: null },
      { effect: 'reserved', isTaken: false, key: 'newcomer' },
      { effect: 'floor', isTaken: true, key: 'newcomer' },
    ])
    const [ceiling] = facts.quotas
    const second = shareOut({ ...facts, places: 2, quotas: ceiling ? [ceiling] : [] }).shares[2]
    // It moved up because others were over their ceiling: no floor brought it.
    expect(second).toEqual({ effect: 'none', isTaken: true, key: null })
  })

  it('rather give no answer than one they are not sure of', () => {
    const names = Array.from({ length: 26 }, (_, at) => `p${at}`)
    const pairs = names.flatMap((one, at) => names.slice(at + 1).map(two => [one, two]))
    const candidates = pairs.map(pair => pair.map(name => `province:x${name}:1`))
    // Each province in a scheme of its own overlaps with every other; an odd count cannot be paired up exactly.
    const rules = names.map((name): Quota => ({ by: 'province', value: `x${name}:1`, floor: 5, ceiling: 5 }))
    const tangled = { places: 64, quotas: rules, held: [], candidates }
    expect(() => shareOut(tangled)).toThrow(TangledQuotas)
  })
})

const criteria = [{ code: 'all', maxPoints: 100 }]
const requestOf = (parts: Partial<RankRequest>): RankRequest => ({
  applications: [],
  criteria,
  quota: 5,
  passMark: 0,
  waitingPlaces: null,
  seed: 'seed',
  tieBreak: [],
  quotas: [],
  isNormalised: false,
  ...parts,
})

const applications = fc
  .array(
    fc.record({
      groups,
      isHeld: fc.constantFrom(false, false, false, true),
      totals: fc.array(fc.nat(100), { maxLength: 4 }),
    }),
    { maxLength: 20 },
  )
  .map(rows =>
    rows.map(({ totals, ...row }, at) => ({
      ...row,
      id: `a${at}`,
      priority: [],
      sheets: totals.map((all, reviewer) => ({ reviewerId: `r${reviewer}`, points: { all } })),
    })),
  )

const withQuotas = fc
  .record({
    applications,
    quotas,
    quota: fc.nat(10),
    passMark: fc.nat(80),
    isNormalised: fc.boolean(),
    waitingPlaces: fc.option(fc.nat(3), { nil: null }),
  })
  .map(requestOf)

describe('ranking with quotas', () => {
  it('is the same for any order of rows', () => {
    fc.assert(
      fc.property(withQuotas, facts => {
        const turned = facts.applications
          .toReversed()
          .map(one => ({ ...one, sheets: one.sheets.toReversed(), groups: one.groups?.toReversed() ?? [] }))
        expect(rankWithQuotas({ ...facts, applications: turned })).toEqual(rankWithQuotas(facts))
      }),
      { numRuns: 300 },
    )
  })

  it('comes out the same from its file', () => {
    fc.assert(
      fc.property(withQuotas, facts => {
        const record = selectionRecord({ fairId: 'f', version: 1, decidedAt: '' }, facts)
        const sha256 = sha256Hex(canonicalJson(recordAsJson(record)))
        const format = 'hoicho-selection-2'
        expect(replayFile(JSON.stringify({ input: record, sha256 }))).toMatchObject({
          outcome: 'same',
          format,
          sha256,
        })
      }),
      { numRuns: 200 },
    )
  })

  it('without quotas gives the same places as the first format', () => {
    fc.assert(
      fc.property(withQuotas, facts => {
        const { quotas: _, isNormalised: __, ...first } = facts
        const second = rankApplications({ ...first, quotas: [], isNormalised: false })
        const plain = second.map(({ normalised: _n, quota: _q, ...entry }) => entry)
        expect(plain).toEqual(rankApplications(first))
      }),
    )
  })
})

describe('normalisation', () => {
  it('changes nothing when the judges are identical', () => {
    const rows = fc.array(fc.nat(100), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), (totals, judges) => {
        const same = totals.map((all, at) => ({
          id: `a${at}`,
          isHeld: false,
          priority: [],
          sheets: Array.from({ length: judges }, (_, judge) => ({
            reviewerId: `r${judge}`,
            points: { all },
          })),
        }))
        const raw = rankApplications(requestOf({ applications: same }))
        for (const entry of raw) expect(entry.normalised).toBe(entry.mean)
        const adjusted = rankApplications(requestOf({ applications: same, isNormalised: true }))
        expect(adjusted.map(entry => [entry.id, entry.outcome])).toEqual(
          raw.map(entry => [entry.id, entry.outcome]),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('brings a severe and a mild judge who order alike to the same', () => {
    const sheets = [40, 50, 60].flatMap(total => [
      { reviewerId: 'severe', total },
      { reviewerId: 'mild', total: total + 30 },
    ])
    const normalise = normaliser(sheets)
    const [a, b, c, d, e, f] = sheets.map(normalise)
    expect([a, c, e]).toEqual([b, d, f])
    expect(c).toBe(650_000)
    const flat = normaliser([...sheets, { reviewerId: 'flat', total: 0 }])
    expect(flat({ reviewerId: 'flat', total: 0 })).toBe(Math.round((390 / 7) * 10_000))
  })
})
