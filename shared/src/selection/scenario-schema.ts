import { z } from 'zod'
import { id } from '../platform/ids.ts'
import { text } from '../platform/text.ts'
import { groupKey } from './quotas.ts'
import { QuotaReportView, quotaInput, tieBreakRule } from './schema.ts'

/** Rules to be tried out. */
export const ScenarioSettings = z
  .object({
    places: z.int().min(1).max(10_000),
    passMark: z.int().min(0).max(100),
    waitingPlaces: z.int().min(0).max(10_000).nullable(),
    quotas: z.array(quotaInput).max(60),
    /** The usual one when null. */
    tieBreak: z.array(tieBreakRule).max(40).nullable(),
    isNormalised: z.boolean(),
    /** A lot to try out; a real one is drawn for the meeting. */
    seed: z.string().regex(/^[\w-]{0,100}$/),
  })
  .refine(
    ({ quotas }) => new Set(quotas.map(({ by, value }) => groupKey(by, value))).size === quotas.length,
    { message: 'code-twice', path: ['quotas'] },
  )
export type ScenarioSettings = z.infer<typeof ScenarioSettings>

/** `version` is the one it was read with, 0 for a new one. */
export const ScenarioInput = z
  .object({ name: text(80), settings: ScenarioSettings, version: z.int().min(0) })
  .meta({ id: 'ScenarioInput' })
export type ScenarioInput = z.infer<typeof ScenarioInput>

export const ScenarioView = z
  .object({
    id: id(),
    name: z.string(),
    settings: ScenarioSettings,
    version: z.int(),
    createdByName: z.string().nullable(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Scenario' })
export type ScenarioView = z.infer<typeof ScenarioView>

/** Named versions, and the rules as they are, to begin a new one from. */
export const ScenariosView = z
  .object({ items: z.array(ScenarioView), current: ScenarioSettings, rulesVersion: z.int() })
  .meta({ id: 'Scenarios' })
export type ScenariosView = z.infer<typeof ScenariosView>

const standing = z.object({
  rank: z.int(),
  outcome: z.enum(['selected', 'waiting', 'rejected']),
  waitingPosition: z.int().nullable(),
  quota: z.string().nullable(),
  reason: z.string(),
  rise: z.int(),
  change: z.enum(['enters', 'leaves', 'other-outcome', 'same']),
})

/** Versions beside the rules as they are: `columns[0]` are the rules, `rows[].cells` in the order of the columns. */
export const ComparisonView = z
  .object({
    columns: z.array(
      z.object({
        id: id().nullable(),
        name: z.string(),
        selected: z.int(),
        waiting: z.int(),
        enters: z.int(),
        leaves: z.int(),
        quotas: z.array(QuotaReportView),
        /** Places by group: provinces and sectors of those selected. */
        groups: z.array(z.object({ key: z.string(), selected: z.int() })),
      }),
    ),
    rows: z.array(
      z.object({
        applicationId: id(),
        number: z.string().nullable(),
        establishmentName: z.string(),
        provinceName: z.string(),
        mean: z.number().nullable(),
        cells: z.array(standing),
      }),
    ),
  })
  .meta({ id: 'ScenarioComparison' })
export type ComparisonView = z.infer<typeof ComparisonView>

export const ScenarioPromotion = z
  .object({ version: z.int().min(0), rulesVersion: z.int().min(0) })
  .meta({ id: 'ScenarioPromotionInput' })
