import { addDays } from '@hoicho/shared/platform/dates.ts'
import { addWorkingDays, isWorkingDay } from '@hoicho/shared/platform/working-days.ts'
import { compareRankings } from '@hoicho/shared/selection/compare.ts'
import { scatterOf } from '@hoicho/shared/selection/figures.ts'
import { quorumOf } from '@hoicho/shared/selection/minutes.ts'
import { offerNext } from '@hoicho/shared/selection/offer-next.ts'
import { groupKey, type Quota } from '@hoicho/shared/selection/quotas.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const GROUPS = ['a', 'b', 'c'].map(code => groupKey('sector', code))
const inGroups = fc.subarray(GROUPS)
const ceilings = fc
  .array(fc.integer({ min: 0, max: 4 }), { minLength: GROUPS.length, maxLength: GROUPS.length })
  .map(list =>
    list.map((ceiling, at): Quota => ({ by: 'sector', value: ['a', 'b', 'c'][at] ?? '', floor: 0, ceiling })),
  )
const request = fc.record({
  places: fc.integer({ min: 0, max: 8 }),
  quotas: ceilings,
  held: fc.array(inGroups, { maxLength: 6 }),
  waiting: fc
    .array(inGroups, { maxLength: 8 })
    .map(list => list.map((groups, at) => ({ id: `h-${at}`, groups }))),
})

/** Groups that have no room for one more. */
const fullOf = ({ quotas, held }: { quotas: readonly Quota[]; held: readonly (readonly string[])[] }) =>
  quotas
    .filter(({ by, value, ceiling }) => {
      const key = groupKey(by, value)
      return ceiling !== null && held.filter(groups => groups.includes(key)).length >= ceiling
    })
    .map(({ by, value }) => groupKey(by, value))

describe('the next offer', () => {
  it('keeps every ceiling, and passes over nobody who may have the place', () => {
    fc.assert(
      fc.property(request, given => {
        const full = fullOf(given)
        const first = given.waiting.find(({ groups }) => !groups.some(key => full.includes(key)))
        const isFree = given.places > given.held.length
        const { id } = offerNext(given)
        expect(id).toBe(isFree ? (first?.id ?? null) : null)
      }),
    )
  })

  it('names everybody before the one offered, with the quota in the way', () => {
    fc.assert(
      fc.property(request, given => {
        const { id, passedOver } = offerNext(given)
        const full = fullOf(given)
        if (id !== null) {
          const before = given.waiting.slice(
            0,
            given.waiting.findIndex(one => one.id === id),
          )
          expect(passedOver.map(one => one.id)).toEqual(before.map(one => one.id))
        }
        for (const { effect, key } of passedOver) {
          expect(effect).toBe('ceiling')
          expect(full).toContain(key)
        }
      }),
    )
  })

  it('keeps the last place for a group still short of its floor', () => {
    const quotas: Quota[] = [{ by: 'sector', value: 'a', floor: 1, ceiling: null }]
    const waiting = [
      { id: 'first', groups: [] },
      { id: 'floor', groups: [GROUPS[0] ?? ''] },
    ]
    expect(offerNext({ places: 1, quotas, held: [], waiting })).toEqual({
      id: 'floor',
      passedOver: [{ id: 'first', effect: 'reserved', key: GROUPS[0] }],
    })
    expect(offerNext({ places: 2, quotas, held: [], waiting }).id).toBe('first')
  })
})

describe('working days', () => {
  const calendar = {
    yearly: ['01-01', '04-30'],
    holidays: ['2026-02-16'],
    workingWeekendDays: ['2026-02-14'],
  }
  const day = fc.integer({ min: 0, max: 3000 }).map(days => addDays('2020-01-01', days))

  it('end on a working day, with as many of them between as asked', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, days) => {
        const last = addWorkingDays(from, days, calendar)
        expect(isWorkingDay(last, calendar)).toBe(true)
        let count = 0
        for (let at = addDays(from, 1); at <= last; at = addDays(at, 1))
          if (isWorkingDay(at, calendar)) count += 1
        expect(count).toBe(days)
      }),
    )
  })

  it('know holidays, days swapped and days of no working day at all', () => {
    expect(addWorkingDays('2026-02-13', 1, calendar)).toBe('2026-02-14')
    expect(addWorkingDays('2026-02-14', 1, calendar)).toBe('2026-02-17')
    expect(addWorkingDays('2026-04-30', 0, calendar)).toBe('2026-04-30')
    const never = { ...calendar, yearly: everyDay() }
    expect(() => addWorkingDays('2026-01-05', 1, never)).toThrow(RangeError)
  })
})

const everyDay = () => Array.from({ length: 366 }, (_, at) => addDays('2024-01-01', at).slice(5))

describe('two rankings compared', () => {
  const OUTCOMES = ['selected', 'waiting', 'rejected'] as const
  const ranking = fc
    .uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 10 })
    .chain(ids =>
      fc
        .array(fc.constantFrom(...OUTCOMES), { minLength: ids.length, maxLength: ids.length })
        .map(list => ids.map((id, at) => ({ id: `h-${id}`, rank: at + 1, outcome: list[at] ?? 'rejected' }))),
    )

  it('name each application once and count who enters and who leaves', () => {
    fc.assert(
      fc.property(ranking, ranking, (before, after) => {
        const moves = compareRankings(before, after)
        const all = new Set([...before, ...after].map(({ id }) => id))
        expect(moves.map(({ id }) => id).sort()).toEqual([...all].sort())
        const selected = (list: typeof before) => list.filter(one => one.outcome === 'selected').length
        const count = (change: string) => moves.filter(move => move.change === change).length
        expect(selected(after) - selected(before)).toBe(count('enters') - count('leaves'))
      }),
    )
  })

  it('of the same ranking show no change', () => {
    fc.assert(
      fc.property(ranking, list => {
        for (const { change, rise } of compareRankings(list, list)) {
          expect(change).toBe('same')
          expect(rise).toBe(0)
        }
      }),
    )
  })
})

describe('a quorum', () => {
  const ROLES = ['chair', 'deputy', 'secretary', 'member'] as const
  const members = fc.array(fc.record({ role: fc.constantFrom(...ROLES), isPresent: fc.boolean() }), {
    maxLength: 15,
  })
  const rule = fc.record({
    numerator: fc.integer({ min: 1, max: 3 }),
    denominator: fc.constant(3),
    needsChair: fc.boolean(),
  })

  it('is at least the share of the rule, with the chair or the deputy where it asks for one', () => {
    fc.assert(
      fc.property(members, rule, (list, asked) => {
        const { present, needed, isMet } = quorumOf(list, asked)
        const isShare = present * asked.denominator >= list.length * asked.numerator
        const isLed = list.some(({ role, isPresent }) => isPresent && (role === 'chair' || role === 'deputy'))
        expect(present >= needed).toBe(isShare)
        expect(isMet).toBe(present > 0 && isShare && (isLed || !asked.needsChair))
      }),
    )
  })

  it('once met is met when one more comes', () => {
    fc.assert(
      fc.property(members, rule, (list, asked) => {
        fc.pre(quorumOf(list, asked).isMet)
        const more = list.map(member => ({ ...member, isPresent: true }))
        expect(quorumOf(more, asked).isMet).toBe(true)
      }),
    )
  })
})

describe('the scatter of sheets', () => {
  it('does not depend on their order or on the unit they are counted in', () => {
    const totals = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(totals, list => {
        const found = scatterOf(list)
        expect(scatterOf(list.toReversed())).toEqual(found)
        expect(
          scatterOf(
            list.map(total => total * 100),
            100,
          ),
        ).toEqual(found)
      }),
    )
    expect(scatterOf([])).toBeNull()
    expect(scatterOf([60, 80])).toEqual({ lowest: 60, highest: 80, deviation: 10 })
  })
})
