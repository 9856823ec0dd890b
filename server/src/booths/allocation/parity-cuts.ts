import type { Random } from '@hoicho/shared/booths/allocation/random.ts'
import type { Lagrangian } from './lagrangian.ts'

const TINY = 1e-6
/** Rows with more slack than this cannot be part of a cut worth having. */
const MOST_SLACK = 0.5
const TRIES = 8

/**
 * Cuts off fractional solutions of the linear program. Take rows Σ a·x ≤ b with whole a and b, add them up and halve: every whole x
 * also satisfies Σ ⌊½ Σa⌋·x ≤ ⌊½ Σb⌋. The cut bites when Σb is odd, the rows are tight and nearly all columns in use appear an
 * even number of times: what the halving loses is ½ (slack of the rows + the value of the columns that appear oddly often),
 * what it gains is ½. So we look for rows with Σb odd that make as much of the value as possible even: linear equations modulo 2,
 * taken in by falling value as long as they agree with each other and with "Σb is odd".
 */
export function parityCuts(
  duals: Lagrangian,
  columns: readonly number[],
  values: Float64Array,
  random: Random,
): number {
  const used = [...columns.keys()].filter(at => (values[at] as number) > TINY)
  const support = used.map(at => ({
    value: values[at] as number,
    rows: rowsOf(duals, columns[at] as number),
  }))
  const slack = slacksOf(duals, support)
  const found = new Map<string, number[]>()
  for (const component of componentsOf(support, slack)) {
    for (let n = 0; n < TRIES; n++) {
      const rows = oddCombination(duals, component, slack, random)
      if (rows) found.set(rows.join(), rows)
    }
  }
  for (const rows of found.values()) addCut(duals, rows)
  return found.size
}

type Member = { value: number; rows: { row: number; weight: number }[] }
type Component = { rows: number[]; members: Member[] }

/** Rows by one number: exhibitors, then booths, then side rows (without splits: their slack is not whole). */
function rowsOf(duals: Lagrangian, c: number): Member['rows'] {
  const { model, rows } = duals
  const found = [{ row: model.columnExhibitor[c] as number, weight: 1 }]
  const bundle = model.columnBundle[c] as number
  for (let i = model.bundleStart[bundle] as number; i < (model.bundleStart[bundle + 1] as number); i++) {
    found.push({ row: model.exhibitorCount + (model.bundleBooths[i] as number), weight: 1 })
  }
  const own = rows.rowsOf[c] ?? []
  for (let i = 0; i < own.length; i += 2) {
    const side = own[i] as number
    if (rows.kinds[side] === 'split') continue
    found.push({ row: model.exhibitorCount + model.boothCount + side, weight: own[i + 1] as number })
  }
  return found
}

function limitOf({ model, rows }: Lagrangian, row: number): number {
  const side = row - model.exhibitorCount - model.boothCount
  return side < 0 ? 1 : (rows.limits[side] as number)
}

function slacksOf(duals: Lagrangian, support: readonly Member[]): Map<number, number> {
  const slack = new Map<number, number>()
  for (const { value, rows } of support) {
    for (const { row, weight } of rows)
      slack.set(row, (slack.get(row) ?? limitOf(duals, row)) - weight * value)
  }
  return slack
}

/** Groups of nearly tight rows and fractional columns that hang together. */
function componentsOf(support: readonly Member[], slack: ReadonlyMap<number, number>): Component[] {
  const parent = new Map<number, number>()
  const rootOf = (row: number): number => {
    let at = row
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  const isTight = (row: number) => (slack.get(row) ?? 1) < MOST_SLACK
  const fractional = support.filter(member => member.value < 1 - TINY)
  for (const { rows } of fractional) {
    const tight = rows.filter(({ row }) => isTight(row))
    for (const { row } of tight) if (!parent.has(row)) parent.set(row, row)
    for (const { row } of tight.slice(1)) parent.set(rootOf(row), rootOf(tight[0]?.row ?? row))
  }
  const components = new Map<number, Component>()
  for (const row of parent.keys()) {
    const root = rootOf(row)
    const component = components.get(root) ?? { rows: [], members: [] }
    component.rows.push(row)
    components.set(root, component)
  }
  for (const member of support) {
    const roots = new Set(member.rows.filter(({ row }) => parent.has(row)).map(({ row }) => rootOf(row)))
    for (const root of roots) components.get(root)?.members.push(member)
  }
  return [...components.values()].filter(component => component.members.length > 2)
}

/** Rows to add up, or null when none found whose cut is broken by more than a little. */
function oddCombination(
  duals: Lagrangian,
  { rows, members }: Component,
  slack: ReadonlyMap<number, number>,
  random: Random,
): number[] | null {
  const bitOf = new Map(rows.map((row, bit) => [row, bit]))
  const system = new ParitySystem(rows.length)
  system.add(
    rows.flatMap((row, bit) => (limitOf(duals, row) % 2 === 1 ? [bit] : [])),
    1,
  )
  const wanted = members.map(({ value, rows: own }) => ({
    bits: own.flatMap(({ row, weight }) => (weight % 2 === 0 ? [] : (bitOf.get(row) ?? []))),
    cost: value,
  }))
  for (const [bit, row] of rows.entries())
    wanted.push({ bits: [bit], cost: Math.max(0, slack.get(row) ?? 0) })
  const ordered = wanted
    .map(want => ({ ...want, key: want.cost > TINY ? want.cost * (0.7 + 0.6 * random()) : -random() }))
    .sort((a, b) => b.key - a.key)
  let lost = 0
  for (const { bits, cost } of ordered) {
    if (!system.add(bits, 0)) lost += cost
    if (lost > 0.9) return null
  }
  const chosen = system.solution()
  const combination = rows.filter((_, bit) => chosen[bit] === 1).sort((a, b) => a - b)
  return combination.length > 2 ? combination : null
}

/** Linear equations modulo 2, kept in echelon form. */
class ParitySystem {
  readonly #words: number
  readonly #size: number
  readonly #pivots: { bit: number; words: Uint32Array }[] = []

  constructor(size: number) {
    this.#size = size
    this.#words = (size >> 5) + 1
  }

  /** Takes in "the sum of these bits is `parity`"; false, and nothing taken in, when that contradicts what is there. */
  add(bits: readonly number[], parity: 0 | 1): boolean {
    const words = new Uint32Array(this.#words + 1)
    for (const bit of bits) words[bit >> 5] = (words[bit >> 5] as number) ^ (1 << (bit & 31))
    words[this.#words] = parity
    for (const pivot of this.#pivots) if (has(words, pivot.bit)) flip(words, pivot.words)
    const bit = this.#firstBit(words)
    if (bit < 0) return words[this.#words] === 0
    for (const pivot of this.#pivots) if (has(pivot.words, bit)) flip(pivot.words, words)
    this.#pivots.push({ bit, words })
    return true
  }

  /** The solution with every free bit 0. */
  solution(): Uint8Array {
    const bits = new Uint8Array(this.#size)
    for (const { bit, words } of this.#pivots) bits[bit] = words[this.#words] as number
    return bits
  }

  #firstBit(words: Uint32Array): number {
    for (let at = 0; at < this.#words; at++) {
      const word = words[at] as number
      if (word !== 0) return at * 32 + (31 - Math.clz32(word & -word))
    }
    return -1
  }
}

const has = (words: Uint32Array, bit: number): boolean =>
  (((words[bit >> 5] as number) >>> (bit & 31)) & 1) === 1

function flip(words: Uint32Array, by: Uint32Array): void {
  for (let at = 0; at < words.length; at++) words[at] = (words[at] as number) ^ (by[at] as number)
}

/** Makes the side row ⌊½ Σ rows⌋ over all columns of the model. */
function addCut(duals: Lagrangian, combination: readonly number[]): void {
  const { model, rows } = duals
  const firstSide = model.exhibitorCount + model.boothCount
  const exhibitor = new Uint8Array(model.exhibitorCount)
  const booth = new Uint8Array(model.boothCount)
  const side = new Map<number, number>()
  let limit = 0
  for (const row of combination) {
    limit += limitOf(duals, row)
    if (row < model.exhibitorCount) exhibitor[row] = 1
    else if (row < firstSide) booth[row - model.exhibitorCount] = 1
    else {
      const columns = rows.columns[row - firstSide] as Int32Array
      const weights = rows.weights[row - firstSide] as Int8Array
      for (const [at, c] of columns.entries()) side.set(c, (side.get(c) ?? 0) + (weights[at] as number))
    }
  }
  const inBundle = model.bundles.map(bundle =>
    bundle.booths.reduce((sum, b) => sum + (booth[b] as number), 0),
  )
  const columns: number[] = []
  const weights: number[] = []
  for (let c = 0; c < model.columnExhibitor.length; c++) {
    const count =
      (exhibitor[model.columnExhibitor[c] as number] as number) +
      (inBundle[model.columnBundle[c] as number] as number) +
      (side.get(c) ?? 0)
    if (count < 2) continue
    columns.push(c)
    weights.push(count >> 1)
  }
  rows.add('cut', columns, weights, limit >> 1)
}
