import { profileStates } from '@hoicho/shared/establishments/completeness.ts'
import type { EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { levelsOf, RECOGNITION_LEVELS } from '@hoicho/shared/establishments/titles.ts'
import { describe, expect, it } from 'vitest'

const bare = {
  name: 'Gốm',
  legalForm: 'HTX',
  taxCode: null,
  sectorCode: null,
  provinceCode: '22',
  registeredAddress: '',
  representativeName: null,
  representativePosition: null,
  phone: null,
  email: null,
  employees: null,
  revenueVnd: null,
  capitalVnd: null,
  figuresYear: null,
  introductionVi: '',
  bankAccounts: [],
  contacts: [],
  exportYears: [],
  products: [],
  recognitions: [],
  certificates: [],
} as unknown as EstablishmentView

describe('profileStates', () => {
  it('tells begun from untouched, and needs no titles', () => {
    expect(profileStates(bare)).toEqual({
      identity: 'started',
      place: 'started',
      contact: 'todo',
      contacts: 'optional',
      capacity: 'todo',
      exports: 'optional',
      introduction: 'todo',
      bank: 'todo',
      products: 'todo',
      recognitions: 'optional',
      certificates: 'optional',
    })
  })

  it('takes revenue or capital, and no employees as a figure', () => {
    const figures = { employees: 0, capitalVnd: 5, figuresYear: 2025 }
    expect(profileStates({ ...bare, ...figures }).capacity).toBe('done')
  })
})

describe('levelsOf', () => {
  it('shares all levels between the two schemes', () => {
    expect([...levelsOf('cnnt'), ...levelsOf('ocop')]).toEqual(RECOGNITION_LEVELS)
    expect(levelsOf('ocop')).toHaveLength(5)
  })
})
