import { readReference } from '@hoicho/db/seed/reference/load.ts'
import { ruleOn, ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { gatePlan, gatesRule } from '@hoicho/shared/selection/gate-plan.ts'
import { type Gate } from '@hoicho/shared/selection/gate-vocabulary.ts'
import {
  areaRule,
  bannedWordsRule,
  checkGates,
  effectiveOutcome,
  type GateFacts,
  type GateRules,
  legalFormsRule,
  smeRule,
  smeTradeRule,
  tripsRule,
} from '@hoicho/shared/selection/gates.ts'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

let rules: GateRules
let gates: ReturnType<typeof gatesRule.parse> | null

const planOf = (kind: 'home' | 'abroad') => gatePlan(kind, gates, [])

beforeAll(async () => {
  const { datedRules } = await readReference()
  const on = '2019-03-01'
  rules = {
    sme: ruleValueOn(datedRules, 'eligibility.sme.industry', on, smeRule),
    legalForms: ruleValueOn(datedRules, 'eligibility.legal-forms', on, legalFormsRule),
    area: ruleValueOn(datedRules, 'eligibility.area', on, areaRule),
    sectors: ruleOn(datedRules, 'eligibility.sectors', on),
    trips: ruleValueOn(datedRules, 'support.trips-abroad', on, tripsRule),
    smeTrade: ruleValueOn(datedRules, 'eligibility.sme.trade', on, smeTradeRule),
    bannedWords: ruleValueOn(datedRules, 'goods.banned-words', on, bannedWordsRule),
    fundingBasis: ruleOn(datedRules, 'support.single-funding', on)?.legalBasis ?? null,
  }
  gates = ruleValueOn(datedRules, 'selection.gates', on, gatesRule)?.value ?? null
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
  productionProvince: { scheme: 'gso-63', code: '83', mergedIntoCode: '86' },
  vsicCode: null,
  sectorCode: 'handicraft',
  productNames: ['Thảm xơ dừa'],
  recognitions: [{ kind: 'cnnt', name: '12/QĐ-UBND', issuedOn: '2017-08-01', validUntil: '2019-12-31' }],
  certificates: [{ kind: 'iso', name: 'ISO 9001', issuedOn: null, validUntil: '2020-01-01' }],
  requiredCertificates: [],
  trips: { sure: 1, possible: 0 },
  goods: [{ where: 'Thảm xơ dừa', text: 'Thảm xơ dừa' }],
  declaresNoBannedGoods: null,
  event: {
    name: 'Tendence 2019',
    country: 'DE',
    city: 'Frankfurt am Main',
    opensOn: '2019-06-29',
    closesOn: '2019-07-01',
    year: 2019,
  },
  fund: 'national-promotion',
  claimedItems: ['booth-rent', 'design'],
  supports: [],
  declaresNoOtherMoney: true,
  fee: null,
  barred: null,
  missing: [],
}

const answer = (gate: Gate, changes: Partial<GateFacts> = {}) => {
  const { outcome, evidence } =
    checkGates({ ...facts, ...changes }, rules, planOf('abroad')).find(result => result.gate === gate) ?? {}
  return `${outcome} ${evidence?.code}`
}

describe('checkGates', () => {
  it('answers every gate with its evidence and law', () => {
    expect(
      checkGates(facts, rules, planOf('abroad')).map(({ gate, outcome, legalBasis }) => [
        gate,
        outcome,
        legalBasis,
      ]),
    ).toEqual([
      ['dossier-complete', 'pass', null],
      ['legal-form', 'pass', 'Nghị định 45/2012/NĐ-CP, Điều 1'],
      ['sme-size', 'pass', 'Nghị định 39/2018/NĐ-CP, Điều 6'],
      ['eligible-area', 'unknown', null],
      ['sector', 'pass', 'Nghị định 45/2012/NĐ-CP, Điều 5'],
      ['own-product', 'pass', null],
      ['certificates', 'pass', null],
      ['no-banned-goods', 'pass', 'Luật Thương mại 36/2005/QH11, Điều 134'],
      ['trips-abroad', 'pass', 'Thông tư 46/2012/TT-BCT, Điều 4 khoản 1 điểm b'],
      ['double-funding', 'pass', 'Thông tư liên tịch 26/2014/TTLT-BTC-BCT, Điều 7'],
      ['not-barred', 'pass', null],
    ])
    const atHome = checkGates(facts, rules, planOf('home')).map(({ gate }) => gate)
    expect(atHome).not.toContain('trips-abroad')
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
    expect(answer('trips-abroad', { trips: { sure: 2, possible: 0 } })).toBe('fail used-up')
  })

  it('lets a rule name the eligible provinces', () => {
    const rule = (provinces: string[], elsewhere: 'fail' | 'unknown') => {
      const dates = { validFrom: '2019-01-01', validTo: null }
      const value = { provinces, elsewhere }
      return {
        key: 'eligibility.area',
        value,
        ...dates,
        legalBasis: 'L',
        source: '',
        confidence: 'S',
      } as const
    }
    const result = (area: ReturnType<typeof rule>, place: GateFacts['productionProvince']) =>
      checkGates({ ...facts, productionProvince: place }, { ...rules, area }, planOf('home'))[3]?.outcome
    const old = { scheme: 'gso-63', code: '83', mergedIntoCode: '86' }
    const other = { scheme: 'gso-63', code: '01', mergedIntoCode: '01' }
    const present = { scheme: 'gso-34', code: '86', mergedIntoCode: null }
    expect(result(rule(['gso-63:83'], 'fail'), old)).toBe('pass')
    expect(result(rule(['gso-34:86'], 'fail'), old)).toBe('pass')
    expect(result(rule(['gso-63:83'], 'fail'), other)).toBe('fail')
    expect(result(rule(['gso-63:83'], 'unknown'), other)).toBe('unknown')
    // What a new province was before is not known.
    expect(result(rule(['gso-63:83'], 'fail'), present)).toBe('unknown')
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

  it('demands the certificates the fair asks for, and then no others', () => {
    const iso = { kind: 'iso', name: 'ISO 9001', issuedOn: null, validUntil: '2019-12-31' }
    const over = { kind: 'haccp', name: 'HACCP', issuedOn: null, validUntil: '2018-12-31' }
    const required = { requiredCertificates: ['iso'] }
    expect(answer('certificates', { ...required, certificates: [iso, over] })).toBe('pass valid')
    expect(answer('certificates', { ...required, certificates: [over] })).toBe('fail required-missing')
    expect(answer('certificates', { ...required, certificates: [], recognitions: [] })).toBe(
      'fail required-missing',
    )
  })

  it('sets trade its own ceilings', () => {
    const shop = { vsicCode: '4620', employees: 120, revenueVnd: 40_000_000_000 }
    expect(answer('sme-size', shop)).toBe('fail too-many-people')
    expect(answer('sme-size', { ...shop, vsicCode: '1629' })).toBe('pass medium')
    const small = { vsicCode: '4620', employees: 100, revenueVnd: 300_000_000_000 }
    expect(answer('sme-size', small)).toBe('pass medium')
  })

  it.each([
    ['Pháo nổ Tết', 'unknown word'],
    ['phao no', 'unknown word'],
    ['Vũ khí đồ chơi bằng gỗ', 'unknown word'],
    ['Pháo hoa giấy', 'pass no-word'],
    ['Cao hổ phách', 'unknown word'],
    ['Hộp quà ngàvoi', 'pass no-word'],
    ['   ', 'unknown nothing-said'],
  ])('reads the goods %j: %s', (text, expected) => {
    expect(answer('no-banned-goods', { goods: [{ where: 'x', text }] })).toBe(expected)
  })

  it('takes a declaration of banned goods at its word', () => {
    expect(answer('no-banned-goods', { declaresNoBannedGoods: false })).toBe('fail declared')
  })

  it('asks the fee where there is one', () => {
    const fee = (paidMinor: number) => ({ fee: { askedMinor: 500, paidMinor, currency: 'VND' } })
    expect(answer('fee-paid')).toBe('undefined undefined')
    expect(answer('fee-paid', fee(0))).toBe('fail unpaid')
    expect(answer('fee-paid', fee(499))).toBe('fail part-paid')
    expect(answer('fee-paid', fee(500))).toBe('pass paid')
  })

  it('keeps out who the organizer does not take', () => {
    expect(answer('not-barred', { barred: { reason: 'x', until: null } })).toBe('fail barred')
    expect(answer('not-barred', { barred: { reason: 'x', until: '2020-01-01' } })).toBe('fail barred-until')
  })

  it('lets an override count before the answer', () => {
    expect(effectiveOutcome({ outcome: 'fail', overrideOutcome: 'pass' })).toBe('pass')
    expect(effectiveOutcome({ outcome: 'unknown', overrideOutcome: null })).toBe('unknown')
  })
})

describe('what is not known', () => {
  const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const known: fc.Arbitrary<Partial<GateFacts>> = fc.record({
    legalForm: fc.constantFrom('TNHH_1TV', 'HTX', 'KHAC', 'NUOC_NGOAI'),
    employees: perhaps(fc.integer({ min: 0, max: 400 })),
    revenueVnd: perhaps(fc.integer({ min: 0, max: 400_000_000_000 })),
    capitalVnd: perhaps(fc.integer({ min: 0, max: 200_000_000_000 })),
    vsicCode: fc.constantFrom('1629', '4620', null),
    sectorCode: fc.constantFrom('food', 'textile', null),
    missing: fc.constantFrom([], ['Giấy đăng ký'], null),
    trips: fc.record({ sure: fc.integer({ min: 0, max: 3 }), possible: fc.integer({ min: 0, max: 2 }) }),
    declaresNoOtherMoney: fc.constantFrom(true, false, null),
    declaresNoBannedGoods: fc.constantFrom(true, false, null),
    goods: fc.constantFrom([], [{ where: 'x', text: 'Thảm' }], [{ where: 'x', text: 'pháo nổ' }]),
  })
  const outcomes = (changes: Partial<GateFacts>, some: GateRules = rules) =>
    new Map(checkGates({ ...facts, ...changes }, some, planOf('abroad')).map(one => [one.gate, one.outcome]))

  it('never turns into a pass by being forgotten', () => {
    const forgotten: Partial<GateFacts>[] = [
      { employees: null },
      { revenueVnd: null },
      { capitalVnd: null },
      { sectorCode: null },
      { missing: null },
      { declaresNoOtherMoney: null },
      { goods: [] },
    ]
    fc.assert(
      fc.property(known, fc.constantFrom(...forgotten), (all, less) => {
        const before = outcomes(all)
        for (const [gate, outcome] of outcomes({ ...all, ...less })) {
          if (outcome === 'pass') expect([gate, before.get(gate)]).toEqual([gate, 'pass'])
        }
      }),
    )
  })

  it('never passes for want of a rule', () => {
    const without: (keyof GateRules)[] = ['sme', 'legalForms', 'area', 'trips', 'bannedWords']
    fc.assert(
      fc.property(known, fc.constantFrom(...without), (all, key) => {
        // The rule of legal forms also frees cooperatives from the ceiling: without it that gate judges them by figures.
        const subject = {
          sme: 'sme-size',
          legalForms: 'legal-form',
          area: 'eligible-area',
          trips: 'trips-abroad',
        }
        const gate = key in subject ? subject[key as keyof typeof subject] : 'no-banned-goods'
        const found = outcomes({ ...all, vsicCode: null }, { ...rules, [key]: null }).get(gate as Gate)
        expect(found).not.toBe('pass')
      }),
    )
  })

  it('does not turn a pass on size into a fail when one more figure is told', () => {
    const figure = fc.integer({ min: 0, max: 900_000_000_000 })
    fc.assert(
      fc.property(known, figure, (all, amount) => {
        if (outcomes(all).get('sme-size') !== 'pass') return
        if (all.revenueVnd === null)
          expect(outcomes({ ...all, revenueVnd: amount }).get('sme-size')).toBe('pass')
        if (all.capitalVnd === null)
          expect(outcomes({ ...all, capitalVnd: amount }).get('sme-size')).toBe('pass')
      }),
    )
  })

  it('asks every gate when the plan is not known', () => {
    expect(new Set(Object.values(gatePlan('home', null, [])))).toEqual(new Set(['block']))
  })
})
