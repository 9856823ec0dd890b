import { buildModel, type Model } from '@hoicho/shared/booths/allocation/model.ts'
import type { AllocationPolicy } from '@hoicho/shared/booths/allocation/policy.ts'
import { readProblem } from '@hoicho/shared/booths/allocation/problem.ts'
import type { Highs } from 'highs'
import { Search } from './search.ts'

export interface AllocationRequest {
  /** In the format `booth-alloc-1` (docs/ALLOCATION.md). */
  instance: unknown
  policy: AllocationPolicy
  seed: number
  /** Pieces of work; the same number gives the same result. */
  mostSteps: number
}

/** An allocation and its proof. Exhibitors and booths by their place in the instance's lists. */
export interface Allocation {
  booths: Map<number, number[]>
  value: number
  /** No allocation under this policy is worth more. */
  bound: number
  /** Steps done: as many give the same result again. */
  steps: number
  /** Prices of the booths behind the bound. */
  boothPrices: number[]
}

export interface Progress {
  stage: string
  steps: number
  value: number
  bound: number
}

/**
 * The best allocation found within the steps and the seconds left, with the proven bound. Blocks its thread: run it in a
 * worker (run-allocation.ts). Throws `InstanceFault` for an instance that cannot be read.
 */
export function allocate(
  highs: Highs,
  request: AllocationRequest,
  secondsLeft: () => number,
  onStep: (progress: Progress) => void = () => {},
): Allocation {
  const model = buildModel(readProblem(request.instance), request.policy)
  const search = new Search(model, highs, request.seed, secondsLeft)
  let steps = 0
  const pieces = search.steps()
  while (steps < request.mostSteps && secondsLeft() > 0 && !search.isProven) {
    const piece = pieces.next()
    if (piece.done) break
    steps++
    onStep({ stage: piece.value, steps, value: search.best.value, bound: search.bound })
  }
  pieces.return()
  return {
    booths: placesOf(model, search.best.column),
    value: search.best.value,
    bound: search.bound,
    steps,
    boothPrices: [...search.boothPrices],
  }
}

function placesOf(model: Model, columns: Int32Array): Map<number, number[]> {
  const places = new Map(model.pinned)
  for (const [e, c] of columns.entries()) {
    const bundle = c < 0 ? undefined : model.bundles[model.columnBundle[c] as number]
    if (bundle) places.set(e, bundle.booths)
  }
  return new Map([...places].sort(([a], [b]) => a - b))
}
