import type { Model } from '@hoicho/shared/booths/allocation/model.ts'

/** Prices are whole multiples of this, so that every sum of values and prices is exact in a double (below 2^33). */
export const PRICE_STEP = 2 ** -20

/** The nearest price on the grid. */
export const onGrid = (price: number): number => Math.round(price / PRICE_STEP) * PRICE_STEP

/**
 * The constraints beside "one per exhibitor" and "one per booth": Σ weight·x ≤ limit, each with a price between 0 and `most`.
 * - a **window** of (separation + 1)² cells of one hall and one group of rivals: at most one of the group's columns may touch
 *   it. Two booths are too near exactly when some window holds both, so the windows together say "keep apart", and far more
 *   strongly than pairs of columns would. There are many; only those that some choice broke are made.
 * - a **split** of a pair of partners (a, b) and a block: the bonus is given to the columns of b there, and of it `price`
 *   is taken back and given to those of a. Both stand there or neither: Σ b − Σ a ≤ 0, and price ≤ bonus.
 * - a **cut**: half the sum of other rows, rounded down (see parity-cuts.ts).
 *
 * `adjusted[c]` is the column's value less the prices of its rows.
 */
export class SideRows {
  readonly model: Model
  readonly adjusted: Float64Array
  readonly columns: Int32Array[] = []
  readonly weights: Int8Array[] = []
  readonly limits: number[] = []
  readonly most: number[] = []
  readonly kinds: ('split' | 'window' | 'cut')[] = []
  price: Float64Array = new Float64Array(256)
  /** For each column, its rows and weights: row, weight, row, weight, … Most columns have none. */
  readonly rowsOf: (number[] | undefined)[]

  constructor(model: Model) {
    this.model = model
    this.adjusted = model.columnValue.slice()
    this.rowsOf = Array.from({ length: model.columnValue.length })
    for (const { a, b, bonus } of model.pairs) this.#addSplits(a, b, bonus)
  }

  get count(): number {
    return this.columns.length
  }

  add(
    kind: 'split' | 'window' | 'cut',
    columns: readonly number[],
    weights: readonly number[],
    limit: number,
    most = Number.POSITIVE_INFINITY,
  ): number {
    const row = this.columns.push(Int32Array.from(columns)) - 1
    this.weights.push(Int8Array.from(weights))
    this.limits.push(limit)
    this.most.push(most)
    this.kinds.push(kind)
    if (row >= this.price.length) {
      const larger = new Float64Array(this.price.length * 2)
      larger.set(this.price)
      this.price = larger
    }
    for (const [at, c] of columns.entries()) {
      const rows = this.rowsOf[c]
      if (rows) rows.push(row, weights[at] ?? 0)
      else this.rowsOf[c] = [row, weights[at] ?? 0]
    }
    return row
  }

  /** Sets a price within its limits and moves the columns' adjusted values with it. */
  setPrice(row: number, wanted: number): void {
    const price = onGrid(Math.min(Math.max(0, wanted), this.most[row] ?? 0))
    const change = price - (this.price[row] ?? 0)
    if (change === 0) return
    this.price[row] = price
    const columns = this.columns[row] as Int32Array
    const weights = this.weights[row] as Int8Array
    for (let i = 0; i < columns.length; i++) {
      const c = columns[i] as number
      this.adjusted[c] = (this.adjusted[c] as number) - change * (weights[i] as number)
    }
  }

  /** What the column is worth before any row is priced: its value and the bonus of splits it may bring home. */
  worth(c: number): number {
    let worth = this.adjusted[c] as number
    const rows = this.rowsOf[c]
    if (rows) {
      for (let i = 0; i < rows.length; i += 2) {
        worth += (this.price[rows[i] as number] as number) * (rows[i + 1] as number)
      }
    }
    return worth
  }

  #addSplits(a: number, b: number, bonus: number): void {
    const [ofA, ofB] = [columnsByBlock(this.model, a), columnsByBlock(this.model, b)]
    for (const [block, columnsA] of ofA) {
      const columnsB = ofB.get(block)
      if (!columnsB || bonus <= 0) continue
      for (const c of columnsB) this.adjusted[c] = (this.adjusted[c] as number) + bonus
      const weights = [...columnsA.map(() => -1), ...columnsB.map(() => 1)]
      this.setPrice(this.add('split', [...columnsA, ...columnsB], weights, 0, bonus), bonus / 2)
    }
  }
}

function columnsByBlock(model: Model, exhibitor: number): Map<number, number[]> {
  const { columnStart, columnBundle, bundleBlock } = model
  const byBlock = new Map<number, number[]>()
  for (let c = columnStart[exhibitor] as number; c < (columnStart[exhibitor + 1] as number); c++) {
    const block = bundleBlock[columnBundle[c] as number] as number
    const columns = byBlock.get(block)
    if (columns) columns.push(c)
    else byBlock.set(block, [c])
  }
  return byBlock
}
