import type {
  ScenarioSettings,
  ScenariosView,
  ScenarioView,
} from '@hoicho/shared/selection/scenario-schema.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { fairForSelection } from './queries.ts'
import { rulesOf } from './rules-queries.ts'

/** Named versions of the rules, by name, and the rules as they are. */
export async function listScenarios(ctx: Ctx, fairId: string): Promise<ScenariosView> {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  const { db } = ctx.app
  const { settings, version } = await currentSettings(db, fairId)
  return { items: await scenariosOf(db, fairId), current: settings, rulesVersion: version }
}

/** The rules as they are, as a version would hold them. */
export async function currentSettings(
  db: Db | Tx,
  fairId: string,
): Promise<{ settings: ScenarioSettings; version: number }> {
  const { quota: places, passMark } = found(await fairForSelection(db, fairId))
  const { quotas, tieBreak, isUsual, isNormalised, version } = await rulesOf(db, fairId)
  const own = isUsual ? null : tieBreak
  return {
    settings: { places, passMark, waitingPlaces: null, quotas, tieBreak: own, isNormalised, seed: '' },
    version,
  }
}

export async function scenariosOf(db: Db | Tx, fairId: string): Promise<ScenarioView[]> {
  const rows = await db
    .selectFrom('selectionScenario as scenario')
    .leftJoin('person', 'person.id', 'scenario.createdBy')
    .select(['scenario.id', 'scenario.name', 'scenario.settings', 'scenario.version', 'scenario.updatedAt'])
    .select('person.name as createdByName')
    .where('scenario.fairId', '=', fairId)
    .orderBy('scenario.name')
    .execute()
  // The column is only ever written from the ScenarioInput schema.
  return rows.map(row => ({ ...row, settings: row.settings as ScenarioSettings }))
}

/** A version on its locked row. */
export async function lockScenario(tx: Tx, fairId: string, scenarioId: string) {
  const row = await tx
    .selectFrom('selectionScenario')
    .select(['id', 'name', 'settings', 'version'])
    .where('fairId', '=', fairId)
    .where('id', '=', scenarioId)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, settings: row.settings as ScenarioSettings }
}
