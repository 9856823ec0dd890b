/** One measured thing: `run` once is one operation. Beside it stands its floor, measured in the same rounds. */
export type Case = { name: string; floor: string; run(): Promise<unknown>; runFloor(): Promise<unknown> }

export type Result = {
  name: string
  floor: string
  p50: number
  p95: number
  floorP50: number
  floorP95: number
}

/** Runs the case and its floor by turns, so that a noisy minute falls on both. Times in milliseconds. */
export async function measure(subject: Case, rounds = 300, warmUp = 30): Promise<Result> {
  for (let n = 0; n < warmUp; n++) {
    await subject.run()
    await subject.runFloor()
  }
  const times: number[] = []
  const floorTimes: number[] = []
  for (let n = 0; n < rounds; n++) {
    times.push(await timed(subject.run))
    floorTimes.push(await timed(subject.runFloor))
  }
  return {
    name: subject.name,
    floor: subject.floor,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    floorP50: quantile(floorTimes, 0.5),
    floorP95: quantile(floorTimes, 0.95),
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

/** A Markdown table: what, times, the floor's times, and how many times the floor the median is. */
export function toTable(results: readonly Result[]): string {
  const ms = (value: number) => value.toFixed(2)
  const rows = results.map(
    ({ name, floor, p50, p95, floorP50, floorP95 }) =>
      `| ${name} | ${ms(p50)} / ${ms(p95)} | ${floor} | ${ms(floorP50)} / ${ms(floorP95)} | ${(p50 / floorP50).toFixed(1)} |`,
  )
  return [
    '| what | p50 / p95 ms | floor | p50 / p95 ms | times the floor |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
