import type { Highs, ModelData } from 'highs'
import type { Placement } from './placement.ts'
import type { SideRows } from './side-rows.ts'
import { SparseWriter } from './sparse.ts'
import type { Windows } from './windows.ts'

const OPTIMAL = 7
const TIME_LIMIT = 13

export interface Choice {
  /** The chosen columns; null when none was found. */
  columns: number[] | null
  /** No choice among these columns is worth more; infinite when the search was cut short before it knew any. */
  bound: number
  isOptimal: boolean
  /** The clock cut in: what was found depends on the machine. */
  isCut: boolean
}

export interface Limits {
  nodes: number
  seconds: number
}

/**
 * The best choice among some columns beside an allocation that stays as it is (`base`, without the exhibitors of the columns),
 * by HiGHS' branch and bound. Every column must be free in `base`. Windows that a choice breaks are made and it is solved again.
 */
export function chooseExactly(
  highs: Highs,
  rows: SideRows,
  windows: Windows,
  base: Placement,
  columns: readonly number[],
  start: ReadonlySet<number>,
  limits: Limits,
): Choice {
  let left = limits.seconds
  for (let round = 0; round < 20; round++) {
    const began = performance.now()
    const choice = solve(highs, rows, base, columns, start, { ...limits, seconds: left })
    left -= (performance.now() - began) / 1000
    const chosen = choice.columns ?? []
    const byExhibitor = new Map(chosen.map(c => [rows.model.columnExhibitor[c] as number, [c]]))
    if (windows.separate(e => byExhibitor.get(e) ?? []) === 0) return choice
    if (left <= 0) return { ...choice, columns: null, isOptimal: false, isCut: true }
  }
  return { columns: null, bound: Number.POSITIVE_INFINITY, isOptimal: false, isCut: false }
}

function solve(
  highs: Highs,
  rows: SideRows,
  base: Placement,
  columns: readonly number[],
  start: ReadonlySet<number>,
  limits: Limits,
): Choice {
  if (columns.length === 0) return { columns: [], bound: 0, isOptimal: true, isCut: false }
  return highs.withModel(programOf(highs, rows, base, columns), program => {
    program.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0.99,
      mip_max_nodes: limits.nodes,
      time_limit: Math.max(0.01, limits.seconds),
    })
    const began = columns.flatMap((c, at) => (start.has(c) ? [at] : []))
    if (began.length > 0) {
      program.setSolution({ indices: Int32Array.from(began), values: new Float64Array(began.length).fill(1) })
    }
    program.run()
    const status = program.getModelStatus()
    const isOptimal = status === OPTIMAL
    const hasSolution = program.info.get('primal_solution_status') === 2
    const colValue = hasSolution ? program.getSolution().colValue : []
    const known = Number(program.info.get('mip_dual_bound'))
    return {
      columns: hasSolution ? columns.filter((_, at) => (colValue[at] ?? 0) > 0.5) : null,
      bound: Number.isFinite(known) ? known : Number.POSITIVE_INFINITY,
      isOptimal,
      isCut: status === TIME_LIMIT,
    }
  })
}

function programOf(highs: Highs, rows: SideRows, base: Placement, columns: readonly number[]): ModelData {
  const { model } = rows
  const lines = new Lines()
  const writer = new SparseWriter()
  const costs: number[] = []
  for (const c of columns) {
    const e = model.columnExhibitor[c] as number
    const bundle = model.columnBundle[c] as number
    writer.entry(lines.of(`e${e}`, 1), 1)
    for (let i = model.bundleStart[bundle] as number; i < (model.bundleStart[bundle + 1] as number); i++) {
      writer.entry(lines.of(`b${model.bundleBooths[i]}`, 1), 1)
    }
    const own = rows.rowsOf[c] ?? []
    for (let i = 0; i < own.length; i += 2) {
      const row = own[i] as number
      // A cut counts exhibitors who stay where they are too, so it only holds when nobody does.
      if (rows.kinds[row] !== 'window') continue
      writer.entry(lines.of(`w${row}`, rows.limits[row] as number), own[i + 1] as number)
    }
    const block = model.bundleBlock[bundle]
    for (const pair of base.links.pairsOf[e] ?? []) {
      const { a, b } = model.pairs[pair] ?? { a: -1, b: -1 }
      if ((base.column[a] as number) < 0 && (base.column[b] as number) < 0) {
        writer.entry(lines.of(`p${pair}:${block}:${e}`, 0), -1)
      }
    }
    writer.end()
    costs.push(base.gain(c))
  }
  // Both partners in the block, or no bonus.
  for (const key of lines.keys()) {
    const [, pair, block, e] = /^p(\d+):(\d+):(\d+)$/.exec(key) ?? []
    const both = model.pairs[Number(pair ?? -1)]
    if (!both || Number(e) !== both.a) continue
    const other = lines.find(`p${pair}:${block}:${both.b}`)
    if (other === undefined) continue
    writer.entry(lines.of(key, 0), 1)
    writer.entry(other, 1)
    writer.end()
    costs.push(both.bonus)
  }
  const numCols = costs.length
  const whole = new Int32Array(numCols).fill(highs.constants.variableType.continuous)
  whole.fill(highs.constants.variableType.integer, 0, columns.length)
  return {
    numCols,
    numRows: lines.limits.length,
    sense: highs.constants.objectiveSense.maximize,
    offset: 0,
    colCost: Float64Array.from(costs),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: new Float64Array(lines.limits.length).fill(-highs.infinity),
    rowUpper: Float64Array.from(lines.limits),
    integrality: whole,
    matrix: writer.matrix('csc', lines.limits.length),
  }
}

/** Rows numbered as they come up. */
class Lines {
  readonly limits: number[] = []
  readonly #places = new Map<string, number>()

  of(key: string, limit: number): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    const at = this.limits.push(limit) - 1
    this.#places.set(key, at)
    return at
  }

  find(key: string): number | undefined {
    return this.#places.get(key)
  }

  keys(): string[] {
    return [...this.#places.keys()]
  }
}
