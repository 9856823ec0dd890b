import { APPLICATION_STATES, type ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { type BulkFacts, foresee } from '@hoicho/shared/selection/bulk.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

const facts: fc.Arbitrary<BulkFacts> = fc.record({
  state: fc.constantFrom(...(Object.keys(APPLICATION_STATES) as ApplicationState[])),
  assigneeId: fc.constantFrom(null, 'a', 'b'),
  gates: fc.option(fc.record({ failing: fc.nat(3), unknown: fc.nat(3), isOverriddenByActor: fc.boolean() })),
  hasReader: fc.boolean(),
  lacksPlace: fc.boolean(),
})

it('foresees acceptance only where the state table and the gates allow it', () => {
  fc.assert(
    fc.property(facts, one => {
      const { verdict, hint } = foresee({ kind: 'accept' }, one)
      const allowed =
        one.state === 'submitted' &&
        (one.gates === null || (one.gates.failing === 0 && !one.gates.isOverriddenByActor))
      expect(verdict).toBe(allowed ? 'does' : 'refused')
      if (verdict === 'does' && (one.gates?.unknown ?? 0) > 0) expect(hint).toBe('look-at')
    }),
  )
})

it('gives a reason for every refusal and for nothing else', () => {
  const request = { note: 'x', fields: [], dueOn: null }
  fc.assert(
    fc.property(facts, one => {
      for (const action of [
        { kind: 'assign', officerId: 'a' } as const,
        { kind: 'run-gates' } as const,
        { kind: 'accept' } as const,
        { kind: 'request-correction', request } as const,
      ]) {
        const { verdict, problem } = foresee(action, one)
        expect(problem !== undefined).toBe(verdict === 'refused')
      }
    }),
  )
})
