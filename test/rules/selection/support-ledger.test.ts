import { eventMatch, type SupportEvent, tripsInYear } from '@hoicho/shared/selection/support-ledger.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const tendence: SupportEvent = {
  name: 'Tendence 2019',
  country: 'DE',
  city: 'Frankfurt am Main',
  opensOn: '2019-06-29',
  closesOn: '2019-07-01',
  year: 2019,
}
const told = (changes: Partial<SupportEvent>): SupportEvent => ({ ...tendence, ...changes })

describe('eventMatch', () => {
  it.each([
    [{ name: 'Gian hàng chung của tỉnh' }, 'same'],
    [{ name: 'TENDENCE  2019', opensOn: null, closesOn: null, city: null }, 'same'],
    [{ name: 'Hội chợ ở Đức', opensOn: null, closesOn: null, city: null }, 'maybe'],
    [{ name: 'Hội chợ ở Đức', city: null }, 'maybe'],
    [{ opensOn: '2019-08-01', closesOn: '2019-08-03' }, 'other'],
    [{ opensOn: '2019-07-01', closesOn: '2019-07-05', name: 'x' }, 'same'],
    [{ city: 'Köln' }, 'other'],
    [{ country: 'VN' }, 'other'],
    [{ year: 2018 }, 'other'],
  ] as const)('%o is %s', (changes, expected) => {
    expect(eventMatch(tendence, told(changes))).toBe(expected)
  })

  it('is the same either way round, and knowing less never makes one certain of difference', () => {
    const event = fc.record({
      name: fc.constantFrom('A', 'B'),
      country: fc.constantFrom('DE', 'VN', null),
      city: fc.constantFrom('Köln', 'Berlin', null),
      opensOn: fc.constantFrom('2019-03-01', '2019-06-01', null),
      closesOn: fc.constantFrom('2019-06-03', null),
      year: fc.constantFrom(2019, 2020),
    })
    fc.assert(
      fc.property(event, event, (a, b) => {
        expect(eventMatch(a, b)).toBe(eventMatch(b, a))
        const vague = { ...b, country: null, city: null, opensOn: null, closesOn: null }
        if (eventMatch(a, b) !== 'other') expect(eventMatch(a, vague)).not.toBe('other')
      }),
    )
  })
})

describe('tripsInYear', () => {
  const koln = told({ name: 'Köln', city: 'Köln', opensOn: '2019-03-01', closesOn: '2019-03-03' })

  it('counts a fair once, however it was told', () => {
    expect(tripsInYear(tendence, [koln], [koln, told({ name: 'Köln', city: null, opensOn: null })])).toEqual({
      sure: 1,
      possible: 0,
    })
  })

  it('keeps apart what may be counted already', () => {
    const vague = told({ name: 'Hội chợ ở Đức', city: null, opensOn: null, closesOn: null })
    expect(tripsInYear(tendence, [koln], [vague])).toEqual({ sure: 1, possible: 1 })
    const paris = told({ name: 'Paris', country: 'FR', city: 'Paris', opensOn: null })
    expect(tripsInYear(tendence, [], [paris, paris])).toEqual({ sure: 1, possible: 0 })
    expect(tripsInYear(tendence, [], [told({ country: 'VN', city: 'Huế' })])).toEqual({
      sure: 0,
      possible: 0,
    })
    expect(tripsInYear(tendence, [], [told({ year: 2018 })])).toEqual({ sure: 0, possible: 0 })
  })
})
