import { readReference } from '@hoicho/db/seed/reference/load.ts'
import { filingRule } from '@hoicho/shared/fairs/deadlines.ts'
import { type DatedRule, ruleOn, ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { addDays } from '@hoicho/shared/platform/dates.ts'
import { describe, expect, it } from 'vitest'

const rule = (key: string, validFrom: string, validTo: string | null, value: unknown): DatedRule => ({
  key,
  value,
  validFrom,
  validTo,
  legalBasis: 'a law',
  source: 'a page',
  confidence: 'S',
})

const rates = [
  rule('rate', '2014-04-04', '2018-05-14', 80),
  rule('rate', '2018-05-15', null, 90),
  rule('other', '2010-01-01', null, 1),
]

describe('ruleOn', () => {
  it.each([
    ['2014-04-03', null],
    ['2014-04-04', 80],
    ['2018-05-14', 80],
    ['2018-05-15', 90],
    ['2099-01-01', 90],
  ])('on %s the rate is %j', (on, value) => {
    expect(ruleOn(rates, 'rate', on)?.value ?? null).toBe(value)
  })

  it('takes the one that began later where two overlap, whatever their order', () => {
    const added = [rule('rate', '2020-01-01', null, 95), ...rates]
    expect(ruleOn(added, 'rate', '2021-01-01')?.value).toBe(95)
    expect(ruleOn(added.toReversed(), 'rate', '2021-01-01')?.value).toBe(95)
  })

  it('knows nothing of an unknown key', () => {
    expect(ruleOn(rates, 'nothing', '2020-01-01')).toBeNull()
  })
})

describe('the rules that are delivered', async () => {
  const { datedRules } = await readReference()
  const nameOn = (on: string) => ruleOn(datedRules, 'agency.industrial-promotion', on)?.value

  it('follow each other without overlap or gap', () => {
    for (const key of new Set(datedRules.map(row => row.key))) {
      const rows = datedRules.filter(row => row.key === key)
      rows.sort((a, b) => a.validFrom.localeCompare(b.validFrom))
      for (const [i, row] of rows.entries()) {
        const next = rows[i + 1]
        expect([row.id, row.validTo]).toEqual([
          row.id,
          next === undefined ? null : addDays(next.validFrom, -1),
        ])
      }
    }
  })

  it('have one row an id, and the id says the key and the day', () => {
    expect(new Set(datedRules.map(row => row.id)).size).toBe(datedRules.length)
    for (const row of datedRules) expect(row.id).toBe(`${row.key}@${row.validFrom}`)
  })

  it('refuse the ATA carnet in June 2019 and allow it in June 2023 for goods that come back', () => {
    expect(ruleOn(datedRules, 'goods.ata', '2019-06-29')?.value).toMatchObject({ isAvailable: false })
    expect(ruleOn(datedRules, 'goods.ata', '2023-06-29')?.value).toMatchObject({
      isAvailable: true,
      purposes: ['display-return'],
    })
  })

  it('name the agency as it was called', () => {
    expect(nameOn('2019-06-29')).toMatchObject({ nameVi: 'Cục Công Thương địa phương' })
    expect(nameOn('2026-01-01')).toMatchObject({
      nameVi: 'Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công',
    })
  })

  it('are read through the schema of the decision', () => {
    const found = ruleValueOn(datedRules, 'fair.filing.abroad', '2019-06-29', filingRule)
    expect(found?.value).toEqual({ earliestDays: 365, latestDays: 45 })
    expect(ruleValueOn(datedRules, 'fair.filing.abroad', '2001-01-01', filingRule)).toBeNull()
    expect(() => ruleValueOn(rates, 'rate', '2020-01-01', filingRule)).toThrow()
  })
})
