import { CONTRACT_STATES } from '@hoicho/shared/contracts/states.ts'
import { FAIR_STATES } from '@hoicho/shared/fairs/states.ts'
import { statesOf } from '@hoicho/shared/platform/states.ts'
import { APPLICATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { type ApplicationFacts, nextStep } from '@hoicho/shared/reports/next-step.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const selected: ApplicationFacts = {
  state: 'selected',
  today: '2019-06-01',
  fair: {
    state: 'published',
    opensOn: '2019-06-29',
    closesOn: '2019-07-01',
    registrationClosesOn: '2019-03-31',
  },
  isCallClosed: true,
  missingCount: 0,
  correctionDueOn: null,
  openPlace: null,
  hasBooth: true,
  contractState: 'signed',
  balanceMinor: 0,
  badgeCount: 2,
  rejectedDealCount: 0,
}
const code = (changes: Partial<ApplicationFacts>) => nextStep({ ...selected, ...changes }).code

describe('nextStep', () => {
  it('leads a draft to the deadline', () => {
    const draft = { state: 'draft', isCallClosed: false, today: '2019-03-01' } as const
    expect(nextStep({ ...selected, ...draft, missingCount: 4 })).toEqual({
      code: 'fill-in',
      turn: 'act',
      page: 'application',
      dueOn: '2019-03-31',
      count: 4,
    })
    expect(code(draft)).toBe('hand-in')
    expect(code({ ...draft, isCallClosed: true })).toBe('draft-too-late')
  })

  it('asks for a correction by its day', () => {
    const step = nextStep({ ...selected, state: 'correction-requested', correctionDueOn: '2019-04-05' })
    expect([step.code, step.dueOn]).toEqual(['correct', '2019-04-05'])
  })

  it('goes from selection to the fair in order', () => {
    expect(code({ openPlace: { dueOn: '2019-05-02' }, hasBooth: false })).toBe('confirm-place')
    expect(code({ hasBooth: false, contractState: null })).toBe('wait-booth')
    expect(code({ contractState: null })).toBe('wait-contract')
    expect(code({ contractState: 'cancelled' })).toBe('wait-contract')
    expect(code({ contractState: 'issued' })).toBe('sign-contract')
    expect(code({ contractState: 'signed-by-establishment' })).toBe('wait-countersign')
    expect(code({ balanceMinor: 5 })).toBe('pay')
    expect(code({ badgeCount: 0 })).toBe('order-badges')
    expect(code({})).toBe('ready')
  })

  it('turns to deals while the fair is on and for thirty days after', () => {
    expect(code({ today: '2019-06-29' })).toBe('log-deals')
    expect(code({ today: '2019-06-30', contractState: 'issued' })).toBe('sign-contract')
    expect(code({ today: '2019-06-30', rejectedDealCount: 2 })).toBe('correct-deals')
    expect(code({ today: '2019-07-31' })).toBe('log-last-deals')
    expect(code({ today: '2019-08-01' })).toBe('done')
  })

  const facts: fc.Arbitrary<ApplicationFacts> = fc.record({
    state: fc.constantFrom(...statesOf(APPLICATION_STATES)),
    today: fc.constantFrom(
      '2019-01-01',
      '2019-03-31',
      '2019-06-29',
      '2019-07-01',
      '2019-07-15',
      '2020-01-01',
    ),
    fair: fc.record({
      state: fc.constantFrom(...statesOf(FAIR_STATES)),
      opensOn: fc.constant('2019-06-29'),
      closesOn: fc.constant('2019-07-01'),
      registrationClosesOn: fc.constant('2019-03-31'),
    }),
    isCallClosed: fc.boolean(),
    missingCount: fc.nat(9),
    correctionDueOn: fc.option(fc.constant('2019-04-05')),
    openPlace: fc.option(fc.constant({ dueOn: '2019-05-02' })),
    hasBooth: fc.boolean(),
    contractState: fc.option(fc.constantFrom(...statesOf(CONTRACT_STATES))),
    balanceMinor: fc.integer(),
    badgeCount: fc.nat(9),
    rejectedDealCount: fc.nat(3),
  })

  it('always has one answer, and asks for nothing where nothing can be done', () => {
    fc.assert(
      fc.property(facts, one => {
        const step = nextStep(one)
        if (['rejected', 'withdrawn'].includes(one.state)) expect(step.turn).toBe('done')
        if (one.fair.state === 'cancelled') expect(step.turn).toBe('done')
        if (['submitted', 'complete', 'waiting'].includes(one.state)) expect(step.turn).not.toBe('act')
        if (step.page === 'deals' && step.turn === 'act') expect(one.today >= one.fair.opensOn).toBe(true)
      }),
    )
  })
})
