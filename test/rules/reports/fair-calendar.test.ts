import { readFileSync } from 'node:fs'
import type { DatedRule } from '@hoicho/shared/platform/dated-rules.ts'
import {
  type FairDates,
  fairDeadlines,
  fairPhase,
  nextDeadline,
} from '@hoicho/shared/reports/fair-calendar.ts'
import { describe, expect, it } from 'vitest'

const file = new URL('../../../db/seed/reference/dated-rules.json', import.meta.url)
const rules = (JSON.parse(readFileSync(file, 'utf8')) as { rows: DatedRule[] }).rows

const frankfurt: FairDates = {
  kind: 'abroad',
  state: 'published',
  opensOn: '2019-06-29',
  closesOn: '2019-07-01',
  timeZone: 'Europe/Berlin',
  ruleSetOn: '2018-12-01',
  registrationOpensAt: '2019-01-10T00:00:00.000Z',
  registrationClosesAt: '2019-03-31T10:00:00.000Z',
}

describe('fairDeadlines', () => {
  it('counts 45 days before a fair abroad, 30 before one at home, and 30 after it for the report', () => {
    const days = fairDeadlines(frankfurt, rules, '2019-06-28').map(one => [one.code, one.on, one.daysLeft])
    expect(days).toEqual([
      ['registration-closes', '2019-03-31', -89],
      ['filing-latest', '2019-05-15', -44],
      ['change-latest', '2019-05-30', -29],
      ['fair-opens', '2019-06-29', 1],
      ['fair-closes', '2019-07-01', 3],
      ['report-due', '2019-07-31', 33],
    ])
    const home = fairDeadlines({ ...frankfurt, kind: 'home' }, rules, '2019-06-28')
    expect(home.find(one => one.code === 'filing-latest')?.on).toBe('2019-05-30')
  })

  it('leaves out what no rule set on that day', () => {
    const codes = fairDeadlines({ ...frankfurt, ruleSetOn: '2010-01-01' }, rules, '2010-01-01').map(
      one => one.code,
    )
    expect(codes).toEqual(['registration-closes', 'fair-opens', 'fair-closes'])
  })

  it('names the next one, today included', () => {
    expect(nextDeadline(fairDeadlines(frankfurt, rules, '2019-06-29'))?.code).toBe('fair-opens')
    expect(nextDeadline(fairDeadlines(frankfurt, rules, '2020-01-01'))).toBeNull()
  })
})

describe('fairPhase', () => {
  const at = (now: string, changes: Partial<FairDates> = {}) =>
    fairPhase({ ...frankfurt, ...changes }, now, '2019-07-31')

  it('follows the clock of the place', () => {
    expect(at('2019-01-01T00:00:00.000Z')).toBe('announced')
    expect(at('2019-02-01T00:00:00.000Z')).toBe('call')
    expect(at('2019-03-31T10:00:00.000Z')).toBe('selection')
    expect(at('2019-06-28T21:59:00.000Z')).toBe('selection')
    expect(at('2019-06-28T22:00:00.000Z')).toBe('running')
    expect(at('2019-07-01T22:00:00.000Z')).toBe('results')
    expect(at('2019-08-01T00:00:00.000Z')).toBe('over')
  })

  it('knows what is not on', () => {
    expect(at('2019-06-30T00:00:00.000Z', { state: 'draft' })).toBe('setup')
    expect(at('2019-06-30T00:00:00.000Z', { state: 'cancelled' })).toBe('cancelled')
  })
})
