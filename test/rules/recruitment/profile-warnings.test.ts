import { profileWarnings } from '@hoicho/shared/recruitment/profile-warnings.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const fair = { opensOn: '2026-10-01', closesOn: '2026-10-05' }
const facts = { taxCode: '0100109106', taxCodeReason: null, hasPeople: true, certificates: [] }

describe('profileWarnings', () => {
  it('says nothing of a sound profile', () => {
    expect(profileWarnings(facts, fair)).toEqual([])
  })

  it('doubts a code of the wrong check digit, none at all, and a profile nobody stands behind', () => {
    const doubtful = { ...facts, taxCode: '0100109107', taxCodeReason: 'Theo giấy phép' }
    expect(profileWarnings(doubtful, fair)).toEqual([{ code: 'tax-code-doubtful', reason: 'Theo giấy phép' }])
    expect(profileWarnings({ ...facts, taxCode: null, hasPeople: false }, fair)).toEqual([
      { code: 'tax-code-missing', reason: null },
      { code: 'nobody-of-theirs' },
    ])
  })

  it('warns of a certificate exactly when it does not outlast the fair', () => {
    const day = fc.date({ min: new Date('2026-09-01'), max: new Date('2026-11-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, date => {
        const validUntil = date.toISOString().slice(0, 10)
        const warnings = profileWarnings(
          { ...facts, certificates: [{ kind: 'iso', name: 'ISO 9001', validUntil }] },
          fair,
        )
        const expected =
          validUntil < fair.opensOn
            ? ['certificate-ended']
            : validUntil < fair.closesOn
              ? ['certificate-ends']
              : []
        expect(warnings.map(warning => warning.code)).toEqual(expected)
      }),
    )
  })
})
