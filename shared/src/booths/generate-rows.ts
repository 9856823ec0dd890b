import { percentOf } from '../platform/money.ts'
import { type HallSize, openSidesOfAll, type Rect } from './floor-plan.ts'
import type { BoothInput, RowPlan } from './schema.ts'
import { standCode } from './stand-code.ts'

/**
 * The booths of a regular block: rows from the plan's corner downwards, numbers from 01 in each row, letters row by row
 * (A01, A02, …, B01). Back to back, two rows share their rear wall and an aisle follows each pair; otherwise an aisle
 * follows each row. Corners cost what the plan says, counting `neighbours` that already stand in the hall.
 * Rows beyond Z are not drawn. Whether all fits the hall is for `planFaults` to say.
 */
export function generateRows(plan: RowPlan, hall: HallSize, neighbours: readonly Rect[] = []): BoothInput[] {
  const places = Array.from({ length: rowCount(plan) }, (_row, row) =>
    Array.from({ length: plan.columns }, (_column, column) => ({
      number: standCode(plan.prefix === '' ? '' : `${plan.prefix} `, letterOf(plan, row), column + 1),
      xCm: plan.xCm + column * plan.boothWidthCm,
      yCm: plan.yCm + rowTop(plan, row),
      widthCm: plan.boothWidthCm,
      depthCm: plan.boothDepthCm,
    })),
  ).flat()
  const sides = openSidesOfAll(hall, [...places, ...neighbours])
  return places.map((place, i) => ({
    ...place,
    kind: plan.kind,
    priceMinor:
      (sides[i] ?? 1) > 1
        ? plan.priceMinor + percentOf(plan.priceMinor, plan.cornerPercent)
        : plan.priceMinor,
    fundingSource: plan.fundingSource,
    sectorCode: plan.sectorCode,
  }))
}

/** The floor the block takes, aisles between its rows included. */
export function blockSize(plan: RowPlan): HallSize {
  const last = rowCount(plan) - 1
  return { widthCm: plan.columns * plan.boothWidthCm, depthCm: rowTop(plan, last) + plan.boothDepthCm }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const rowCount = (plan: RowPlan): number =>
  Math.min(plan.rows, LETTERS.length - LETTERS.indexOf(plan.firstRow))

const letterOf = (plan: RowPlan, row: number): string => LETTERS[LETTERS.indexOf(plan.firstRow) + row] ?? ''

function rowTop(plan: RowPlan, row: number): number {
  const aisles = plan.isBackToBack ? Math.floor(row / 2) : row
  return row * plan.boothDepthCm + aisles * plan.aisleCm
}
