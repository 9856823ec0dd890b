import { runAllocation } from '@hoicho/server/booths/allocation/run-allocation.ts'
import { DEFAULT_POLICY } from '@hoicho/shared/booths/allocation/policy.ts'
import { madeUpFair } from '../support/allocation-instances.ts'

const FAIRS = [
  { exhibitors: 50, booths: 60, demand: 0.95, seconds: 5 },
  { exhibitors: 300, booths: 400, demand: 0.95, seconds: 5 },
  { exhibitors: 300, booths: 400, demand: 1.05, seconds: 5 },
  { exhibitors: 1000, booths: 1300, demand: 0.95, seconds: 10 },
]

/** Made-up fairs allocated as `npm run allocate` does: value, proven gap, steps, seconds and the memory of the process at its height. */
export async function allocationTable(): Promise<string> {
  const rows: string[] = []
  for (const { seconds, ...fair } of FAIRS) {
    const instance = madeUpFair({ seed: 7, ...fair })
    const startedAt = Date.now()
    let height = 0
    const request = { instance, policy: DEFAULT_POLICY, seed: 1, mostSteps: 1e9 }
    const { value, bound, steps } = await runAllocation(request, {
      until: startedAt + seconds * 1000,
      workers: 1,
      onProgress: () => {
        height = Math.max(height, process.memoryUsage.rss())
      },
    })
    const gap = ((100 * (bound - value)) / bound).toFixed(3)
    const took = ((Date.now() - startedAt) / 1000).toFixed(1)
    const memory = Math.round(height / 1e6)
    rows.push(
      `| ${fair.exhibitors} / ${fair.booths}, ${Math.round(fair.demand * 100)} % | ${value} | ${gap} % | ${steps} | ${took} of ${seconds} | ${memory} MB |`,
    )
  }
  return [
    '| allocate exhibitors / booths, demand | value | proven gap | steps | seconds | memory |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
