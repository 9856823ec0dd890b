import { readReference } from '@hoicho/db/seed/reference/load.ts'
import { ruleOn, ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import {
  areaRule,
  checkGates,
  effectiveOutcome,
  type Gate,
  type GateFacts,
  type GateRules,
  legalFormsRule,
  smeRule,
  tripsRule,
} from '@hoicho/shared/selection/gates.ts'
import { beforeAll, describe, expect, it } from 'vitest'

let rules: GateRules

beforeAll(async () => {
  const { datedRules } = await readReference()
  const on = '2019-03-01'
  rules = {
    sme: ruleValueOn(datedRules, 'eligibility.sme.industry', on, smeRule),
    legalForms: ruleValueOn(datedRules, 'eligibility.legal-forms', on, legalFormsRule),
    area: ruleValueOn(datedRules, 'eligibility.area', on, areaRule),
    sectors: ruleOn(datedRules, 'eligibility.sectors', on),
    trips: ruleValueOn(datedRules, 'support.trips-abroad', on, tripsRule),
  }
})

const facts: GateFacts = {
  fairKind: 'abroad',
  opensOn: '2019-06-29',
  fairSectorCodes: ['food', 'handicraft'],
  legalForm: 'TNHH_1TV',
  employees: 60,
  revenueVnd: 40_000_000_000,
  capitalVnd: null,
  figuresYear: 2018,
  productionProvince: { scheme: 'gso-63', code: '83' },
  sectorCode: 'handicraft',
  productNames: ['Thảm xơ dừa'],
  recognitions: [{ kind: 'cnnt', name: '12/QĐ-UBND', issuedOn: '2017-08-01', validUntil: '2019-12-31' }],
  certificates: [{ kind: 'iso', name: 'ISO 9001', issuedOn: null, validUntil: '2020-01-01' }],
  tripsAbroadThisYear: 1,
  missing: [],
}

const answer = (gate: Gate, changes: Partial<GateFacts> = {}) => {
  const { outcome, evidence } =
    checkGates({ ...facts, ...changes }, rules).find(result => result.gate === gate) ?? {}
  return `${outcome} ${evidence?.code}`
}

describe('checkGates', () => {
  it('answers every gate with its evidence and law', () => {
    expect(
      checkGates(facts, rules).map(({ gate, outcome, legalBasis }) => [gate, outcome, legalBasis]),
    ).toEqual([
      ['dossier-complete', 'pass', null],
      ['legal-form', 'pass', 'Nghị định 45/2012/NĐ-CP, Điều 1'],
      ['sme-size', 'pass', 'Nghị định 39/2018/NĐ-CP, Điều 6'],
      ['eligible-area', 'unknown', null],
      ['sector', 'pass', 'Nghị định 45/2012/NĐ-CP, Điều 5'],
      ['own-product', 'pass', null],
      ['certificates', 'pass', null],
      ['trips-abroad', 'pass', 'Thông tư 46/2012/TT-BCT, Điều 4 khoản 1 điểm b'],
    ])
    expect(checkGates({ ...facts, fairKind: 'home' }, rules).map(({ gate }) => gate)).not.toContain(
      'trips-abroad',
    )
  })

  it('names what the dossier lacks', () => {
    expect(answer('dossier-complete', { missing: ['Giấy đăng ký'] })).toBe('fail missing')
    expect(answer('dossier-complete', { missing: null })).toBe('unknown no-form')
  })

  it.each([
    [{ employees: 10, revenueVnd: 3_000_000_000 }, 'pass micro'],
    [{ employees: 100, revenueVnd: 50_000_000_000 }, 'pass small'],
    [{ employees: 10, revenueVnd: 60_000_000_000 }, 'pass medium'],
    [{ employees: 200, revenueVnd: 900_000_000_000, capitalVnd: 100_000_000_000 }, 'pass medium'],
    [{ employees: 201, revenueVnd: null }, 'fail too-many-people'],
    [{ employees: 200, revenueVnd: 900_000_000_000, capitalVnd: 100_000_000_001 }, 'fail too-large'],
    [{ employees: 200, revenueVnd: 900_000_000_000 }, 'unknown figures-missing'],
    [{ employees: null }, 'unknown figures-missing'],
    [{ employees: 5, revenueVnd: null }, 'unknown figures-missing'],
    [{ employees: 900, legalForm: 'HTX' }, 'pass not-bound'],
  ] as const)('judges the size %o: %s', (changes, expected) => {
    expect(answer('sme-size', changes)).toBe(expected)
  })

  it('judges forms, sectors, products and trips', () => {
    expect(answer('legal-form', { legalForm: 'KHAC' })).toBe('unknown not-listed')
    expect(answer('sector', { sectorCode: 'textile' })).toBe('fail not-of-fair')
    expect(answer('sector', { sectorCode: null })).toBe('unknown sector-missing')
    expect(answer('own-product', { productNames: [] })).toBe('fail none')
    expect(answer('trips-abroad', { tripsAbroadThisYear: 2 })).toBe('fail used-up')
  })

  it('lets a rule name the eligible provinces', () => {
    const area = { key: 'eligibility.area', value: { scheme: 'gso-63', provinceCodes: ['83'] } }
    const rule = {
      ...area,
      validFrom: '2019-01-01',
      validTo: null,
      legalBasis: 'L',
      source: '',
      confidence: 'S',
    } as const
    const result = (scheme: string, code: string) =>
      checkGates({ ...facts, productionProvince: { scheme, code } }, { ...rules, area: rule })[3]?.outcome
    expect([result('gso-63', '83'), result('gso-63', '01'), result('gso-34', '83')]).toEqual([
      'pass',
      'fail',
      'unknown',
    ])
  })

  it('wants one valid paper of each kind on the opening day', () => {
    const old = { kind: 'cnnt', name: 'cũ', issuedOn: '2014-08-01', validUntil: '2016-12-31' }
    expect(answer('certificates', { recognitions: [...facts.recognitions, old] })).toBe('pass valid')
    expect(answer('certificates', { recognitions: [old] })).toBe('fail not-valid')
    const lastDay = { kind: 'iso', name: 'x', issuedOn: null, validUntil: '2019-06-29' }
    expect(answer('certificates', { certificates: [lastDay] })).toBe('pass valid')
    expect(answer('certificates', { certificates: [{ ...lastDay, validUntil: '2019-06-28' }] })).toBe(
      'fail not-valid',
    )
    expect(answer('certificates', { certificates: [], recognitions: [] })).toBe('unknown none')
  })

  it('lets an override count before the answer', () => {
    expect(effectiveOutcome({ outcome: 'fail', overrideOutcome: 'pass' })).toBe('pass')
    expect(effectiveOutcome({ outcome: 'unknown', overrideOutcome: null })).toBe('unknown')
  })
})
