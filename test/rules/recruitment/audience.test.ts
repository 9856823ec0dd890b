import { provinceKeys } from '@hoicho/shared/recruitment/audience.ts'
import { fillLetter, unknownFields } from '@hoicho/shared/recruitment/letter.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

const units = [
  { scheme: 'gso-34', code: '24', mergedIntoCode: null },
  { scheme: 'gso-34', code: '01', mergedIntoCode: null },
  { scheme: 'gso-63', code: '24', mergedIntoCode: '24' },
  { scheme: 'gso-63', code: '27', mergedIntoCode: '24' },
  { scheme: 'gso-63', code: '01', mergedIntoCode: '01' },
]

it('a new province stands for the old ones it was made of, and they together for it', () => {
  expect(provinceKeys(['gso-34:24'], units).toSorted()).toEqual(['gso-34:24', 'gso-63:24', 'gso-63:27'])
  expect(provinceKeys(['gso-63:24'], units)).toEqual(['gso-63:24'])
  expect(provinceKeys(['gso-63:24', 'gso-63:27'], units).toSorted()).toEqual([
    'gso-34:24',
    'gso-63:24',
    'gso-63:27',
  ])
  expect(provinceKeys(['gso-63:01'], units).toSorted()).toEqual(['gso-34:01', 'gso-63:01'])
})

it('choosing more never finds fewer, and asking twice changes nothing', () => {
  const chosen = fc.subarray(units.map(unit => `${unit.scheme}:${unit.code}`))
  fc.assert(
    fc.property(chosen, chosen, (some, more) => {
      const few = provinceKeys(some, units)
      const many = new Set(provinceKeys([...some, ...more], units))
      expect(few.every(key => many.has(key))).toBe(true)
      expect(provinceKeys(few, units).toSorted()).toEqual(few.toSorted())
    }),
  )
})

const values = Object.fromEntries(
  ['co_so', 'nguoi_dai_dien', 'hoi_cho', 'thoi_gian', 'dia_diem', 'han_nop', 'don_vi', 'lien_he'].map(
    name => [name, `<${name}>`],
  ),
) as Parameters<typeof fillLetter>[1]

it('merge fields are filled once; a value that looks like one stays text', () => {
  expect(fillLetter('{co_so}, {sai}, { co_so }', { ...values, co_so: '{hoi_cho}' })).toBe(
    '{hoi_cho}, {sai}, { co_so }',
  )
  expect(unknownFields('{co_so} {ten} {ten} {}')).toEqual(['ten'])
})
