import { areNear, bundleOf, bundlesOf, meetsNeeds } from './bundles.ts'
import type { AllocationPolicy } from './policy.ts'
import type { Exhibitor, Problem } from './problem.ts'
import { partnerValue, valueParts, weightOf } from './value.ts'

/**
 * The value of an allocation counted from scratch, and every rule it breaks: in words, for whoever wrote the allocator. It shares
 * nothing with the columns that the allocator chooses from.
 */
export function checkAllocation(
  problem: Problem,
  policy: AllocationPolicy,
  places: ReadonlyMap<number, readonly number[]>,
): { value: number; faults: string[] } {
  const faults: string[] = []
  const owner = new Map<number, number>()
  let value = 0
  for (const [e, exhibitor] of problem.exhibitors.entries()) {
    const booths = places.get(e)
    if (!booths) {
      if (exhibitor.pin) faults.push(`${exhibitor.id} is pinned and has no place`)
      continue
    }
    for (const booth of booths) {
      const other = owner.get(booth)
      if (other !== undefined) faults.push(`booth ${problem.booths[booth]?.id} has two owners`)
      owner.set(booth, e)
    }
    const fault = faultOf(problem, exhibitor, booths)
    if (fault !== null) faults.push(`${exhibitor.id}: ${fault}`)
    const bundle = bundleOf(problem, booths)
    const tier = exhibitor.tierOfZone.get(bundle.zone) ?? 2
    value += valueParts(problem, policy, exhibitor, weightOf(exhibitor, policy), bundle, tier).total
  }
  faults.push(...nearRivals(problem, places))
  return { value: value + togetherValue(problem, policy, places), faults }
}

function faultOf(problem: Problem, exhibitor: Exhibitor, booths: readonly number[]): string | null {
  const key = booths.toSorted((a, b) => a - b).join()
  if (exhibitor.pin) return key === exhibitor.pin.join() ? null : 'moved from its pin'
  const bundle = bundleOf(problem, booths)
  const shapes = bundlesOf(problem, bundle.block, exhibitor.size)
  if (!shapes.some(shape => shape.booths.join() === key)) return `not a bundle of ${exhibitor.size}`
  if (!meetsNeeds(exhibitor, bundle)) return 'needs not met'
  return exhibitor.tierOfZone.has(bundle.zone) ? null : 'zone not allowed'
}

function nearRivals(problem: Problem, places: ReadonlyMap<number, readonly number[]>): string[] {
  return problem.rivals.flatMap(group =>
    group.flatMap((a, i) =>
      group.slice(i + 1).flatMap(b => {
        const [one, other] = [places.get(a), places.get(b)]
        if (!one || !other || !areNear(problem, one, other)) return []
        return [`rivals ${problem.exhibitors[a]?.id} and ${problem.exhibitors[b]?.id} are too near`]
      }),
    ),
  )
}

function togetherValue(
  problem: Problem,
  policy: AllocationPolicy,
  places: ReadonlyMap<number, readonly number[]>,
): number {
  let value = 0
  for (const [a, b] of problem.partners) {
    const [one, other] = [places.get(a), places.get(b)]
    const [p, q] = [problem.exhibitors[a], problem.exhibitors[b]]
    if (!one || !other || !p || !q) continue
    if (bundleOf(problem, one).block !== bundleOf(problem, other).block) continue
    value += partnerValue(weightOf(p, policy), weightOf(q, policy), policy)
  }
  return value
}
