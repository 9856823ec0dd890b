import type { GateInput, GateView } from '@hoicho/shared/badges/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { gateById, kindsOf } from './queries.ts'

/** Changes a gate's name or the kinds it lets in. Refused with badges.gate-name-taken. */
export async function editGate(
  ctx: Ctx,
  fairId: string,
  gateId: string,
  input: GateInput,
): Promise<GateView> {
  return await change(
    ctx,
    'badges.manage-gates',
    { fair: fairId },
    async tx => {
      const gate = await gateById(tx, fairId, gateId)
      if (!gate || gate.removedAt) throw problem('platform.not-found')
      await tx.updateTable('gate').set(input).where('id', '=', gateId).execute()
      const before = { name: gate.name, kinds: kindsOf(gate.kinds) }
      const result = { id: gateId, ...input, position: gate.position }
      return { result, audit: { entity: 'gate', entityId: gateId, before, after: input } }
    },
    { gate_fair_id_name_key: 'badges.gate-name-taken' },
  )
}
