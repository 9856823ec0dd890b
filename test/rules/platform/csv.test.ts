import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvText } from '../../../web/src/ui/csv.ts'

it('defuses text that a spreadsheet would run', () => {
  const texts = ['=1+1', '+84912345678', '-2', '@SUM(A1)', '\t=1', '\r=1']
  expect(csvText([texts])).toBe(`'=1+1,'+84912345678,'-2,'@SUM(A1),'\t=1,"'\r=1"\r\n`)
  expect(csvText([[-5, 'Gốm "Chu Đậu", Hải Dương', null, undefined]])).toBe(
    '-5,"Gốm ""Chu Đậu"", Hải Dương",,\r\n',
  )
})

it('never begins a cell of text with a sign that starts a formula, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const cell = csvText([[text]]).slice(0, -2)
      expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
