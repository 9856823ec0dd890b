import type { Highs, Model as LinearProgram, ModelData } from 'highs'
import type { Lagrangian } from './lagrangian.ts'
import { SparseWriter } from './sparse.ts'

const OPTIMAL = 7

/**
 * The linear program over the columns that matter so far, whose duals are the best prices there are. Its rows are exhibitors,
 * booths and side rows, in this order.
 *
 * Left alone, its prices jump about while columns are missing. So two columns per booth hold the price within `reach` of where
 * it was last proven good: one sells a second place in the booth at `centre + reach`, one buys the place at `centre − reach`.
 * While neither is used the program is what it should be.
 */
export class Master {
  /** The model's column behind each column of the program; the first ones are the holders and the splits' slacks. */
  readonly columns: number[] = []
  values: Float64Array = new Float64Array(0)
  readonly #highs: Highs
  readonly #duals: Lagrangian
  readonly #program: LinearProgram
  readonly #place: Int32Array
  readonly #first: number
  #rows: number
  #reach: number
  #centre: Float64Array

  constructor(highs: Highs, duals: Lagrangian, reach: number) {
    const { model, rows } = duals
    this.#highs = highs
    this.#duals = duals
    this.#reach = reach
    this.#centre = duals.boothPrice.slice()
    this.#place = new Int32Array(model.columnValue.length).fill(-1)
    this.#rows = model.exhibitorCount + model.boothCount
    const splits = [...rows.kinds.keys()].filter(row => rows.kinds[row] === 'split')
    this.#first = 2 * model.boothCount + splits.length
    this.#program = highs.createModel(this.#start(splits))
    this.#program.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' })
  }

  has(c: number): boolean {
    return (this.#place[c] as number) >= 0
  }

  /** Takes in columns of the model that are not there yet, and the side rows made since. */
  add(columns: readonly number[]): void {
    this.#addRows()
    const fresh = columns.filter(c => !this.has(c))
    if (fresh.length === 0) return
    const { model, rows } = this.#duals
    const writer = new SparseWriter()
    for (const c of fresh) {
      writer.entry(model.columnExhibitor[c] as number, 1)
      const bundle = model.columnBundle[c] as number
      for (let i = model.bundleStart[bundle] as number; i < (model.bundleStart[bundle + 1] as number); i++) {
        writer.entry(model.exhibitorCount + (model.bundleBooths[i] as number), 1)
      }
      const own = rows.rowsOf[c] ?? []
      for (let i = 0; i < own.length; i += 2) {
        writer.entry(this.#rowAt(own[i] as number), own[i + 1] as number)
      }
      writer.end()
      this.#place[c] = this.columns.push(c) - 1
    }
    this.#program.addCols({
      cost: Float64Array.from(fresh, c => rows.worth(c)),
      lower: new Float64Array(fresh.length),
      upper: new Float64Array(fresh.length).fill(this.#highs.infinity),
      matrix: writer.matrix('csc', this.#rows),
    })
  }

  /** Solves; sets the duals' prices to its own and evaluates. Null when the time ran out. */
  solve(seconds: number): { value: number; bound: number; isHeld: boolean } | null {
    const colValue = this.#run(seconds)
    if (colValue === null) return null
    const { model, rows } = this.#duals
    const { rowDual } = this.#program.getSolution()
    this.values = colValue.slice(this.#first)
    for (let b = 0; b < model.boothCount; b++) {
      this.#duals.setBoothPrice(b, rowDual[model.exhibitorCount + b] ?? 0)
    }
    for (let row = 0; row < rows.count; row++) {
      const at = this.#rowAt(row)
      rows.setPrice(row, at < this.#rows ? (rowDual[at] ?? 0) : 0)
    }
    const isHeld = colValue
      .subarray(0, 2 * model.boothCount)
      .some((used, at) => used > 1e-7 && this.#binds(at))
    const value = this.#program.getObjectiveValue() + model.fixedValue
    return { value, bound: this.#duals.evaluate(), isHeld }
  }

  /** Holds the prices around the duals' present ones from now on. */
  recentre(reach: number): void {
    this.#reach = reach
    this.#centre.set(this.#duals.boothPrice)
    const to = 2 * this.#duals.model.boothCount - 1
    if (to > 0) this.#program.changeColsCost({ kind: 'range', from: 0, to }, this.#holderCosts())
  }

  /** The model's columns in the solution: those nearest to 1 first. */
  inUse(least: number): number[] {
    const used = [...this.columns.keys()].filter(at => (this.values[at] as number) > least)
    used.sort((a, b) => (this.values[b] as number) - (this.values[a] as number) || a - b)
    return used.map(at => this.columns[at] as number)
  }

  dispose(): void {
    this.#program.dispose()
  }

  #run(seconds: number): Float64Array | null {
    this.#program.options.set('time_limit', Math.max(0.01, seconds))
    this.#program.zeroAllClocks()
    this.#program.run()
    return this.#program.getModelStatus() === OPTIMAL ? this.#program.getSolution().colValue : null
  }

  #rowAt(row: number): number {
    return this.#duals.model.exhibitorCount + this.#duals.model.boothCount + row
  }

  /** A place bought back for nothing is only an empty booth. */
  #binds(holder: number): boolean {
    return holder % 2 === 0 || (this.#centre[holder >> 1] as number) > this.#reach
  }

  #holderCosts(): Float64Array {
    const costs = new Float64Array(this.#centre.length * 2)
    for (const [b, price] of this.#centre.entries()) {
      costs[2 * b] = -(price + this.#reach)
      costs[2 * b + 1] = Math.max(0, price - this.#reach)
    }
    return costs
  }

  #start(splits: readonly number[]): ModelData {
    const { model, rows } = this.#duals
    const writer = new SparseWriter()
    for (let b = 0; b < model.boothCount; b++) {
      for (const way of [-1, 1]) {
        writer.entry(model.exhibitorCount + b, way)
        writer.end()
      }
    }
    const numRows = this.#rows + splits.length
    for (const row of splits) {
      writer.entry(this.#rowAt(row), -1)
      writer.end()
    }
    this.#rows = numRows
    const rowUpper = new Float64Array(numRows).fill(1)
    for (const row of splits) rowUpper[this.#rowAt(row)] = 0
    return {
      numCols: this.#first,
      numRows,
      sense: this.#highs.constants.objectiveSense.maximize,
      offset: 0,
      colCost: Float64Array.from([...this.#holderCosts(), ...splits.map(row => -(rows.most[row] ?? 0))]),
      colLower: new Float64Array(this.#first),
      colUpper: new Float64Array(this.#first).fill(this.#highs.infinity),
      rowLower: new Float64Array(numRows).fill(-this.#highs.infinity),
      rowUpper,
      matrix: writer.matrix('csc', numRows),
    }
  }

  #addRows(): void {
    const { rows } = this.#duals
    const from = this.#rows - this.#rowAt(0)
    const count = rows.count - from
    if (count === 0) return
    const writer = new SparseWriter()
    const upper = new Float64Array(count)
    for (let row = from; row < rows.count; row++) {
      const weights = rows.weights[row] as Int8Array
      for (const [at, c] of (rows.columns[row] as Int32Array).entries()) {
        const place = this.#place[c] as number
        if (place >= 0) writer.entry(this.#first + place, weights[at] as number)
      }
      writer.end()
      upper[row - from] = rows.limits[row] as number
    }
    this.#program.addRows({
      lower: new Float64Array(count).fill(-this.#highs.infinity),
      upper,
      matrix: writer.matrix('csr', this.#first + this.columns.length),
    })
    this.#rows += count
  }
}
