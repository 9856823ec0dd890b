import { contains, doOverlap, metresToGate, openSides } from '@hoicho/shared/booths/floor-plan.ts'
import {
  areaCm2,
  boundsOf,
  hasPoint,
  indexOf,
  isSimple,
  moved,
  type Outline,
  type Shape,
  shapeOf,
  sharedAreaCm2,
} from '@hoicho/shared/booths/geometry.ts'
import { planAdvice } from '@hoicho/shared/booths/plan-advice.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const rect = (xCm: number, yCm: number, widthCm = 300, depthCm = 300): Shape => ({
  xCm,
  yCm,
  widthCm,
  depthCm,
})
const ell: Outline = [
  [0, 0],
  [600, 0],
  [600, 300],
  [300, 300],
  [300, 600],
  [0, 600],
]
const anyRect = fc.record({
  xCm: fc.integer({ min: 0, max: 900 }),
  yCm: fc.integer({ min: 0, max: 900 }),
  widthCm: fc.integer({ min: 1, max: 400 }),
  depthCm: fc.integer({ min: 1, max: 400 }),
})
const cornersOf = ({ xCm: x, yCm: y, widthCm: w, depthCm: d }: Shape): Outline => [
  [x, y],
  [x + w, y],
  [x + w, y + d],
  [x, y + d],
]
const turned = (points: Outline, degrees: number): Outline => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return points.map(([x, y]) => [Math.round(5000 + x * cos - y * sin), Math.round(5000 + x * sin + y * cos)])
}

describe('shapes', () => {
  it('share the same floor however their outlines are written', () => {
    fc.assert(
      fc.property(anyRect, anyRect, fc.boolean(), (a, b, isTurned) => {
        const outline = isTurned ? cornersOf(b).toReversed() : cornersOf(b)
        expect(sharedAreaCm2(a, { ...b, outline })).toBeCloseTo(sharedAreaCm2(a, b), 3)
        expect(sharedAreaCm2({ ...b, outline }, a)).toBeCloseTo(sharedAreaCm2(a, b), 3)
      }),
    )
  })

  it('with a bend have their floor, and nothing in the corner left out', () => {
    const shape = shapeOf(ell)
    expect(areaCm2(shape)).toBe(270_000)
    expect(sharedAreaCm2(shape, rect(300, 300))).toBe(0)
    expect(sharedAreaCm2(shape, rect(250, 250, 100, 100))).toBeCloseTo(7500, 6)
    expect(doOverlap(shape, rect(300, 300))).toBe(false)
    expect(hasPoint(ell, [450, 450])).toBe(false)
    expect(hasPoint(ell, [150, 450])).toBe(true)
  })

  it('that touch along a slanted wall do not overlap, whatever the rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), degrees => {
        const [a, b] = [cornersOf(rect(0, 0)), cornersOf(rect(300, 0))].map(one =>
          shapeOf(turned(one, degrees)),
        )
        expect(a && b && doOverlap(a, b)).toBe(false)
        expect(a && doOverlap(a, moved(a, 30, 0))).toBe(true)
      }),
    )
  })

  it('count as many open sides turned as upright', () => {
    const hall = { widthCm: 20_000, depthCm: 20_000 }
    const row = [rect(0, 0), rect(300, 0), rect(600, 0), rect(300, 300)].map(cornersOf)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), degrees => {
        const [first, middle, ...others] = row.map(one => shapeOf(turned(one, degrees)))
        if (!first || !middle) throw new Error('four booths')
        expect(openSides(hall, middle, [first, ...others])).toBe(1)
        expect(openSides(hall, first, [middle, ...others])).toBe(3)
      }),
    )
  })

  it('are polygons only when no edge crosses another', () => {
    expect(isSimple(ell)).toBe(true)
    expect(isSimple([ell[0] ?? [0, 0], [600, 600], [600, 0], [0, 600]])).toBe(false)
    expect(
      isSimple([
        [0, 0],
        [5, 5],
        [9, 9],
      ]),
    ).toBe(false)
  })

  it('are found by the index wherever they are', () => {
    fc.assert(
      fc.property(fc.array(anyRect, { maxLength: 30 }), anyRect, (rects, one) => {
        const found = new Set(indexOf(rects, 150)(one))
        const touching = rects.flatMap((other, i) => (sharedAreaCm2(one, other) > 0 ? [i] : []))
        expect(touching.filter(i => !found.has(i))).toEqual([])
      }),
    )
  })

  it('lie in a hall with a bend or do not', () => {
    expect(contains(ell, rect(0, 300))).toBe(true)
    expect(contains(ell, rect(300, 300))).toBe(false)
    expect(contains(ell, rect(200, 200))).toBe(false)
    expect(boundsOf(ell)).toEqual(rect(0, 0, 600, 600))
  })

  it('are so far from the nearest gate', () => {
    expect(metresToGate(rect(1000, 0), [rect(0, 0, 200, 10)])).toBe(8)
    expect(metresToGate(rect(1000, 0), [])).toBeNull()
  })
})

describe('advice on a plan', () => {
  const hall = { widthCm: 3000, depthCm: 2000 }
  const rules = { minAisleCm: 250 }
  const booth = (number: string, xCm: number, yCm: number) => ({ number, ...rect(xCm, yCm) })
  const gate = { id: 'g', kind: 'gate' as const, name: 'Cổng 1', ...rect(1000, 0, 300, 20) }
  const exit = { id: 'e', kind: 'exit' as const, name: '', ...rect(2000, 0, 200, 20) }

  it('asks for a gate and an exit, room to pass, and nothing built on them', () => {
    const booths = [
      booth('A01', 0, 500),
      booth('A02', 300, 500),
      booth('B01', 300, 1000),
      booth('C01', 1000, 0),
    ]
    expect(planAdvice(hall, booths, [], rules).map(one => one.code)).toContain('no-gate')
    expect(planAdvice(hall, booths, [gate, exit], rules)).toEqual([
      { code: 'narrow-aisle', booth: 'A02', other: 'B01', widthCm: 200 },
      { code: 'on-object', booth: 'C01', object: 'Cổng 1' },
    ])
  })

  it('is silent where all is well', () => {
    const booths = [booth('A01', 0, 500), booth('A02', 300, 500), booth('B01', 300, 1050)]
    expect(planAdvice(hall, booths, [gate, exit], rules)).toEqual([])
  })
})
