import type { Gate } from '@hoicho/shared/selection/gates.ts'
import type { ChecksView, OverrideInput } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { readChecks } from './checks.ts'
import { lockApplication } from './queries.ts'

const OPEN_STATES = new Set(['submitted', 'correction-requested'])

/** A manager decides a gate otherwise, with a reason, or takes that back; only before the dossier is accepted. */
export async function overrideCheck(
  ctx: Ctx,
  applicationId: string,
  gate: Gate,
  input: OverrideInput,
): Promise<ChecksView> {
  return await change(ctx, 'selection.override-check', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { state } = found(await lockApplication(tx, fairId, applicationId))
    if (!OPEN_STATES.has(state)) throw problem('platform.wrong-state')
    const check = found(
      await tx
        .selectFrom('applicationCheck')
        .select(['id', 'overrideOutcome', 'overrideReason'])
        .where('fairId', '=', fairId)
        .where('applicationId', '=', applicationId)
        .where('gate', '=', gate)
        .executeTakeFirst(),
    )
    const after = {
      overrideOutcome: input.outcome,
      overrideReason: input.outcome === null ? null : input.reason,
    }
    await tx.updateTable('applicationCheck').set(after).where('id', '=', check.id).execute()
    const { id: _, ...before } = check
    const result = await readChecks(tx, fairId, applicationId)
    const audit = {
      entity: 'application',
      entityId: applicationId,
      before: { gate, ...before },
      after: { gate, ...after },
    }
    return { result, audit }
  })
}
