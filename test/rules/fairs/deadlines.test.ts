import { readReference } from '@hoicho/db/seed/reference/load.ts'
import {
  answerDueOn,
  changeLatestOn,
  filingRule,
  filingStatus,
  filingWindow,
  reportLatestOn,
} from '@hoicho/shared/fairs/deadlines.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { describe, expect, it } from 'vitest'

describe('filing', async () => {
  const { datedRules } = await readReference()
  const windowOf = (kind: 'home' | 'abroad', opensOn: string) => {
    const rule = ruleValueOn(datedRules, `fair.filing.${kind}`, opensOn, filingRule)
    return rule === null ? null : filingWindow(opensOn, rule.value)
  }

  it('closes 30 days before a home fair and 45 before one abroad', () => {
    expect(windowOf('home', '2026-12-15')).toEqual({ earliestOn: '2025-12-15', latestOn: '2026-11-15' })
    expect(windowOf('abroad', '2019-06-29')).toEqual({ earliestOn: '2018-06-29', latestOn: '2019-05-15' })
  })

  it('moves with the opening day', () => {
    expect(windowOf('home', '2026-12-16')?.latestOn).toBe('2026-11-16')
  })

  it.each([
    ['2025-12-14', 'too-early', 336],
    ['2025-12-15', 'open', 335],
    ['2026-11-15', 'open', 0],
    ['2026-11-16', 'too-late', -1],
  ])('on %s it is %s', (on, state, daysLeft) => {
    const window = filingWindow('2026-12-15', { earliestDays: 365, latestDays: 30 })
    expect(filingStatus(window, on)).toEqual({ state, daysLeft })
  })
})

it('counts changes back from the opening and reports on from the closing', () => {
  expect(changeLatestOn('2026-12-15', { days: 30 })).toBe('2026-11-15')
  expect(reportLatestOn('2019-07-01', { days: 30 })).toBe('2019-07-31')
})

describe('answerDueOn', () => {
  const none = { holidays: new Set<string>(), workedWeekends: new Set<string>() }

  it('skips weekends', () => {
    expect(answerDueOn('2026-11-13', { workingDays: 7 }, none)).toBe('2026-11-24')
    expect(answerDueOn('2026-11-14', { workingDays: 1 }, none)).toBe('2026-11-16')
    expect(answerDueOn('2026-11-13', { workingDays: 0 }, none)).toBe('2026-11-13')
  })

  it('skips holidays and counts a Saturday worked instead', () => {
    const calendar = { holidays: new Set(['2026-11-16']), workedWeekends: new Set(['2026-11-14']) }
    expect(answerDueOn('2026-11-13', { workingDays: 1 }, calendar)).toBe('2026-11-14')
    expect(answerDueOn('2026-11-13', { workingDays: 2 }, calendar)).toBe('2026-11-17')
  })
})
