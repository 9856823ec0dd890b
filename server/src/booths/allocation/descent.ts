import type { Lagrangian } from './lagrangian.ts'

/** Steps with no gain before the factor is cut. */
const PATIENCE = 20
/** How much of the last direction is kept: damps the zigzag of plain subgradients. */
const MEMORY = 0.7

/**
 * Brings L down by deflected subgradient steps of Polyak's length: the price of what is chosen more often than there is rises,
 * the price of what is left over falls.
 */
export class Descent {
  factor = 1
  readonly #duals: Lagrangian
  #fruitless = 0
  #usage: Int32Array
  #direction: Float64Array
  #rowUsage = new Int32Array(256)
  #rowDirection = new Float64Array(256)

  constructor(duals: Lagrangian) {
    this.#duals = duals
    this.#usage = new Int32Array(duals.model.boothCount)
    this.#direction = new Float64Array(duals.model.boothCount)
  }

  /** After a step that did not lower L: true when it is time to go back to the best prices, with a smaller factor. */
  missed(): boolean {
    this.#fruitless++
    if (this.#fruitless <= PATIENCE) return false
    this.#fruitless = 0
    this.factor *= 0.6
    this.#direction.fill(0)
    this.#rowDirection.fill(0)
    return true
  }

  gained(): void {
    this.#fruitless = 0
  }

  /** One step from the duals' present choice; `reach` is how far L lies above the value aimed at. */
  step(reach: number): void {
    this.#count()
    const norm = this.#turn()
    if (norm === 0) return
    const size = (this.factor * reach) / norm
    const { boothPrice, rows } = this.#duals
    for (let b = 0; b < boothPrice.length; b++) {
      const d = this.#direction[b] as number
      if (d !== 0) this.#duals.setBoothPrice(b, (boothPrice[b] as number) + size * d)
    }
    for (let row = 0; row < rows.count; row++) {
      const d = this.#rowDirection[row] as number
      if (d !== 0) rows.setPrice(row, (rows.price[row] as number) + size * d)
    }
  }

  /** The new direction, without what would only run into a limit; answers its squared length. */
  #turn(): number {
    const { boothPrice, rows } = this.#duals
    let norm = 0
    for (let b = 0; b < boothPrice.length; b++) {
      let d = (this.#usage[b] as number) - 1 + MEMORY * (this.#direction[b] as number)
      if (d < 0 && boothPrice[b] === 0) d = 0
      this.#direction[b] = d
      norm += d * d
    }
    for (let row = 0; row < rows.count; row++) {
      const excess = (this.#rowUsage[row] as number) - (rows.limits[row] as number)
      let d = excess + MEMORY * (this.#rowDirection[row] as number)
      const price = rows.price[row] as number
      if ((d < 0 && price === 0) || (d > 0 && price === rows.most[row])) d = 0
      this.#rowDirection[row] = d
      norm += d * d
    }
    return norm
  }

  /** How often each booth and row is used by the present choice. */
  #count(): void {
    const { model, rows, choice } = this.#duals
    if (this.#rowUsage.length < rows.count) {
      this.#rowUsage = new Int32Array(rows.count * 2)
      const directions = new Float64Array(rows.count * 2)
      directions.set(this.#rowDirection)
      this.#rowDirection = directions
    }
    this.#usage.fill(0)
    this.#rowUsage.fill(0)
    for (const c of choice) {
      if (c < 0) continue
      const bundle = model.columnBundle[c] as number
      const end = model.bundleStart[bundle + 1] as number
      for (let i = model.bundleStart[bundle] as number; i < end; i++) {
        const booth = model.bundleBooths[i] as number
        this.#usage[booth] = (this.#usage[booth] as number) + 1
      }
      const own = rows.rowsOf[c] ?? []
      for (let i = 0; i < own.length; i += 2) {
        const row = own[i] as number
        this.#rowUsage[row] = (this.#rowUsage[row] as number) + (own[i + 1] as number)
      }
    }
  }
}
