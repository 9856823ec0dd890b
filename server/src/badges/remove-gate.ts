import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { gateById } from './queries.ts'

/** Takes a gate away. Its scans stay, and what a device scanned there without network is still taken. */
export async function removeGate(ctx: Ctx, fairId: string, gateId: string): Promise<void> {
  await change(ctx, 'badges.manage-gates', { fair: fairId }, async tx => {
    const gate = await gateById(tx, fairId, gateId)
    if (!gate || gate.removedAt) throw problem('platform.not-found')
    // The name is given back for a new gate.
    const name = `${gate.name} (${gateId})`
    await tx.updateTable('gate').set({ removedAt: ctx.now(), name }).where('id', '=', gateId).execute()
    return { result: null, audit: { entity: 'gate', entityId: gateId, before: { name: gate.name } } }
  })
}
