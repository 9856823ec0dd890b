import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { amountMinor, currency } from '../platform/money.ts'
import { blankableText, text } from '../platform/text.ts'
import { boothNumber } from './stand-code.ts'
import { BOOTH_KINDS, FUNDING_SOURCES, PLAN_OBJECT_KINDS, ZONE_KINDS } from './vocabulary.ts'

/** Halls and booths in whole centimetres: 3 m is 300. The origin is the hall's upper left corner, y grows downwards. */

/** At most 500 m by 500 m. */
const MAX_SIDE_CM = 50_000
const side = () => z.int().min(1).max(MAX_SIDE_CM)
const place = () => z.int().min(0).max(MAX_SIDE_CM)
const point = z.tuple([place(), place()])

/** Corners of a polygon; null where the bounding rectangle says it all. */
const outline = () => z.union([z.array(point).min(3).max(200), z.null()])
const shownPoints = () => z.array(z.tuple([z.number(), z.number()]))
const shownOutline = () => z.union([shownPoints(), z.null()])

/** What the hall or the stand builder must know; null where nobody said. */
const heightCm = () => z.union([z.int().min(1).max(5000), z.null()])
const floorLoad = () => z.union([z.int().min(1).max(100_000), z.null()])

export const HallInput = z
  .object({
    name: text(60),
    /** Storey, 0 at ground level. */
    level: z.int().min(-5).max(20),
    widthCm: side(),
    depthCm: side(),
    /** The floor within the rectangle, where the hall is none itself. */
    outline: outline().optional(),
    heightCm: heightCm().optional(),
    floorLoadKgM2: floorLoad().optional(),
  })
  .meta({ id: 'HallInput' })
export type HallInput = z.infer<typeof HallInput>

export const HallView = z
  .object({
    id: id(),
    name: z.string(),
    level: z.int(),
    widthCm: z.int(),
    depthCm: z.int(),
    outline: shownOutline(),
    heightCm: z.union([z.int(), z.null()]),
    floorLoadKgM2: z.union([z.int(), z.null()]),
    position: z.int(),
    /** Counts the drawings in this hall. */
    revision: z.int(),
  })
  .meta({ id: 'Hall' })
export type HallView = z.infer<typeof HallView>

const boothFields = {
  number: boothNumber(),
  kind: z.enum(BOOTH_KINDS),
  xCm: place(),
  yCm: place(),
  widthCm: side(),
  depthCm: side(),
  /** Rent for the whole fair, without tax, in minor units of the fair's currency. */
  priceMinor: amountMinor(),
  /** Whose money pays for the booth: it belongs to the booth, not to who stands in it. */
  fundingSource: z.enum(FUNDING_SOURCES),
  sectorCode: z.string().max(40).nullable(),
}

/** What a plain booth does without. */
const boothExtras = {
  outline: outline(),
  /** How high may be built. */
  heightCm: heightCm(),
  /** Power laid to the booth, in watts; 0 for none. */
  powerW: z.int().min(0).max(1_000_000),
  hasWater: z.boolean(),
  floorLoadKgM2: floorLoad(),
  priceClass: blankableText(30),
  /** The stand a booth is part of: a joint stand's sub-stands and its common area. */
  parentId: z.union([z.uuid(), z.null()]),
  /** Floor of a joint stand that belongs to all: nobody is placed there. */
  isCommon: z.boolean(),
}

export const BoothInput = z
  .object({ ...boothFields, ...z.object(boothExtras).partial().shape })
  .meta({ id: 'BoothInput' })
export type BoothInput = z.infer<typeof BoothInput>

export const BoothsInput = z
  .object({ booths: z.array(BoothInput).min(1).max(1000) })
  .meta({ id: 'BoothsInput' })
export type BoothsInput = z.infer<typeof BoothsInput>

/** An edit carries the version it was made from. */
export const BoothEdit = BoothInput.extend({ version: z.int() }).meta({ id: 'BoothEdit' })
export type BoothEdit = z.infer<typeof BoothEdit>

export const AssignInput = z.object({ applicationId: id() }).meta({ id: 'AssignInput' })
export const ReleaseInput = z.object({ reason: text(300) }).meta({ id: 'ReleaseInput' })

/** Who holds a booth. `confirmed` when a contract names it. */
export const Assignment = z
  .object({
    applicationId: id(),
    applicationNumber: z.string(),
    establishmentId: id(),
    establishmentName: z.string(),
    fasciaName: z.string(),
    state: z.enum(['assigned', 'confirmed']),
    assignedAt: z.string(),
  })
  .meta({ id: 'BoothAssignment' })

export const BoothView = z
  .object({
    id: id(),
    hallId: id(),
    number: z.string(),
    kind: z.enum(BOOTH_KINDS),
    xCm: z.int(),
    yCm: z.int(),
    widthCm: z.int(),
    depthCm: z.int(),
    areaCm2: z.int(),
    openSides: z.int(),
    priceMinor: z.int(),
    fundingSource: z.enum(FUNDING_SOURCES),
    sectorCode: z.union([z.string(), z.null()]),
    outline: shownOutline(),
    heightCm: z.union([z.int(), z.null()]),
    powerW: z.int(),
    hasWater: z.boolean(),
    floorLoadKgM2: z.union([z.int(), z.null()]),
    priceClass: z.string(),
    parentId: z.union([z.string(), z.null()]),
    isCommon: z.boolean(),
    version: z.int(),
    assignment: z.union([Assignment, z.null()]),
  })
  .meta({ id: 'Booth' })
export type BoothView = z.infer<typeof BoothView>

/** A zone, gate, exit, aisle, column, wall or fixed thing. A gate or wall may be a line of two points. */
export const PlanObjectInput = z
  .object({
    kind: z.enum(PLAN_OBJECT_KINDS),
    name: blankableText(80),
    outline: z.array(point).min(2).max(200),
    /** Of a zone alone. */
    zoneKind: z.union([z.enum(ZONE_KINDS), z.null()]),
    /** A sector's code, a province as `scheme:code`, or the name of a show. */
    zoneValue: z.union([text(80), z.null()]),
  })
  .refine(object => (object.kind === 'zone') === (object.zoneKind !== null), {
    path: ['zoneKind'],
    message: 'required',
  })
  .meta({ id: 'PlanObjectInput' })
export type PlanObjectInput = z.infer<typeof PlanObjectInput>

export const PlanObjectView = z
  .object({
    id: id(),
    hallId: id(),
    kind: z.enum(PLAN_OBJECT_KINDS),
    name: z.string(),
    outline: shownPoints(),
    zoneKind: z.union([z.enum(ZONE_KINDS), z.null()]),
    zoneValue: z.union([z.string(), z.null()]),
    version: z.int(),
  })
  .meta({ id: 'PlanObject' })
export type PlanObjectView = z.infer<typeof PlanObjectView>

/**
 * One change to a hall's plan. Ids are made where the drawing is made, so that an undone removal brings the same booth
 * back. `version` is the one the person saw: what changed meanwhile is refused, never overwritten.
 */
export const PlanEdit = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('add-booth'), id: z.uuid(), values: BoothInput }),
    z.object({ do: z.literal('change-booth'), id: z.uuid(), version: z.int(), values: BoothInput.partial() }),
    z.object({ do: z.literal('remove-booth'), id: z.uuid(), version: z.int() }),
    z.object({ do: z.literal('restore-booth'), id: z.uuid(), version: z.int() }),
    z.object({ do: z.literal('add-object'), id: z.uuid(), values: PlanObjectInput }),
    z.object({ do: z.literal('change-object'), id: z.uuid(), version: z.int(), values: PlanObjectInput }),
    z.object({ do: z.literal('remove-object'), id: z.uuid(), version: z.int() }),
    z.object({ do: z.literal('restore-object'), id: z.uuid(), version: z.int() }),
  ])
  .meta({ id: 'PlanEdit' })
export type PlanEdit = z.infer<typeof PlanEdit>

/** Applied all or none. */
export const PlanEdits = z.object({ edits: z.array(PlanEdit).min(1).max(5000) }).meta({ id: 'PlanEdits' })
export type PlanEdits = z.infer<typeof PlanEdits>

/** What a hall's plan became: every booth whose row changed, its neighbours' open sides included. */
export const PlanChanges = z
  .object({
    hallId: id(),
    revision: z.int(),
    booths: z.array(BoothView),
    objects: z.array(PlanObjectView),
    /** Booths and objects no longer there. */
    removed: z.array(z.string()),
  })
  .meta({ id: 'PlanChanges' })
export type PlanChanges = z.infer<typeof PlanChanges>

export const PlanVersionInput = z.object({ name: text(80) }).meta({ id: 'PlanVersionInput' })

/** A hall's plan kept under a name. */
export const PlanVersionView = z
  .object({
    id: id(),
    name: z.string(),
    revision: z.int(),
    keptAt: z.string(),
    boothCount: z.int(),
  })
  .meta({ id: 'PlanVersion' })
export type PlanVersionView = z.infer<typeof PlanVersionView>

const SectorName = z.object({
  code: z.string(),
  nameVi: z.string(),
  nameEn: z.string(),
  nameDe: z.string(),
})

/** A selected application and how many booths it holds. */
export const PlaceSeeker = z
  .object({
    applicationId: id(),
    applicationNumber: z.string(),
    establishmentId: id(),
    establishmentName: z.string(),
    fasciaName: z.string(),
    sectorCode: z.union([z.string(), z.null()]),
    boothCount: z.int(),
    /** A contract names its booths: no booth can be added before the contract is cancelled. */
    isConfirmed: z.boolean(),
  })
  .meta({ id: 'PlaceSeeker' })
export type PlaceSeeker = z.infer<typeof PlaceSeeker>

/** The plan as the organizer's staff works on it. */
export const PlanView = z
  .object({
    currency: currency(),
    halls: z.array(HallView),
    booths: z.array(BoothView),
    objects: z.array(PlanObjectView),
    seekers: z.array(PlaceSeeker),
    sectors: z.array(SectorName),
  })
  .meta({ id: 'Plan' })
export type PlanView = z.infer<typeof PlanView>

/** What the public may know of who stands in a booth. */
export const PublicExhibitor = z
  .object({
    name: z.string(),
    nameEn: z.string(),
    sectorCode: z.union([z.string(), z.null()]),
    province: z.string(),
    introductionVi: z.string(),
    introductionEn: z.string(),
    website: z.string(),
    products: z.array(z.object({ nameVi: z.string(), nameEn: z.string(), nameDe: z.string() })),
  })
  .meta({ id: 'PublicExhibitor' })
export type PublicExhibitor = z.infer<typeof PublicExhibitor>

export const PublicBooth = z
  .object({
    number: z.string(),
    hallId: id(),
    xCm: z.int(),
    yCm: z.int(),
    widthCm: z.int(),
    depthCm: z.int(),
    outline: shownOutline(),
    exhibitor: z.union([PublicExhibitor, z.null()]),
  })
  .meta({ id: 'PublicBooth' })
export type PublicBooth = z.infer<typeof PublicBooth>

/** The plan as a visitor sees it. */
export const PublicPlan = z
  .object({
    fair: z.object({
      slug: z.string(),
      nameVi: z.string(),
      nameEn: z.string(),
      nameDe: z.string(),
      opensOn: z.string(),
      closesOn: z.string(),
      venueName: z.string(),
    }),
    halls: z.array(HallView),
    booths: z.array(PublicBooth),
    objects: z.array(PlanObjectView),
    sectors: z.array(SectorName),
  })
  .meta({ id: 'PublicPlan' })
export type PublicPlan = z.infer<typeof PublicPlan>

/** A regular block of rows, as the generator draws it. */
export const RowPlan = z.object({
  firstRow: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]$/),
  rows: z.int().min(1).max(26),
  columns: z.int().min(1).max(99),
  boothWidthCm: side(),
  boothDepthCm: side(),
  aisleCm: z.int().min(0).max(2000),
  /** Rows stand back to back in pairs, an aisle between the pairs. */
  isBackToBack: z.boolean(),
  /** Where the block begins in the hall. */
  xCm: place(),
  yCm: place(),
  kind: z.enum(BOOTH_KINDS),
  priceMinor: amountMinor(),
  /** Added to the price of a booth with two or more open sides, in percent. */
  cornerPercent: z.number().min(0).max(200),
  fundingSource: z.enum(FUNDING_SOURCES),
  sectorCode: z.string().max(40).nullable(),
  /** What stands before each number, such as `9.1 ` for a foreign hall. */
  prefix: blankableText(6),
})
export type RowPlan = z.infer<typeof RowPlan>
