import { areaCm2, boundsOf, type Point } from '@hoicho/shared/booths/geometry.ts'
import { closedLoops, type Segment } from '@hoicho/shared/booths/import/loops.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const areas = (segments: readonly Segment[]) =>
  closedLoops(segments, 1)
    .map(points => Math.round(areaCm2({ ...boundsOf(points), outline: points })))
    .sort((a, b) => a - b)

describe('loose lines', () => {
  it('enclose the booths of a row drawn as two long lines and short walls between', () => {
    const walls = [0, 300, 600, 900].map(
      (x): Segment => [
        [x, 0],
        [x, 300],
      ],
    )
    const long: Segment[] = [
      [
        [0, 0],
        [900, 0],
      ],
      [
        [900, 300],
        [0, 300],
      ],
    ]
    expect(areas([...walls, ...long])).toEqual([90_000, 90_000, 90_000])
  })

  it('that lead nowhere enclose nothing', () => {
    expect(
      areas([
        [
          [0, 0],
          [300, 0],
        ],
        [
          [300, 0],
          [300, 300],
        ],
      ]),
    ).toEqual([])
  })

  it('make every cell of a grid, however they are cut, turned about and a little off', () => {
    const anyGrid = fc.record({
      columns: fc.integer({ min: 1, max: 5 }),
      rows: fc.integer({ min: 1, max: 4 }),
      degrees: fc.integer({ min: 0, max: 89 }),
      off: fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 8, maxLength: 8 }),
    })
    fc.assert(
      fc.property(anyGrid, ({ columns, rows, degrees, off }) => {
        const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
        let i = 0
        const at = (x: number, y: number): Point => {
          const jitter = () => off[i++ % 8] ?? 0
          return [x * 300 * cos - y * 300 * sin + jitter(), x * 300 * sin + y * 300 * cos + jitter()]
        }
        const across = Array.from({ length: rows + 1 }, (_row, y): Segment => [at(0, y), at(columns, y)])
        const down = Array.from({ length: columns + 1 }, (_column, x) =>
          Array.from({ length: rows }, (_row, y): Segment => [at(x, y), at(x, y + 1)]),
        ).flat()
        const found = areas([...across, ...down])
        expect(found).toHaveLength(columns * rows)
        for (const area of found) expect(Math.abs(area - 90_000)).toBeLessThan(1500)
      }),
    )
  })
})
