import { areNear } from '@hoicho/shared/booths/allocation/bundles.ts'
import type { Model } from '@hoicho/shared/booths/allocation/model.ts'

/** Which column each exhibitor has (-1 for none), kept free of conflicts by whoever places. `value` counts all of it. */
export class Placement {
  readonly column: Int32Array
  readonly owner: Int32Array
  value: number
  readonly model: Model
  readonly links: Links

  constructor(model: Model, links: Links) {
    this.model = model
    this.links = links
    this.column = new Int32Array(model.exhibitorCount).fill(-1)
    this.owner = new Int32Array(model.boothCount).fill(-1)
    this.value = model.fixedValue
  }

  copyFrom(other: Placement): void {
    this.column.set(other.column)
    this.owner.set(other.owner)
    this.value = other.value
  }

  clear(): void {
    this.column.fill(-1)
    this.owner.fill(-1)
    this.value = this.model.fixedValue
  }

  /** True when every booth of the column is nobody's and no rival stands near. */
  isFree(c: number): boolean {
    const { columnBundle, bundleStart, bundleBooths, columnExhibitor } = this.model
    const bundle = columnBundle[c] as number
    const end = bundleStart[bundle + 1] as number
    for (let i = bundleStart[bundle] as number; i < end; i++) {
      if ((this.owner[bundleBooths[i] as number] as number) >= 0) return false
    }
    const rivals = this.links.rivalsOf[columnExhibitor[c] as number]
    return rivals === undefined || !rivals.some(rival => this.#isNear(rival, c))
  }

  /** Who would have to leave for the column: owners of its booths and rivals too near. */
  inTheWay(c: number, found: number[] = []): number[] {
    const { columnBundle, bundleStart, bundleBooths, columnExhibitor } = this.model
    const e = columnExhibitor[c] as number
    const bundle = columnBundle[c] as number
    found.length = 0
    for (let i = bundleStart[bundle] as number; i < (bundleStart[bundle + 1] as number); i++) {
      const owner = this.owner[bundleBooths[i] as number] as number
      if (owner >= 0 && owner !== e && !found.includes(owner)) found.push(owner)
    }
    const rivals = this.links.rivalsOf[e]
    if (rivals) for (const r of rivals) if (!found.includes(r) && this.#isNear(r, c)) found.push(r)
    return found
  }

  /** What the column adds as things stand: its value and the bonus of partners already in its block. */
  gain(c: number): number {
    const { columnValue, columnExhibitor, columnBundle, bundleBlock } = this.model
    let gain = columnValue[c] as number
    const partners = this.links.partnersOf[columnExhibitor[c] as number]
    if (partners) {
      const block = bundleBlock[columnBundle[c] as number]
      for (const { other, bonus } of partners) {
        const theirs = this.column[other] as number
        if (theirs >= 0 && bundleBlock[columnBundle[theirs] as number] === block) gain += bonus
      }
    }
    return gain
  }

  place(c: number): void {
    this.value += this.gain(c)
    const e = this.model.columnExhibitor[c] as number
    this.column[e] = c
    this.#own(c, e)
  }

  remove(e: number): void {
    const c = this.column[e] as number
    if (c < 0) return
    this.column[e] = -1
    this.value -= this.gain(c)
    this.#own(c, -1)
  }

  #own(c: number, owner: number): void {
    const { columnBundle, bundleStart, bundleBooths } = this.model
    const bundle = columnBundle[c] as number
    const end = bundleStart[bundle + 1] as number
    for (let i = bundleStart[bundle] as number; i < end; i++) this.owner[bundleBooths[i] as number] = owner
  }

  #isNear(rival: number, c: number): boolean {
    const theirs = this.column[rival] as number
    return theirs >= 0 && areColumnsNear(this.model, theirs, c)
  }
}

/** Rivals and partners by exhibitor. */
export interface Links {
  rivalsOf: (number[] | undefined)[]
  partnersOf: ({ other: number; bonus: number }[] | undefined)[]
  /** Places in the model's list of pairs. */
  pairsOf: (number[] | undefined)[]
}

export function linksOf(model: Model): Links {
  const rivalsOf: Links['rivalsOf'] = Array.from({ length: model.exhibitorCount })
  const partnersOf: Links['partnersOf'] = Array.from({ length: model.exhibitorCount })
  for (const group of model.rivals) {
    for (const e of group) {
      const others = group.filter(other => other !== e)
      rivalsOf[e] = [...new Set([...(rivalsOf[e] ?? []), ...others])]
    }
  }
  const pairsOf: Links['pairsOf'] = Array.from({ length: model.exhibitorCount })
  for (const [pair, { a, b, bonus }] of model.pairs.entries()) {
    pairsOf[a] = [...(pairsOf[a] ?? []), pair]
    pairsOf[b] = [...(pairsOf[b] ?? []), pair]
    partnersOf[a] = [...(partnersOf[a] ?? []), { other: b, bonus }]
    partnersOf[b] = [...(partnersOf[b] ?? []), { other: a, bonus }]
  }
  return { rivalsOf, partnersOf, pairsOf }
}

export function areColumnsNear(model: Model, one: number, other: number): boolean {
  const a = model.bundles[model.columnBundle[one] as number]
  const b = model.bundles[model.columnBundle[other] as number]
  return a !== undefined && b !== undefined && areNear(model.problem, a.booths, b.booths)
}
