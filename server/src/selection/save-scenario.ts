import type { ScenarioInput, ScenarioView } from '@hoicho/shared/selection/scenario-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { ruleFaults } from './configure-rules.ts'
import { lockScenario, scenariosOf } from './scenarios.ts'

const NAME_TAKEN = { selection_scenario_fair_id_name_key: 'selection.scenario-name-taken' } as const

/** Keeps a version of the rules to be tried out; the rules themselves stay as they are. Refused when its name is taken. */
export async function addScenario(ctx: Ctx, fairId: string, input: ScenarioInput): Promise<ScenarioView> {
  return await change(
    ctx,
    'selection.try-rules',
    { fair: fairId },
    async tx => {
      const id = newId()
      await demandKnown(tx, fairId, input)
      await tx
        .insertInto('selectionScenario')
        .values({
          id,
          fairId,
          name: input.name,
          settings: input.settings,
          version: 1,
          createdBy: actorPersonId(ctx),
          createdAt: ctx.now(),
          updatedAt: ctx.now(),
        })
        .execute()
      return await answer(tx, fairId, id)
    },
    NAME_TAKEN,
  )
}

/** Changes a version. Refused with platform.changed-meanwhile unless `version` is the one stored. */
export async function editScenario(
  ctx: Ctx,
  fairId: string,
  scenarioId: string,
  input: ScenarioInput,
): Promise<ScenarioView> {
  return await change(
    ctx,
    'selection.try-rules',
    { fair: fairId },
    async tx => {
      const before = found(await lockScenario(tx, fairId, scenarioId))
      if (before.version !== input.version) throw problem('platform.changed-meanwhile')
      await demandKnown(tx, fairId, input)
      await tx
        .updateTable('selectionScenario')
        .set({
          name: input.name,
          settings: input.settings,
          version: before.version + 1,
          updatedAt: ctx.now(),
        })
        .where('id', '=', scenarioId)
        .execute()
      return await answer(tx, fairId, scenarioId)
    },
    NAME_TAKEN,
  )
}

/** Drops a version; another person's copy of it is gone too. */
export async function removeScenario(ctx: Ctx, fairId: string, scenarioId: string): Promise<void> {
  await change(ctx, 'selection.try-rules', { fair: fairId }, async tx => {
    const before = found(await lockScenario(tx, fairId, scenarioId))
    await tx.deleteFrom('selectionScenario').where('id', '=', scenarioId).execute()
    return { result: null, audit: { entity: 'selection-scenario', entityId: scenarioId, before } }
  })
}

async function demandKnown(tx: Tx, fairId: string, { settings }: ScenarioInput): Promise<void> {
  const faults = await ruleFaults(tx, fairId, settings)
  if (faults.length > 0)
    throw invalid(...faults.map(fault => ({ ...fault, pointer: `/settings${fault.pointer}` })))
}

async function answer(tx: Tx, fairId: string, id: string) {
  const result = found((await scenariosOf(tx, fairId)).find(scenario => scenario.id === id))
  const { name, settings, version } = result
  return {
    result,
    audit: { entity: 'selection-scenario', entityId: id, after: { name, settings, version } },
  }
}
