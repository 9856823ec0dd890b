import { step } from '@hoicho/shared/platform/states.ts'
import {
  CONFIRMATION_STATES,
  type ConfirmationAction,
  waitsForConfirmation,
} from '@hoicho/shared/recruitment/states.ts'
import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, it } from 'vitest'

const acts = array(constantFrom<ConfirmationAction>('hand-in', 'hand-in-for', 'confirm'), {
  minLength: 1,
})

describe('CONFIRMATION_STATES', () => {
  it('waits exactly when the desk handed in last and nobody has confirmed since', () => {
    assert(
      property(acts, done => {
        let state: keyof typeof CONFIRMATION_STATES = 'not-needed'
        for (const act of done) state = step(CONFIRMATION_STATES, state, act) ?? state
        const lastFor = done.lastIndexOf('hand-in-for')
        const isOpen = lastFor >= 0 && !done.slice(lastFor + 1).length
        expect(state === 'awaiting').toBe(isOpen)
      }),
    )
  })
})

describe('waitsForConfirmation', () => {
  it('holds up what decides, not what refuses or takes back', () => {
    expect(waitsForConfirmation('accept-dossier', 'awaiting')).toBe(true)
    expect(waitsForConfirmation('select', 'awaiting')).toBe(true)
    expect(waitsForConfirmation('refuse', 'awaiting')).toBe(false)
    expect(waitsForConfirmation('withdraw', 'awaiting')).toBe(false)
    expect(waitsForConfirmation('accept-dossier', 'confirmed')).toBe(false)
    expect(waitsForConfirmation('accept-dossier', 'not-needed')).toBe(false)
  })
})
