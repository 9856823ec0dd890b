import type { Model } from '@hoicho/shared/booths/allocation/model.ts'
import { areColumnsNear } from './placement.ts'
import type { SideRows } from './side-rows.ts'

/** Makes the windows that keep rivals apart, when a choice needs them. */
export class Windows {
  readonly #model: Model
  readonly #rows: SideRows
  readonly #known = new Set<string>()

  constructor(rows: SideRows) {
    this.#rows = rows
    this.#model = rows.model
  }

  /** The windows broken by columns that stand together (any number per exhibitor); answers how many were made. */
  separate(columnsOf: (exhibitor: number) => readonly number[]): number {
    const before = this.#rows.count
    for (const [group, members] of this.#model.rivals.entries()) {
      for (const [i, a] of members.entries()) {
        for (const one of columnsOf(a)) {
          for (const b of members.slice(i + 1)) {
            for (const other of columnsOf(b)) {
              if (areColumnsNear(this.#model, one, other)) this.#add(group, one, other)
            }
          }
        }
      }
    }
    return this.#rows.count - before
  }

  #add(group: number, one: number, other: number): void {
    const [hall, x, y] = this.#windowOf(one, other)
    const key = `${group}:${hall}:${x}:${y}`
    if (this.#known.has(key)) return
    this.#known.add(key)
    const touching: number[] = []
    for (const e of this.#model.rivals[group] ?? []) {
      const end = this.#model.columnStart[e + 1] as number
      for (let c = this.#model.columnStart[e] as number; c < end; c++) {
        if (this.#touches(c, hall, x, y)) touching.push(c)
      }
    }
    this.#rows.add('window', touching, Array(touching.length).fill(1), 1)
  }

  #booths(column: number): { hall: number; x: number; y: number }[] {
    const bundle = this.#model.bundles[this.#model.columnBundle[column] as number]
    return (bundle?.booths ?? []).flatMap(at => this.#model.problem.booths[at] ?? [])
  }

  #windowOf(one: number, other: number): [number, number, number] {
    const reach = this.#model.problem.separation
    for (const p of this.#booths(one)) {
      for (const q of this.#booths(other)) {
        if (p.hall !== q.hall || Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y)) > reach) continue
        return [p.hall, Math.min(p.x, q.x), Math.min(p.y, q.y)]
      }
    }
    throw new Error('the columns are not near each other')
  }

  #touches(column: number, hall: number, x: number, y: number): boolean {
    const reach = this.#model.problem.separation
    return this.#booths(column).some(
      booth =>
        booth.hall === hall && booth.x >= x && booth.x <= x + reach && booth.y >= y && booth.y <= y + reach,
    )
  }
}
