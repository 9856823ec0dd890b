import { balanceReviewers } from '@hoicho/shared/selection/balance.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const ids = (prefix: string, max: number) =>
  fc.integer({ min: 1, max }).map(count => Array.from({ length: count }, (_, at) => `${prefix}${at}`))

const request = fc.record({
  applicationIds: ids('a', 20),
  reviewerIds: ids('r', 8),
  perApplication: fc.integer({ min: 1, max: 5 }),
})

describe('balanceReviewers', () => {
  it('gives each application its reviewers and nobody more than one above another', () => {
    fc.assert(
      fc.property(request, facts => {
        const pairs = balanceReviewers({ ...facts, existing: [], barred: [] })
        const each = Math.min(facts.perApplication, facts.reviewerIds.length)
        for (const id of facts.applicationIds) {
          const reviewers = pairs.filter(pair => pair.applicationId === id).map(pair => pair.reviewerId)
          expect(new Set(reviewers).size).toBe(each)
          expect(reviewers).toHaveLength(each)
        }
        const loads = facts.reviewerIds.map(id => pairs.filter(pair => pair.reviewerId === id).length)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('respects bars, adds only what is missing, and does not depend on order', () => {
    fc.assert(
      fc.property(
        request,
        fc.array(fc.tuple(fc.nat(19), fc.nat(7), fc.boolean()), { maxLength: 30 }),
        (facts, marks) => {
          const pairs = marks.map(([a, r, isBarred]) => ({
            applicationId: `a${a}`,
            reviewerId: `r${r}`,
            isBarred,
          }))
          const barred = pairs.filter(pair => pair.isBarred)
          const isBarred = (pair: { applicationId: string; reviewerId: string }) =>
            barred.some(bar => bar.applicationId === pair.applicationId && bar.reviewerId === pair.reviewerId)
          const existing = pairs.filter(pair => !pair.isBarred && !isBarred(pair))
          const added = balanceReviewers({ ...facts, existing, barred })
          expect(added.some(isBarred)).toBe(false)
          const again = balanceReviewers({ ...facts, existing: [...existing, ...added], barred })
          expect(again).toEqual([])
          const mixed = balanceReviewers({
            applicationIds: facts.applicationIds.toReversed(),
            reviewerIds: facts.reviewerIds.toReversed(),
            perApplication: facts.perApplication,
            existing: existing.toReversed(),
            barred: barred.toReversed(),
          })
          expect(mixed).toEqual(added)
        },
      ),
    )
  })
})
