import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { changesBetween, type SubmittedContent } from '@hoicho/shared/recruitment/changes.ts'
import { mayCorrect, openRemarks } from '@hoicho/shared/recruitment/corrections.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const scalar = fc.oneof(fc.constantFrom('', 'một', 'hai'), fc.boolean(), fc.integer(), fc.constant(null))
const content: fc.Arbitrary<SubmittedContent> = fc.record({
  answers: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), scalar),
  products: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3')).map(ids => ids.map(id => ({ id, nameVi: id }))),
  papers: fc
    .uniqueArray(fc.constantFrom('x1', 'x2', 'y1'))
    .map(ids => ids.map(id => ({ paperCode: id.slice(0, 1), fileId: id, name: id, sha256: id }))),
})

describe('changesBetween', () => {
  it('names what was added, removed and changed', () => {
    const file = (paperCode: string, sha256: string) => ({ paperCode, fileId: sha256, name: sha256, sha256 })
    const before: SubmittedContent = {
      answers: { a: 'cũ', b: '', c: 'bỏ', same: 1 },
      products: [{ id: 'p1', nameVi: 'Gốm' }],
      papers: [file('sheet', 'h1'), file('licence', 'h2')],
    }
    const after: SubmittedContent = {
      answers: { a: 'mới', b: true, c: null, same: 1 },
      products: [],
      papers: [file('sheet', 'h3'), { ...file('licence', 'h2'), fileId: 'sent again' }],
    }
    expect(changesBetween(before, after)).toEqual([
      { what: 'answer', pointer: '/answers/a', kind: 'changed', before: 'cũ', after: 'mới' },
      { what: 'answer', pointer: '/answers/b', kind: 'added', before: '', after: true },
      { what: 'answer', pointer: '/answers/c', kind: 'removed', before: 'bỏ', after: null },
      { what: 'products', pointer: '/products', kind: 'removed', before: before.products, after: [] },
      {
        what: 'paper',
        pointer: '/papers/sheet',
        kind: 'changed',
        before: [file('sheet', 'h1')],
        after: [file('sheet', 'h3')],
      },
    ])
  })

  it('finds nothing between a submission and itself, whatever the order', () => {
    fc.assert(
      fc.property(content, one => {
        const turned = {
          ...one,
          products: one.products.toReversed(),
          papers: one.papers.toReversed(),
        }
        expect(changesBetween(one, turned)).toEqual([])
      }),
    )
  })

  it('reads backwards as it reads forwards', () => {
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
    fc.assert(
      fc.property(content, content, (a, b) => {
        const there = changesBetween(a, b).map(({ pointer, kind }) => ({ pointer, kind }))
        const back = changesBetween(b, a).map(({ pointer, kind }) => ({ pointer, kind: turned[kind] }))
        expect(back).toEqual(there)
      }),
    )
  })
})

describe('a request for correction', () => {
  const goods = { pointer: '/answers/goods', answeredAt: null }
  const words = { vi: 'x', en: '', de: '' }
  const base = { label: words, hint: words, required: true }
  const form: FormDefinition = {
    sections: [
      {
        code: 'one',
        title: words,
        fields: [
          { ...base, code: 'goods', kind: 'text', maxLength: 10 },
          {
            ...base,
            code: 'why',
            kind: 'text',
            maxLength: 10,
            showWhen: { field: 'goods', op: 'is', value: 'x' },
          },
        ],
      },
    ],
    papers: [],
    minProducts: 0,
  }
  it('opens what it names, and everything when it names nothing', () => {
    expect(mayCorrect(form, [goods], '/answers/goods')).toBe(true)
    expect(mayCorrect(form, [goods], '/answers/why')).toBe(true)
    expect(mayCorrect(form, [goods], '/products')).toBe(false)
    expect(mayCorrect(form, [], '/products')).toBe(true)
  })
  it('is done when every remark is', () => {
    expect(openRemarks([goods, { pointer: '/products', answeredAt: 'x' }])).toEqual([
      { pointer: '/answers/goods', code: 'remark-open' },
    ])
  })
})
