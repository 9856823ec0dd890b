import type { SparseMatrix } from 'highs'

/** A sparse matrix written vector by vector, in the shape HiGHS reads. */
export class SparseWriter {
  readonly #starts = [0]
  readonly #indices: number[] = []
  readonly #values: number[] = []

  entry(index: number, value: number): void {
    this.#indices.push(index)
    this.#values.push(value)
  }

  end(): void {
    this.#starts.push(this.#indices.length)
  }

  /** `csc`: what was written are columns of `across` rows; `csr`: rows of `across` columns. */
  matrix(format: 'csc' | 'csr', across: number): SparseMatrix {
    const count = this.#starts.length - 1
    const [numRows, numCols] = format === 'csc' ? [across, count] : [count, across]
    return {
      format,
      numRows,
      numCols,
      starts: Int32Array.from(this.#starts),
      indices: Int32Array.from(this.#indices),
      values: Float64Array.from(this.#values),
    }
  }
}
