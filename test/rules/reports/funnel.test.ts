import { CHANNELS, type FunnelGroup, funnelBy, funnelTotal, STAGES } from '@hoicho/shared/reports/funnel.ts'
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
