import { step } from '@hoicho/shared/platform/states.ts'
import { applicationNumber, registrationStatus } from '@hoicho/shared/recruitment/registration.ts'
import { INVITATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { describe, expect, it } from 'vitest'

const fair = {
  registrationOpensAt: '2019-06-01T01:00:00.000Z',
  registrationClosesAt: '2019-08-10T10:00:00.000Z',
}

describe('registrationStatus', () => {
  it.each([
    ['2019-06-01T00:59:59.999Z', 'not-open-yet'],
    ['2019-06-01T01:00:00.000Z', 'open'],
    ['2019-08-10T09:59:59.999Z', 'open'],
    ['2019-08-10T10:00:00.000Z', 'closed'],
  ])('%s is %s', (at, status) => expect(registrationStatus(fair, at)).toBe(status))
})

it('numbers in four digits and goes on', () => {
  expect([1, 42, 9999, 10_000].map(applicationNumber)).toEqual(['HS-0001', 'HS-0042', 'HS-9999', 'HS-10000'])
})

it('lets who declined change their mind, but not undo a submission', () => {
  expect(step(INVITATION_STATES, 'declined', 'start')).toBe('started')
  expect(step(INVITATION_STATES, 'submitted', 'decline')).toBeUndefined()
  expect(step(INVITATION_STATES, 'revoked', 'start')).toBeUndefined()
})
