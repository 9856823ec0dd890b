import { type Drawing, readDrawing } from '@hoicho/shared/booths/import/drawing.ts'
import { type IncomingBooth, planDifference } from '@hoicho/shared/booths/import/plan-difference.ts'
import { applyEdits, type Plan } from '@hoicho/shared/booths/plan-edits.ts'
import type { BoothInput } from '@hoicho/shared/booths/schema.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const box = (x: number, y: number, w = 300, d = 300): [number, number][] => [
  [x, y],
  [x + w, y],
  [x + w, y + d],
  [x, y + d],
]
const drawing = (booths: [string, [number, number][]][], more: Partial<Drawing> = {}): Drawing => ({
  outlines: [...booths.map(([, points]) => ({ points, layer: 'GIAN' })), ...(more.outlines ?? [])],
  words: [
    ...booths.map(([text, [[x, y] = [0, 0]]]) => ({ text, at: [x + 150, y + 150] as const, layer: 'SO' })),
    ...(more.words ?? []),
  ],
})
const fresh = { kind: 'standard', priceMinor: 1, fundingSource: 'own', sectorCode: null } as const
let made = 0
const newId = () => `new-${++made}`

describe('reading a drawing', () => {
  it('takes every outline with a number in it, from the hall’s corner', () => {
    const hall = { points: box(-1000, -1000, 5000, 4000), layer: 'TUONG' }
    const plan = readDrawing(
      drawing(
        [
          ['a01', box(0, 0)],
          ['A02', box(300, 0)],
          ['A03', box(600, 0, 600)],
        ],
        { outlines: [hall] },
      ),
    )
    expect(plan.hall).toEqual({ widthCm: 5000, depthCm: 4000, outline: null })
    expect(plan.booths.map(one => [one.number, one.xCm, one.yCm, one.widthCm, one.outline])).toEqual([
      ['A01', 1000, 1000, 300, null],
      ['A02', 1300, 1000, 300, null],
      ['A03', 1600, 1000, 600, null],
    ])
    expect(plan.notes).toEqual([])
  })

  it('keeps bends, drops corners that are none and outlines drawn twice', () => {
    const ell: [number, number][] = [
      [0, 0],
      [300, 0],
      [600, 0],
      [600, 300],
      [300, 300],
      [300, 600],
      [0, 600],
      [0, 0],
    ]
    const plan = readDrawing(
      drawing(
        [
          ['B1', ell],
          ['B1', ell.toReversed()],
        ],
        {},
      ),
    )
    expect(plan.booths).toHaveLength(1)
    expect(plan.booths[0]?.outline).toHaveLength(6)
    expect(plan.notes.map(note => note.code)).toEqual(['several-numbers'])
  })

  it('says what does not fit', () => {
    const plan = readDrawing(
      drawing(
        [
          ['A01', box(0, 0)],
          ['lối đi', box(300, 0)],
          ['A01', box(900, 0)],
        ],
        {
          words: [
            { text: 'A07', at: [5000, 5000], layer: '' },
            { text: 'CỔNG CHÍNH', at: [10, 10], layer: '' },
            { text: 'A08', at: [1000, 100], layer: '' },
          ],
        },
      ),
    )
    expect(plan.booths.map(one => one.number)).toEqual(['A01'])
    expect(plan.notes.map(note => note.code).sort()).toEqual([
      'no-number',
      'no-outline',
      'number-twice',
      'several-numbers',
    ])
  })

  it('reads an empty drawing as an empty hall', () => {
    expect(readDrawing({ outlines: [], words: [] })).toMatchObject({ booths: [], others: [], notes: [] })
  })
})

describe('the difference to a newer file', () => {
  const input = (booth: IncomingBooth): BoothInput => ({
    ...fresh,
    number: booth.number,
    xCm: booth.xCm,
    yCm: booth.yCm,
    widthCm: booth.widthCm,
    depthCm: booth.depthCm,
  })
  const planOf = (booths: readonly IncomingBooth[]): Plan =>
    applyEdits(
      { booths: new Map(), objects: new Map() },
      booths.map(booth => ({ do: 'add-booth', id: newId(), values: input(booth) })),
    )
  const standing = (plan: Plan) => [...plan.booths.values()].filter(booth => !booth.isRemoved)
  const anyPlan = fc
    .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 15 })
    .chain(cells =>
      fc.record({
        cells: fc.constant(cells),
        numbers: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), {
          minLength: cells.length,
          maxLength: cells.length,
        }),
      }),
    )
    .map(({ cells, numbers }) =>
      cells.map(
        (cell, i): IncomingBooth => ({
          number: `A${numbers[i]}`,
          xCm: (cell % 8) * 300,
          yCm: Math.floor(cell / 8) * 300,
          widthCm: 300,
          depthCm: 300,
          outline: null,
        }),
      ),
    )

  it('accepted whole makes the plan what the file says, and then there is none', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const plan = planOf(before)
        const edits = planDifference(standing(plan), after, fresh, newId).map(one => one.edit)
        const next = applyEdits(plan, edits)
        const places = (booths: readonly IncomingBooth[]) =>
          booths.map(({ number, xCm, yCm }) => [number, xCm, yCm].join(' ')).sort()
        expect(places(standing(next))).toEqual(places(after))
        expect(planDifference(standing(next), after, fresh, newId)).toEqual([])
      }),
    )
  })

  it('knows a renumbered booth by its place and a moved one by its number', () => {
    const at = (number: string, xCm: number): IncomingBooth => ({
      number,
      xCm,
      yCm: 0,
      widthCm: 300,
      depthCm: 300,
      outline: null,
    })
    const plan = planOf([at('A01', 0), at('A02', 300), at('A03', 600)])
    const found = planDifference(
      standing(plan),
      [at('A01', 1), at('A02', 900), at('B03', 600), at('A04', 1500)],
      fresh,
      newId,
    )
    expect(found.map(({ kind, number }) => [kind, number])).toEqual([
      ['moved', 'A02'],
      ['renumbered', 'B03'],
      ['new', 'A04'],
    ])
  })
})
