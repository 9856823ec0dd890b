import { z } from 'zod'

const id = z.union([z.int(), z.string().min(1).max(64)])
const cell = z.int().min(0).max(4095)
/** Files say 0 and 1 or false and true. */
const flag = z
  .union([z.boolean(), z.literal(0), z.literal(1)])
  .optional()
  .transform(value => value === true || value === 1)
const list = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .nullish()
    .transform(value => value ?? [])

const BoothSchema = z.object({
  id,
  hall: id,
  block: id,
  x: cell,
  y: cell,
  open: z.int().min(0).max(4),
  ent: z.number().min(0).max(1e6),
  zone: id,
  power: flag,
  water: flag,
  heavy: flag,
  blocked: flag,
})

const ExhibitorSchema = z.object({
  id,
  size: z.int().min(1).max(64),
  power: flag,
  water: flag,
  heavy: flag,
  wantCorner: flag,
  wantEntrance: flag,
  points: z.number().min(0).max(1e6),
  score: z.number().min(0).max(1e6),
  paid: flag,
  /** Priority weight, when it is not to be worked out from points, score and payment. */
  w: z.number().min(0).max(1e6).nullish(),
  prefs: list(id, 100),
  last: list(id, 100),
  pin: z.array(id).min(1).max(64).nullish(),
  zones: list(z.tuple([id, z.int().min(0).max(9)]), 1000),
  stay: z.array(id).min(1).max(64).nullish(),
  stayBonus: z.number().min(0).max(1e6).nullish(),
})

/** An allocation to make, in the format `booth-alloc-1` (docs/ALLOCATION.md). Fields it does not know are left alone. */
export const AllocationInstanceSchema = z.object({
  format: z.literal('booth-alloc-1'),
  name: z.string().max(200).optional(),
  sep: z.int().min(0).max(50),
  zones: z.array(z.looseObject({})).max(2000),
  blocks: z.array(z.object({ id })).max(20_000),
  booths: z.array(BoothSchema).max(20_000),
  exhibitors: z.array(ExhibitorSchema).max(20_000),
  competitors: list(z.array(id).max(1000), 20_000),
  partners: list(z.tuple([id, id]), 20_000),
})

export type AllocationInstance = z.input<typeof AllocationInstanceSchema>
export type ReadInstance = z.output<typeof AllocationInstanceSchema>
export type Id = string | number
/** Whose booths are which. */
export type Assignments = Record<string, Id[]>
