import { type DraftContent, mergeDrafts, sameDraft } from '@hoicho/shared/recruitment/merge-drafts.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const answer = fc.oneof(
  fc.constantFrom('', 'một', 'hai', 'ba'),
  fc.boolean(),
  fc.integer({ min: 0, max: 3 }),
  fc.constant(null),
)
const content: fc.Arbitrary<DraftContent> = fc.record({
  answers: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), answer),
  productIds: fc.uniqueArray(fc.constantFrom('p1', 'p2', 'p3')),
})
const blank = (value: unknown) => (value === '' ? null : (value ?? null))

describe('mergeDrafts', () => {
  it('takes each side’s changes, and says where both changed the same', () => {
    const base = { answers: { a: 'cũ', b: 'cũ', c: 'cũ' }, productIds: ['p1', 'p2'] }
    const local = { answers: { a: 'mới', b: 'cũ', c: 'đây' }, productIds: ['p1', 'p2', 'p3'] }
    const server = { answers: { a: 'cũ', b: 'khác', c: 'kia', d: 1 }, productIds: ['p2'] }
    expect(mergeDrafts(base, local, server)).toEqual({
      answers: { a: 'mới', b: 'khác', c: 'đây', d: 1 },
      productIds: ['p2', 'p3'],
      conflicts: ['c'],
    })
  })

  it('never drops what was typed here', () => {
    fc.assert(
      fc.property(content, content, content, (base, local, server) => {
        const { answers, productIds } = mergeDrafts(base, local, server)
        for (const [code, value] of Object.entries(local.answers)) {
          if (blank(value) !== blank(base.answers[code])) expect(answers[code]).toBe(value)
        }
        const added = local.productIds.filter(id => !base.productIds.includes(id))
        expect(productIds).toEqual(expect.arrayContaining(added))
      }),
    )
  })

  it('changes nothing when only one side wrote', () => {
    fc.assert(
      fc.property(content, content, (base, next) => {
        const here = mergeDrafts(base, next, base)
        const there = mergeDrafts(base, base, next)
        expect([here.conflicts, there.conflicts]).toEqual([[], []])
        expect(sameDraft(here, next)).toBe(true)
        expect(sameDraft(there, next)).toBe(true)
      }),
    )
  })

  it('agrees when both wrote the same', () => {
    fc.assert(
      fc.property(content, content, (base, next) => {
        const merged = mergeDrafts(base, next, next)
        expect([sameDraft(merged, next), merged.conflicts]).toEqual([true, []])
      }),
    )
  })
})
