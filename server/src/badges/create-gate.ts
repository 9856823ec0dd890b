import type { GateInput, GateView } from '@hoicho/shared/badges/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { gatesOfFair } from './queries.ts'

/** Adds a gate after the others. Refused with badges.gate-name-taken. */
export async function createGate(ctx: Ctx, fairId: string, input: GateInput): Promise<GateView> {
  return await change(
    ctx,
    'badges.manage-gates',
    { fair: fairId },
    async tx => {
      const position = Math.max(0, ...(await gatesOfFair(tx, fairId)).map(gate => gate.position)) + 1
      const result = { id: newId(), ...input, position }
      await tx
        .insertInto('gate')
        .values({ ...result, fairId, createdAt: ctx.now() })
        .execute()
      return { result, audit: { entity: 'gate', entityId: result.id, after: input } }
    },
    { gate_fair_id_name_key: 'badges.gate-name-taken' },
  )
}
