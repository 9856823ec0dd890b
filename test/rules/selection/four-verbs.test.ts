import { ORGANIZER_ROLES, type OrganizerRole, PERMISSIONS } from '@hoicho/shared/identity/permissions.ts'
import { statesOf } from '@hoicho/shared/platform/states.ts'
import { APPLICATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { FOUR_VERBS, type RoadFacts, roadOf, VERBS } from '@hoicho/shared/selection/four-verbs.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const holders = (verb: (typeof VERBS)[number]): readonly OrganizerRole[] =>
  PERMISSIONS[FOUR_VERBS[verb]].organizer

describe('the four verbs', () => {
  it('stand in the permission table as the law has them', () => {
    expect(Object.fromEntries(VERBS.map(verb => [verb, holders(verb)]))).toEqual({
      check: ['manager', 'officer'],
      appraise: ['reviewer'],
      approve: ['manager'],
      sign: ['manager'],
    })
  })

  it('are in nobody’s hands all four, and approval never with appraisal', () => {
    for (const role of ORGANIZER_ROLES) {
      const held = VERBS.filter(verb => holders(verb).includes(role))
      expect(held.length, role).toBeLessThan(VERBS.length)
      expect(held.includes('appraise') && held.length > 1, role).toBe(false)
    }
  })

  it('cannot be skipped: the states know no other way to a place', () => {
    const before = statesOf(APPLICATION_STATES).filter(
      state => APPLICATION_STATES[state].select !== undefined,
    )
    expect(before).toEqual(['complete', 'waiting'])
    const toComplete = statesOf(APPLICATION_STATES).flatMap(state =>
      Object.entries(APPLICATION_STATES[state]).filter(([, next]) => next === 'complete'),
    )
    // A complaint upheld reopens what was judged before.
    expect(toComplete.filter(([action]) => action !== 'reopen')).toEqual([['accept-dossier', 'complete']])
  })
})

const facts: fc.Arbitrary<RoadFacts> = fc.record({
  state: fc.constantFrom(...statesOf(APPLICATION_STATES)),
  isAccepted: fc.boolean(),
  isAppraised: fc.boolean(),
  isDecided: fc.boolean(),
  isSigned: fc.boolean(),
})

describe('roadOf', () => {
  it('has at most one step under way or stopped, done ones before it and none after', () => {
    fc.assert(
      fc.property(facts, one => {
        const states = roadOf(one).map(step => step.state)
        const at = states.findIndex(state => state === 'now' || state === 'stopped')
        if (at === -1) expect(states).toEqual(['done', 'done', 'done', 'done'])
        else {
          expect(states.slice(0, at).every(state => state === 'done')).toBe(true)
          expect(states.slice(at + 1).filter(state => state === 'now' || state === 'stopped')).toEqual([])
        }
      }),
    )
  })

  it.each([
    [{ state: 'submitted' }, 'now next next next'],
    [{ state: 'complete', isAccepted: true }, 'done now next next'],
    [{ state: 'complete', isAccepted: true, isAppraised: true }, 'done done now next'],
    [{ state: 'selected', isAccepted: true, isDecided: true }, 'done done done now'],
    [{ state: 'selected', isAccepted: true, isDecided: true, isSigned: true }, 'done done done done'],
    [{ state: 'rejected' }, 'stopped next next next'],
    [{ state: 'correction-requested', isAccepted: true }, 'now next next next'],
  ] as const)('%o: %s', (known, expected) => {
    const none = { isAccepted: false, isAppraised: false, isDecided: false, isSigned: false }
    expect(
      roadOf({ ...none, ...known })
        .map(step => step.state)
        .join(' '),
    ).toBe(expected)
  })
})
