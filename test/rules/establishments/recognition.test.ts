import { readReference } from '@hoicho/db/seed/reference/load.ts'
import {
  certificateValidity,
  isRecognitionValid,
  ocopBands,
  ocopStars,
  recognitionValidUntil,
} from '@hoicho/shared/establishments/recognition.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { describe, expect, it } from 'vitest'

const rules = { cnnt: { yearsAdded: 2 }, ocop: { months: 36 } }

it('runs a rural industrial title to 31 December, never three years from the day of issue', () => {
  const title = { scheme: 'cnnt', issuedOn: '2022-09-20', printedValidUntil: null } as const
  expect(recognitionValidUntil(title, rules)).toBe('2024-12-31')
  expect(recognitionValidUntil(title, { ...rules, cnnt: { yearsAdded: 3 } })).toBe('2025-12-31')
})

it('runs an OCOP title 36 months', () => {
  const title = { scheme: 'ocop', issuedOn: '2023-08-31', printedValidUntil: null } as const
  expect(recognitionValidUntil(title, rules)).toBe('2026-08-31')
  expect(recognitionValidUntil(title, { ...rules, ocop: { months: 6 } })).toBe('2024-02-29')
})

it('lets the printed date win', () => {
  const title = { scheme: 'cnnt', issuedOn: '2022-09-20', printedValidUntil: '2025-06-30' } as const
  expect(recognitionValidUntil(title, rules)).toBe('2025-06-30')
})

it('counts the first and the last day as valid', () => {
  const title = { issuedOn: '2022-09-20', validUntil: '2024-12-31' }
  const days = ['2022-09-19', '2022-09-20', '2024-12-31', '2025-01-01']
  expect(days.map(day => isRecognitionValid(title, day))).toEqual([false, true, true, false])
})

it('gives stars by the average score', async () => {
  const { datedRules } = await readReference()
  const bands = ruleValueOn(datedRules, 'recognition.bands.ocop', '2023-08-31', ocopBands)?.value ?? []
  const scores = [100, 90, 89.9, 70, 69, 50, 49, 30, 29, 0]
  expect(scores.map(score => ocopStars(score, bands))).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1])
  expect(ocopStars(80, [])).toBe(0)
})

describe('certificateValidity', () => {
  it('is valid through its last day, ending within the days of the rule, and silent without a last day', () => {
    const on = '2026-11-22'
    const of = (validUntil: string | null) => certificateValidity(validUntil, on, 60)
    expect([of(null), of('2026-11-21'), of(on), of('2027-01-21'), of('2027-01-22')]).toEqual([
      null,
      'over',
      'ending',
      'ending',
      'valid',
    ])
  })
})
