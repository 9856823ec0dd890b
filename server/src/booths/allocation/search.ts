import type { Model } from '@hoicho/shared/booths/allocation/model.ts'
import { type Random, randomFrom } from '@hoicho/shared/booths/allocation/random.ts'
import type { Highs } from 'highs'
import { type Candidates, candidatesAt } from './candidates.ts'
import { Descent } from './descent.ts'
import { chooseExactly } from './exact-choice.ts'
import { placeByPrices } from './greedy.ts'
import { Lagrangian, type Prices } from './lagrangian.ts'
import { LocalSearch } from './local-search.ts'
import { Master } from './master.ts'
import { Neighbourhoods } from './neighbourhood.ts'
import { parityCuts } from './parity-cuts.ts'
import { linksOf, Placement } from './placement.ts'
import { Windows } from './windows.ts'

const DESCENT_BATCHES = 16
const DESCENT_BATCH = 50
/** The linear program starts with the columns of less regret than this, and takes in more as its prices call for them. */
const FIRST_REGRET = 8
const FRESH_REGRET = 0.5
/** How far prices may move in one round of the linear program. */
const REACH = 15
const MOST_ROUNDS = 80
const MOST_CUT_ROUNDS = 8
/** Columns per exhibitor that the searches try, and their most regret. */
const TRIED = 24
const TRIED_REGRET = 60
/** Up to this size, branch and bound over everyone's best columns follows the first few neighbourhoods. */
const MOST_FOR_CORE = 600
const CORE_COLUMNS = [1200, 2000]
const FIRST_NEIGHBOURHOODS = 30
const CORE_NODES = 200
const CORE_AFTER = 11
const FIRST_SIZE = 40
const NEIGHBOUR_COLUMNS = 1200
/** A whole problem with no more columns than this is left to branch and bound. */
const MOST_TO_CLOSE = 5000
/** With no more than this, at once. */
const FEW_TO_CLOSE = 1000
/** HiGHS works in floating point: its bounds are taken to be off by up to this before they are rounded down. */
const SAFETY = 0.01

/**
 * The search for the best allocation and for a proof of how good it is, one piece of work at a time (docs/ALLOCATION.md). A piece
 * depends on the model, the seed and the pieces before, never on the clock; one that the clock cuts short leaves no trace. So the
 * same number of steps gives the same result anywhere.
 */
export class Search {
  readonly best: Placement
  /** No allocation is worth more. Whole. */
  bound = Number.POSITIVE_INFINITY
  readonly #model: Model
  readonly #highs: Highs
  readonly #secondsLeft: () => number
  readonly #duals: Lagrangian
  readonly #windows: Windows
  readonly #trial: Placement
  readonly #random: Random
  #lowest = Number.POSITIVE_INFINITY
  #prices: Prices
  #candidates: Candidates | null = null

  constructor(model: Model, highs: Highs, seed: number, secondsLeft: () => number) {
    this.#model = model
    this.#highs = highs
    this.#secondsLeft = secondsLeft
    this.#duals = new Lagrangian(model)
    this.#windows = new Windows(this.#duals.rows)
    const links = linksOf(model)
    this.#trial = new Placement(model, links)
    this.best = new Placement(model, links)
    this.#random = randomFrom(seed)
    this.#prices = this.#duals.prices()
  }

  get isProven(): boolean {
    return this.bound <= this.best.value
  }

  /** The prices of the booths behind the bound. */
  get boothPrices(): Float64Array {
    return this.#prices.booths
  }

  *steps(): Generator<string, void> {
    if (this.#model.columnValue.length === 0) {
      this.bound = this.#model.fixedValue
      return
    }
    yield* this.#descend()
    const master = new Master(this.#highs, this.#duals, REACH)
    try {
      if (!(yield* this.#solveProgram(master, 0))) return
      // Better allocations before better bounds: the first gain much more at this point.
      if (!(yield* this.#explore(FIRST_NEIGHBOURHOODS))) return
      if (!(yield* this.#solveProgram(master, MOST_CUT_ROUNDS))) return
    } finally {
      master.dispose()
    }
    yield* this.#explore(Number.POSITIVE_INFINITY)
  }

  *#descend(): Generator<string, void> {
    const descent = new Descent(this.#duals)
    for (let batch = 0; batch < DESCENT_BATCHES; batch++) {
      for (let n = 0; n < DESCENT_BATCH; n++) {
        const value = this.#duals.evaluate()
        this.#windows.separate(e => {
          const c = this.#duals.choice[e] as number
          return c < 0 ? [] : [c]
        })
        if (this.#lower(value)) {
          descent.gained()
          if (n % 10 === 0) this.#offer([])
        } else if (descent.missed()) this.#goBack()
        descent.step(value - this.best.value)
      }
      if (batch === DESCENT_BATCHES - 1) this.#goBack()
      yield 'prices'
    }
  }

  /** The linear program to its optimum over all columns, then cuts while they bring the bound down. False when the clock cut in. */
  *#solveProgram(master: Master, mostCuts: number): Generator<string, boolean> {
    master.add(this.#fresh(master, FIRST_REGRET))
    master.add([...this.best.column].filter(c => c >= 0))
    let before = Number.POSITIVE_INFINITY
    let cuts = 0
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const solved = master.solve(this.#secondsLeft())
      if (solved === null) {
        this.#goBack()
        return false
      }
      if (this.#lower(solved.bound)) master.recentre(REACH)
      const fresh = this.#fresh(master, FRESH_REGRET)
      const isBroken = this.#separate(master) > 0
      this.#offer(master.inUse(0.01))
      if (solved.bound - this.best.value < this.best.value * 0.02) this.#polish()
      const isDone = !isBroken && !solved.isHeld && solved.bound - solved.value < 0.5
      if (isDone) {
        const isSlow = before - solved.value < 0.02 * (solved.value - this.best.value)
        before = solved.value
        const isOver = cuts++ >= mostCuts || isSlow
        if (isOver || parityCuts(this.#duals, master.columns, master.values, this.#random) === 0) break
      }
      master.add(fresh)
      yield 'program'
    }
    this.#goBack()
    yield 'program'
    return true
  }

  /** So many exact neighbourhoods, wider when they stop paying; and the whole, once little is left. False when the clock cut in. */
  *#explore(most: number): Generator<string, boolean> {
    const candidates = this.#tried()
    const neighbourhoods = new Neighbourhoods(this.#duals, candidates, this.#random)
    if (this.#close(FEW_TO_CLOSE)) return false
    if (this.isProven) return true
    let size = FIRST_SIZE
    let fruitless = 0
    let gapTried = Number.POSITIVE_INFINITY
    for (let n = 0; n < most; n++) {
      const before = this.best.value
      if (this.#improve(neighbourhoods.next(this.best, size), candidates, NEIGHBOUR_COLUMNS, 50)) return false
      fruitless = this.best.value > before ? 0 : fruitless + 1
      if (fruitless > 0 && fruitless % 12 === 0) size = Math.min(160, Math.round(size * 1.4))
      yield 'neighbourhood'
      if (n === CORE_AFTER && !(yield* this.#exploreCore(candidates))) return false
      const gap = this.#lowest - this.best.value
      if (fruitless < 10 || gap >= gapTried * 0.7) continue
      gapTried = gap
      if (this.#close(MOST_TO_CLOSE)) return false
      yield 'whole'
    }
    return true
  }

  /** Everyone anew over their best columns, where the fair is not too large for that. False when the clock cut in. */
  *#exploreCore(candidates: Candidates): Generator<string, boolean> {
    if (this.#model.exhibitorCount > MOST_FOR_CORE) return true
    const everyone = new Set(this.best.column.keys())
    for (const columns of CORE_COLUMNS) {
      if (this.#improve(everyone, candidates, columns, CORE_NODES)) return false
      yield 'core'
    }
    return true
  }

  /** Places the members of a neighbourhood anew, in the best way among their columns of least regret. True when the clock cut in. */
  #improve(
    members: ReadonlySet<number>,
    candidates: Candidates,
    mostColumns: number,
    nodes: number,
  ): boolean {
    const gap = this.#lowest - this.best.value
    this.#trial.copyFrom(this.best)
    for (const e of members) this.#trial.remove(e)
    const own: number[] = []
    const others: number[] = []
    for (const e of members) {
      const column = this.best.column[e] as number
      if (column >= 0) own.push(column)
      for (const c of candidates.of[e] ?? []) {
        if (c !== column && this.#duals.regret(c) < gap && this.#trial.isFree(c)) others.push(c)
      }
    }
    others.sort((a, b) => this.#duals.regret(a) - this.#duals.regret(b) || a - b)
    const columns = [...own, ...others.slice(0, Math.max(0, mostColumns - own.length))]
    const choice = this.#choose(columns, new Set(own), nodes)
    if (choice.isCut) return true
    for (const c of choice.columns ?? []) this.#trial.place(c)
    if (this.#trial.value > this.best.value) this.best.copyFrom(this.#trial)
    return false
  }

  /**
   * Branch and bound over every column with which an allocation could still be worth more than the best: no allocation with a
   * column of regret r is worth more than L − r. True when the clock cut in.
   */
  #close(most: number): boolean {
    const gap = this.#lowest - this.best.value
    const columns: number[] = []
    for (let c = 0; c < this.#model.columnValue.length; c++) {
      const isOwn = this.best.column[this.#model.columnExhibitor[c] as number] === c
      if (isOwn || this.#duals.regret(c) <= gap) columns.push(c)
    }
    if (columns.length > most) return false
    this.#trial.clear()
    const start = new Set([...this.best.column].filter(c => c >= 0))
    const choice = this.#choose(columns, start, 5000)
    if (choice.isCut) return true
    for (const c of choice.columns ?? []) this.#trial.place(c)
    if (this.#trial.value > this.best.value) this.best.copyFrom(this.#trial)
    const known = Math.floor(choice.bound + this.#model.fixedValue + SAFETY)
    this.bound = Math.max(this.best.value, Math.min(this.bound, known))
    return false
  }

  #choose(columns: readonly number[], start: ReadonlySet<number>, nodes: number) {
    const limits = { nodes, seconds: this.#secondsLeft() }
    return chooseExactly(this.#highs, this.#duals.rows, this.#windows, this.#trial, columns, start, limits)
  }

  /** Notes a bound at today's prices; true when it is the lowest so far. */
  #lower(bound: number): boolean {
    if (bound >= this.#lowest) return false
    this.#lowest = bound
    this.bound = Math.min(this.bound, Math.floor(bound))
    this.#prices = this.#duals.prices()
    this.#candidates = null
    return true
  }

  #goBack(): void {
    this.#duals.setPrices(this.#prices)
    this.#duals.evaluate()
  }

  /** A greedy allocation at today's prices. */
  #offer(first: Iterable<number>): void {
    placeByPrices(this.#duals, this.#trial, first)
    if (this.#trial.value > this.best.value) this.best.copyFrom(this.#trial)
  }

  /** Local search on the allocation just offered, at the best prices. */
  #polish(): void {
    const now = this.#duals.prices()
    this.#goBack()
    const search = new LocalSearch(this.#duals, this.#trial, this.#tried())
    while (search.pass() > 0);
    if (this.#trial.value > this.best.value) this.best.copyFrom(this.#trial)
    this.#duals.setPrices(now)
    this.#duals.evaluate()
  }

  /** The candidates at the best prices, which must be today's. */
  #tried(): Candidates {
    this.#candidates ??= candidatesAt(this.#duals, TRIED, TRIED_REGRET)
    return this.#candidates
  }

  #separate(master: Master): number {
    const byExhibitor = new Map<number, number[]>()
    for (const c of master.inUse(1e-6)) {
      const e = this.#model.columnExhibitor[c] as number
      const columns = byExhibitor.get(e)
      if (columns) columns.push(c)
      else byExhibitor.set(e, [c])
    }
    return this.#windows.separate(e => byExhibitor.get(e) ?? [])
  }

  /** Columns that the program lacks and today's prices call for. */
  #fresh(master: Master, regret: number): number[] {
    const columns: number[] = []
    for (let c = 0; c < this.#model.columnValue.length; c++) {
      if (!master.has(c) && this.#duals.regret(c) < regret && this.#duals.margin(c) > -regret) columns.push(c)
    }
    return columns
  }
}
