import type { Model } from '@hoicho/shared/booths/allocation/model.ts'
import { onGrid, SideRows } from './side-rows.ts'

/**
 * The Lagrangian bound. Give every booth a price π ≥ 0 and every side row a price μ within its limits; then
 *
 *   L(π, μ) = fixed + Σ π + Σ μ·limit + Σ over exhibitors of max(0, max over its columns of worth − its booths' π − its rows' μ)
 *
 * is at least the value of every allowed allocation: what an allocation uses costs at most what there is to buy, and no exhibitor
 * does better than with its own best column. All prices lie on a grid of 2^-20 and values are whole, so L is computed without any
 * rounding, and the largest whole number not above it is a bound too.
 */
export class Lagrangian {
  readonly model: Model
  readonly rows: SideRows
  readonly boothPrice: Float64Array
  readonly bundlePrice: Float64Array
  /** The best column of each exhibitor at today's prices, -1 for none, and what it leaves above them. */
  readonly choice: Int32Array
  readonly profit: Float64Array

  constructor(model: Model) {
    this.model = model
    this.rows = new SideRows(model)
    this.boothPrice = new Float64Array(model.boothCount)
    this.bundlePrice = new Float64Array(model.bundles.length)
    this.choice = new Int32Array(model.exhibitorCount)
    this.profit = new Float64Array(model.exhibitorCount)
  }

  /** Chooses for every exhibitor at today's prices; answers L. */
  evaluate(): number {
    this.#priceBundles()
    const { columnStart, columnBundle, exhibitorCount } = this.model
    const { adjusted } = this.rows
    const { bundlePrice, choice, profit } = this
    let sum = this.model.fixedValue
    for (let e = 0; e < exhibitorCount; e++) {
      let best = 0
      let at = -1
      const end = columnStart[e + 1] as number
      for (let c = columnStart[e] as number; c < end; c++) {
        const left = (adjusted[c] as number) - (bundlePrice[columnBundle[c] as number] as number)
        if (left > best) {
          best = left
          at = c
        }
      }
      choice[e] = at
      profit[e] = best
      sum += best
    }
    for (const price of this.boothPrice) sum += price
    for (let row = 0; row < this.rows.count; row++) {
      sum += (this.rows.price[row] as number) * (this.rows.limits[row] as number)
    }
    return sum
  }

  /** What a column leaves above today's prices. */
  margin(c: number): number {
    return (
      (this.rows.adjusted[c] as number) - (this.bundlePrice[this.model.columnBundle[c] as number] as number)
    )
  }

  /** How much worse than the exhibitor's best a column is; no allocation with it is worth more than L less this. */
  regret(c: number): number {
    return (this.profit[this.model.columnExhibitor[c] as number] as number) - this.margin(c)
  }

  setBoothPrice(booth: number, wanted: number): void {
    this.boothPrice[booth] = wanted > 0 ? onGrid(wanted) : 0
  }

  prices(): Prices {
    return { booths: this.boothPrice.slice(), rows: this.rows.price.slice(0, this.rows.count) }
  }

  /** Goes back to earlier prices; rows made since cost nothing. */
  setPrices(prices: Prices): void {
    this.boothPrice.set(prices.booths)
    for (let row = 0; row < this.rows.count; row++) this.rows.setPrice(row, prices.rows[row] ?? 0)
  }

  #priceBundles(): void {
    const { bundleStart, bundleBooths } = this.model
    for (let b = 0; b < this.bundlePrice.length; b++) {
      let price = 0
      const end = bundleStart[b + 1] as number
      for (let i = bundleStart[b] as number; i < end; i++) {
        price += this.boothPrice[bundleBooths[i] as number] as number
      }
      this.bundlePrice[b] = price
    }
  }
}

export interface Prices {
  booths: Float64Array
  rows: Float64Array
}
