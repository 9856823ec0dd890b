import { z } from 'zod'
import { PlanEdit } from '../schema.ts'

const points = z.array(z.tuple([z.number(), z.number()]))

/** What a plan file holds, read against a hall. */
export const DrawingPreview = z
  .object({
    kind: z.enum(['dxf', 'svg']),
    /** Centimetres in a unit of the file (of an SVG: in a millimetre of its page), and whether that is a guess. */
    cmPerUnit: z.number(),
    isGuessed: z.boolean(),
    hall: z.object({ widthCm: z.int(), depthCm: z.int(), outline: z.union([points, z.null()]) }),
    boothCount: z.int(),
    /** Outlines that are no booths. */
    others: z.array(
      z.object({ layer: z.string(), xCm: z.int(), yCm: z.int(), widthCm: z.int(), depthCm: z.int() }),
    ),
    notes: z.array(
      z.object({
        code: z.enum(['no-number', 'no-outline', 'several-numbers', 'number-twice', 'bad-outline']),
        number: z.string(),
        others: z.array(z.string()),
        at: z.union([z.tuple([z.number(), z.number()]), z.null()]),
      }),
    ),
    noteCount: z.int(),
    differences: z.array(
      z.object({
        kind: z.enum(['new', 'moved', 'reshaped', 'renumbered', 'gone']),
        number: z.string(),
        was: z.string().optional(),
        edit: PlanEdit,
      }),
    ),
  })
  .meta({ id: 'DrawingPreview' })
export type DrawingPreview = z.infer<typeof DrawingPreview>
