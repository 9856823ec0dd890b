import { z } from 'zod'

/**
 * How many badges an exhibitor's staff may have by booth area. Value of the dated rule `badges.allotment`; the
 * pattern is the one fairs publish: so many up to an area, one more for every started step above, wider steps later.
 */
export const allotmentRule = z.object({
  base: z.int().min(0),
  upToM2: z.number().min(0),
  steps: z.array(z.object({ fromM2: z.number().min(0), everyM2: z.number().positive() })).min(1),
})
export type AllotmentRule = z.infer<typeof allotmentRule>

/**
 * Badges for booths of that area in all.
 * @param areaCm2 0 while no booth is assigned: then the base applies
 */
export function allotment(areaCm2: number, rule: AllotmentRule): number {
  const areaM2 = areaCm2 / 10_000
  const steps = rule.steps.toSorted((a, b) => a.fromM2 - b.fromM2)
  const more = steps.reduce((sum, { fromM2, everyM2 }, at) => {
    const start = Math.max(fromM2, rule.upToM2)
    const end = Math.min(areaM2, steps[at + 1]?.fromM2 ?? areaM2)
    return end > start ? sum + Math.ceil((end - start) / everyM2) : sum
  }, 0)
  return rule.base + more
}
