import { type Drawing, readDrawing } from '@hoicho/shared/booths/import/drawing.ts'
import { planDifference } from '@hoicho/shared/booths/import/plan-difference.ts'
import { guessCmPerUnit, scaled } from '@hoicho/shared/booths/import/scale.ts'
import type { DrawingPreview } from '@hoicho/shared/booths/import/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { inThread, ThreadEnded } from '../platform/in-thread.ts'
import { mayRead } from '../platform/permission.ts'
import { problem } from '../platform/problem.ts'
import type { FileRead } from './import/drawing-thread.ts'
import { storedBooths } from './plan-queries.ts'
import { readHall } from './reads.ts'

export const MAX_DRAWING_BYTES = 12 * 1024 * 1024
const LIMITS = { seconds: 20, memoryMb: 384 }

/** Largest hall there is: what a wrong unit makes kilometres long is no plan. */
const MOST_CM = 50_000

/**
 * Reads a DXF or SVG file against a hall as it stands: the booths found, what was odd about the file, and every difference
 * with the edit that would make it so. Nothing is stored; the differences that are wanted go through `drawPlan` and are
 * refused there when the plan moved on. Without `cmPerUnit` the file's own unit counts, else a guess that says so.
 * Refused: booths.drawing-broken, booths.drawing-too-large, booths.drawing-unknown, booths.drawing-empty.
 */
export async function previewDrawing(
  ctx: Ctx,
  fairId: string,
  hallId: string,
  bytes: Uint8Array,
  cmPerUnit: number | null,
): Promise<DrawingPreview> {
  await mayRead(ctx, 'booths.draw', { fair: fairId })
  await readHall(ctx.app.db, fairId, hallId)
  const file = await readFile(bytes)
  const { factor, isGuessed } = factorOf(file, cmPerUnit)
  const { hall, booths, others, notes } = readDrawing(scaled(file.drawing, factor))
  if (hall.widthCm > MOST_CM || hall.depthCm > MOST_CM) throw problem('booths.drawing-empty')
  const standing = await storedBooths(ctx.app.db, hallId, [])
  const differences = planDifference(standing, booths, FRESH, newId)
  return {
    kind: file.kind,
    cmPerUnit: factor,
    isGuessed,
    hall: { ...hall, outline: hall.outline?.map(([x, y]): [number, number] => [x, y]) ?? null },
    boothCount: booths.length,
    others: others.slice(0, MOST_OTHERS).map(({ layer, xCm, yCm, widthCm, depthCm }) => ({
      layer,
      xCm,
      yCm,
      widthCm,
      depthCm,
    })),
    notes: notes.slice(0, MOST_OTHERS).map(({ code, ...rest }) => ({
      code,
      number: 'number' in rest ? rest.number : '',
      others: 'others' in rest ? rest.others : [],
      at: 'at' in rest ? [rest.at[0], rest.at[1]] : null,
    })),
    noteCount: notes.length,
    differences,
  }
}

const MOST_OTHERS = 2000

/** What a drawing does not say of a booth; the clerk changes it for many at once afterwards. */
const FRESH = { kind: 'standard', priceMinor: 0, fundingSource: 'own', sectorCode: null } as const

async function readFile(bytes: Uint8Array) {
  if (bytes.byteLength > MAX_DRAWING_BYTES) throw problem('booths.drawing-too-large')
  const read = await inThread<FileRead>(
    new URL('import/drawing-thread.ts', import.meta.url),
    bytes,
    LIMITS,
  ).catch((error): FileRead => {
    if (error instanceof ThreadEnded) return { refusal: 'too-large' }
    throw error
  })
  if (!('refusal' in read)) return read
  if (read.refusal === 'too-large') throw problem('booths.drawing-too-large')
  if (read.refusal === 'broken') throw problem('booths.drawing-broken')
  if (read.refusal === 'unknown') throw problem('booths.drawing-unknown')
  throw problem('booths.drawing-binary')
}

/** The person's word first, then the file's where it makes booths of it, then a guess. */
function factorOf(file: { drawing: Drawing; cmPerUnit: number | null }, told: number | null) {
  if (told !== null) return { factor: told, isGuessed: false }
  const own = file.cmPerUnit
  if (own !== null && readDrawing(scaled(file.drawing, own)).booths.length > 0) {
    return { factor: own, isGuessed: false }
  }
  const guess = guessCmPerUnit(file.drawing)
  if (guess === null) throw problem('booths.drawing-empty')
  return { factor: guess, isGuessed: true }
}
