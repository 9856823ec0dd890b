import { historyOf, type LogEntry } from '@hoicho/shared/recruitment/history.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const entry = (minute: number, action: string, changes: Partial<LogEntry> = {}): LogEntry => ({
  at: new Date(Date.UTC(2019, 6, 1, 8, minute)).toISOString(),
  action,
  actorId: 'owner',
  actorName: 'Lan',
  actorKind: 'person',
  isOwnSide: true,
  after: null,
  ...changes,
})
const save = (minute: number, ...changed: string[]) =>
  entry(minute, 'recruitment.save-draft', { after: { changed } })
const officer = { actorId: 'officer', actorName: 'Bình', isOwnSide: false }

const LOG = [
  entry(0, 'recruitment.apply'),
  save(1, 'goods'),
  entry(2, 'recruitment.change-papers', { after: { changed: ['balanceSheet'] } }),
  save(3, 'goods', 'power'),
  entry(4, 'recruitment.submit', { after: { state: 'submitted' } }),
  entry(5, 'recruitment.request-correction', {
    ...officer,
    after: { note: 'Thiếu dấu', changed: ['goods'] },
  }),
  save(6, 'goods'),
  entry(7, 'recruitment.submit', { after: { state: 'submitted', isAgain: true } }),
  entry(8, 'selection.check', { ...officer, after: { state: 'complete' } }),
]
const read = (reader: 'desk' | 'establishment') =>
  historyOf(LOG, reader).map(line => [line.what, line.who, line.fields.join()])

describe('historyOf', () => {
  it('tells the establishment its visits, and no officer’s name', () => {
    expect(read('establishment')).toEqual([
      ['recruitment.apply', 'Lan', ''],
      ['recruitment.save-draft', 'Lan', 'goods,balanceSheet,power'],
      ['recruitment.submit', 'Lan', ''],
      ['recruitment.request-correction', null, 'goods'],
      ['recruitment.save-draft', 'Lan', 'goods'],
      ['recruitment.submit-again', 'Lan', ''],
    ])
  })

  it('tells the desk nothing written before the submission', () => {
    expect(read('desk')).toEqual([
      ['recruitment.apply', 'Lan', ''],
      ['recruitment.submit', 'Lan', ''],
      ['recruitment.request-correction', 'Bình', 'goods'],
      ['recruitment.save-draft', 'Lan', 'goods'],
      ['recruitment.submit-again', 'Lan', ''],
      ['state.complete', 'Bình', ''],
    ])
  })

  it('parts visits by a pause or another person', () => {
    const lines = (...log: LogEntry[]) => historyOf(log, 'establishment').length
    expect(lines(save(0, 'a'), save(30, 'b'))).toBe(1)
    expect(lines(save(0, 'a'), save(31, 'b'))).toBe(2)
    expect(lines(save(0, 'a'), { ...save(1, 'b'), actorId: 'member' })).toBe(2)
  })

  it('keeps the order of time and every field touched', () => {
    const log = fc.array(fc.tuple(fc.nat(50), fc.constantFrom('a', 'b', 'c')), { maxLength: 20 })
    fc.assert(
      fc.property(log, steps => {
        const lines = historyOf(
          steps.toSorted((a, b) => a[0] - b[0]).map(([minute, code]) => save(minute, code)),
          'establishment',
        )
        expect(lines.map(line => line.at)).toEqual(lines.map(line => line.at).toSorted())
        expect(new Set(lines.flatMap(line => line.fields))).toEqual(new Set(steps.map(step => step[1])))
      }),
    )
  })
})
