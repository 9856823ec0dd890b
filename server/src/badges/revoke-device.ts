import type { DeviceView } from '@hoicho/shared/badges/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { deviceView } from './device-view.ts'
import { deviceById } from './queries.ts'

/** Locks a device out from its next request on, and voids a code not yet used. */
export async function revokeDevice(ctx: Ctx, fairId: string, deviceId: string): Promise<DeviceView> {
  return await change(ctx, 'badges.manage-gates', { fair: fairId }, async tx => {
    const device = found(await deviceById(tx, fairId, deviceId, true))
    if (device.revokedAt) throw problem('platform.wrong-state')
    await tx
      .updateTable('gateDevice')
      .set({ revokedAt: ctx.now(), tokenHash: null, enrolCodeHash: null })
      .where('id', '=', deviceId)
      .execute()
    const result = deviceView(found(await deviceById(tx, fairId, deviceId)), ctx.now())
    return {
      result,
      audit: { entity: 'gate-device', entityId: deviceId, after: { state: 'revoked' } },
    }
  })
}
