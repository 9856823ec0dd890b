import { addDays, daysBetween } from '@hoicho/shared/platform/dates.ts'
import {
  CHANNELS,
  type FunnelGroup,
  funnelBy,
  funnelTotal,
  ROAD,
  type RoadGroup,
  type RoadMoment,
  roadBy,
  roadOverTime,
  roadTotal,
  STAGES,
  TIMED_STEPS,
} from '@hoicho/shared/reports/funnel.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

const group: fc.Arbitrary<FunnelGroup> = fc.record({
  provinceKey: fc.constantFrom('gso-63:01', 'gso-63:17', 'gso-34:25'),
  sectorCode: fc.constantFrom('food', 'handicraft', null),
  channel: fc.constantFrom(...CHANNELS),
  counts: fc
    .tuple(...STAGES.map(() => fc.nat(500)))
    .map(
      values =>
        Object.fromEntries(STAGES.map((stage, at) => [stage, values[at] ?? 0])) as FunnelGroup['counts'],
    ),
})

it('has the same total however the groups are cut', () => {
  fc.assert(
    fc.property(fc.array(group), groups => {
      const total = funnelTotal(groups)
      for (const keyOf of [
        (one: FunnelGroup) => one.provinceKey,
        (one: FunnelGroup) => one.sectorCode ?? 'none',
        (one: FunnelGroup) => one.channel,
      ]) {
        const rows = funnelBy(groups, keyOf)
        expect(new Set(rows.map(row => row.key)).size).toBe(rows.length)
        for (const stage of STAGES) {
          expect(rows.reduce((sum, row) => sum + row.counts[stage], 0)).toBe(total[stage])
        }
      }
    }),
  )
})

it('is all zero for nobody', () => {
  expect(funnelTotal([])).toEqual(Object.fromEntries(STAGES.map(stage => [stage, 0])))
  expect(funnelBy([], one => one.channel)).toEqual([])
})

const roadGroup: fc.Arbitrary<RoadGroup> = fc.record({
  provinceKey: fc.constantFrom('gso-63:01', 'gso-63:17', 'gso-34:25'),
  sectorCode: fc.constantFrom('food', 'handicraft', null),
  channel: fc.constantFrom(...CHANNELS),
  farthest: fc.constantFrom(...ROAD),
  count: fc.nat(500),
})

it('has in each step of recruitment a part of the one before, in every cut, and every cut adds up', () => {
  fc.assert(
    fc.property(fc.array(roadGroup), groups => {
      const total = roadTotal(groups)
      expect(total.invited).toBe(groups.reduce((sum, { count }) => sum + count, 0))
      for (const keyOf of [
        (one: RoadGroup) => one.provinceKey,
        (one: RoadGroup) => one.sectorCode ?? 'none',
        (one: RoadGroup) => one.channel,
      ]) {
        const rows = roadBy(groups, keyOf)
        for (const { counts } of [...rows, { counts: total }]) {
          const values = ROAD.map(step => counts[step])
          expect(values).toEqual(values.toSorted((a, b) => b - a))
        }
        for (const step of ROAD) {
          expect(rows.reduce((sum, row) => sum + row.counts[step], 0)).toBe(total[step])
        }
      }
    }),
  )
})

const moment: fc.Arbitrary<RoadMoment> = fc.record({
  step: fc.constantFrom(...TIMED_STEPS),
  day: fc.integer({ min: -400, max: 400 }).map(days => addDays('2026-03-01', days)),
  count: fc.integer({ min: 1, max: 50 }),
})

it('loses nobody and no day over time, whether by day or by week', () => {
  fc.assert(
    fc.property(fc.array(moment, { minLength: 1 }), fc.constantFrom('day', 'week'), (moments, period) => {
      const rows = roadOverTime(moments, period)
      for (const step of TIMED_STEPS) {
        const wanted = moments.filter(one => one.step === step).reduce((sum, one) => sum + one.count, 0)
        expect(rows.reduce((sum, row) => sum + row.counts[step], 0)).toBe(wanted)
      }
      for (const [nth, row] of rows.entries()) {
        expect(daysBetween(row.from, row.to)).toBe(period === 'day' ? 0 : 6)
        const next = rows[nth + 1]
        if (next) expect(addDays(row.to, 1)).toBe(next.from)
        if (period === 'week') expect(new Date(`${row.from}T00:00:00Z`).getUTCDay()).toBe(1)
      }
      const sum = (counts: object) => Object.values(counts).reduce((all, one) => all + one, 0)
      expect(sum(rows[0]?.counts ?? {})).toBeGreaterThan(0)
      expect(sum(rows.at(-1)?.counts ?? {})).toBeGreaterThan(0)
    }),
  )
})

it('has no time before anything happened', () => {
  expect(roadOverTime([], 'week')).toEqual([])
})
