import { createHmac, randomInt } from 'node:crypto'
import type { DeviceInput, NewDevice } from '@hoicho/shared/badges/schema.ts'
import { change } from '../platform/change.ts'
import type { App, Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { deviceView } from './device-view.ts'
import { qrRows } from './qr.ts'
import { deviceById } from './queries.ts'

const VALID_MINUTES = 60
/** Without the letters and figures that are mistaken for each other. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * Prepares a gate device. The one-time code is said in this answer only and is good for an hour; only its hash is kept.
 */
export async function createDevice(ctx: Ctx, fairId: string, input: DeviceInput): Promise<NewDevice> {
  return await change(ctx, 'badges.manage-gates', { fair: fairId }, async tx => {
    const id = newId()
    const code = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('')
    await tx
      .insertInto('gateDevice')
      .values({
        id,
        fairId,
        name: input.name,
        enrolCodeHash: hashEnrolCode(ctx.app, code),
        enrolExpiresAt: new Date(Date.parse(ctx.now()) + VALID_MINUTES * 60_000).toISOString(),
        createdBy: ctx.actor.kind === 'person' ? ctx.actor.id : null,
        createdAt: ctx.now(),
      })
      .execute()
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`
    const link = `${ctx.app.config.publicUrl}/gate#${typed}`
    const device = deviceView(found(await deviceById(tx, fairId, id)), ctx.now())
    return {
      result: { device, code: typed, link, qr: qrRows(link) },
      audit: { entity: 'gate-device', entityId: id, after: { name: input.name } },
    }
  })
}

/** A code short enough to type is hashed with the house's pepper: the database alone does not give it away. */
export const hashEnrolCode = (app: App, typed: string) =>
  createHmac('sha256', app.secrets.tokenPepper)
    .update(typed.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex')
