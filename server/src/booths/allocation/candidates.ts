import type { Lagrangian } from './lagrangian.ts'

/** The columns worth trying at today's prices: for each exhibitor its best by regret, and for each booth who wants it. */
export interface Candidates {
  of: Int32Array[]
  wanting: number[][]
}

/** At most `most` columns for each exhibitor, none with more regret than `regret`, best first. */
export function candidatesAt(duals: Lagrangian, most: number, regret: number): Candidates {
  const { columnStart, columnBundle, bundles, exhibitorCount, boothCount } = duals.model
  const of: Int32Array[] = []
  const wanting = Array.from({ length: boothCount }, (): number[] => [])
  const found: number[] = []
  for (let e = 0; e < exhibitorCount; e++) {
    found.length = 0
    for (let c = columnStart[e] as number; c < (columnStart[e + 1] as number); c++) {
      if (duals.regret(c) <= regret) found.push(c)
    }
    found.sort((a, b) => duals.margin(b) - duals.margin(a) || a - b)
    const best = Int32Array.from(found.slice(0, most))
    of.push(best)
    for (const c of best) {
      for (const booth of bundles[columnBundle[c] as number]?.booths ?? []) wanting[booth]?.push(c)
    }
  }
  return { of, wanting }
}
