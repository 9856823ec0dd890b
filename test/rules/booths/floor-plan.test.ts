import {
  doOverlap,
  isInside,
  openSides,
  openSidesOfAll,
  planFaults,
  type Rect,
} from '@hoicho/shared/booths/floor-plan.ts'
import { blockSize, generateRows } from '@hoicho/shared/booths/generate-rows.ts'
import type { RowPlan } from '@hoicho/shared/booths/schema.ts'
import { boothNumber, compareStandCodes, parseStandCode } from '@hoicho/shared/booths/stand-code.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const hall = { widthCm: 6000, depthCm: 4000 }
const rect = (xCm: number, yCm: number, widthCm = 300, depthCm = 300): Rect => ({
  xCm,
  yCm,
  widthCm,
  depthCm,
})

const rows: RowPlan = {
  firstRow: 'A',
  rows: 4,
  columns: 5,
  boothWidthCm: 300,
  boothDepthCm: 300,
  aisleCm: 300,
  isBackToBack: true,
  xCm: 300,
  yCm: 300,
  kind: 'standard',
  priceMinor: 10_000_000,
  cornerPercent: 10,
  fundingSource: 'national',
  sectorCode: null,
  prefix: '',
}

const anyRows = fc.record({
  rows: fc.integer({ min: 1, max: 8 }),
  columns: fc.integer({ min: 1, max: 12 }),
  boothWidthCm: fc.integer({ min: 100, max: 600 }),
  boothDepthCm: fc.integer({ min: 100, max: 600 }),
  aisleCm: fc.integer({ min: 0, max: 500 }),
  isBackToBack: fc.boolean(),
})

describe('the generator of rows', () => {
  it('numbers row by row, pairs stand back to back, an aisle follows each pair', () => {
    const booths = generateRows(rows, hall)
    expect(booths).toHaveLength(20)
    expect(booths.map(booth => booth.number).slice(0, 7)).toEqual('A01 A02 A03 A04 A05 B01 B02'.split(' '))
    expect([...new Set(booths.map(booth => booth.yCm))]).toEqual([300, 600, 1200, 1500])
    expect(blockSize(rows)).toEqual({ widthCm: 1500, depthCm: 1500 })
  })

  it('charges corners more', () => {
    const prices = new Map(generateRows(rows, hall).map(booth => [booth.number, booth.priceMinor]))
    expect([prices.get('A01'), prices.get('A03'), prices.get('A05')]).toEqual([
      11_000_000, 10_000_000, 11_000_000,
    ])
  })

  it('puts the code of a foreign hall before the number', () => {
    expect(generateRows({ ...rows, prefix: '9.1', firstRow: 'D' }, hall)[0]?.number).toBe('9.1 D01')
  })

  it('never draws a plan with overlaps or a number twice', () => {
    fc.assert(
      fc.property(anyRows, changes => {
        const plan = { ...rows, ...changes }
        const size = blockSize(plan)
        const big = { widthCm: size.widthCm + 600, depthCm: size.depthCm + 600 }
        expect(planFaults(big, generateRows(plan, big))).toEqual([])
      }),
    )
  })
})

describe('the check of a plan', () => {
  it('names what sticks out, covers another, or carries a number twice', () => {
    const booths = [
      { number: 'A01', ...rect(0, 0) },
      { number: 'A02', ...rect(200, 0) },
      { number: 'A02', ...rect(5900, 0) },
    ]
    expect(planFaults(hall, booths)).toEqual([
      { code: 'outside-hall', booth: 'A02' },
      { code: 'overlap', booth: 'A01', other: 'A02' },
      { code: 'number-twice', booth: 'A02' },
    ])
  })

  it('finds the same overlaps as comparing every pair', () => {
    const any = fc.record({
      xCm: fc.integer({ min: 0, max: 900 }),
      yCm: fc.integer({ min: 0, max: 900 }),
      widthCm: fc.integer({ min: 1, max: 400 }),
      depthCm: fc.integer({ min: 1, max: 400 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), rects => {
        const booths = rects.map((one, i) => ({ ...one, number: `A${i}` }))
        const pairs = booths.flatMap((a, i) =>
          booths.slice(i + 1).flatMap(b => (doOverlap(a, b) ? [`${a.number}-${b.number}`] : [])),
        )
        const found = planFaults({ widthCm: 9999, depthCm: 9999 }, booths).map(fault =>
          fault.code === 'overlap' ? `${fault.booth}-${fault.other}` : fault.code,
        )
        expect(found.sort()).toEqual(pairs.sort())
      }),
    )
  })

  it('lets walls touch and the hall be filled to its edge', () => {
    expect(doOverlap(rect(0, 0), rect(300, 0))).toBe(false)
    expect(isInside(hall, rect(5700, 3700))).toBe(true)
  })
})

describe('open sides', () => {
  it('tells row, corner, head and island', () => {
    const island = rect(3000, 2000)
    expect(openSides(hall, island, [])).toBe(4)
    expect(openSides(hall, island, [rect(3300, 2000)])).toBe(3)
    expect(openSides(hall, island, [rect(3300, 2000), rect(3000, 2300)])).toBe(2)
    expect(openSides(hall, island, [rect(2700, 2000), rect(3300, 2000), rect(3000, 2300)])).toBe(1)
  })

  it('counts a wall as closed, and a booth closed in as one', () => {
    expect(openSides(hall, rect(0, 0), [])).toBe(2)
    expect(openSides({ widthCm: 300, depthCm: 300 }, rect(0, 0), [])).toBe(1)
  })

  it('stays the same when the plan is mirrored', () => {
    fc.assert(
      fc.property(anyRows, changes => {
        const plan = { ...rows, ...changes }
        const size = blockSize(plan)
        const room = { widthCm: size.widthCm + 900, depthCm: size.depthCm + 900 }
        const booths = generateRows(plan, room)
        const mirrored = booths.map(booth => ({
          ...booth,
          xCm: room.widthCm - booth.xCm - booth.widthCm,
        }))
        expect(openSidesOfAll(room, mirrored)).toEqual(openSidesOfAll(room, booths))
      }),
    )
  })
})

describe('booth numbers', () => {
  it('reads home and German codes', () => {
    expect(parseStandCode('B12')).toEqual({ hall: null, level: null, row: 'B', number: 12, part: '' })
    expect(parseStandCode('9.1 D44')).toEqual({ hall: 9, level: 1, row: 'D', number: 44, part: '' })
    expect(['12', 'Ô1', '9.1', 'A', 'A1234', ''].map(parseStandCode)).toEqual(Array(6).fill(null))
  })

  it('cleans what people type', () => {
    expect(boothNumber().parse(' b12a ')).toBe('B12A')
    expect(boothNumber().safeParse('gian <5>').success).toBe(false)
  })

  it('sorts as people count', () => {
    const sorted = ['B1', 'A10', 'A2', '9.1 A1', 'AA1', 'A2B'].sort(compareStandCodes)
    expect(sorted).toEqual(['A2', 'A2B', 'A10', 'B1', 'AA1', '9.1 A1'])
  })
})
