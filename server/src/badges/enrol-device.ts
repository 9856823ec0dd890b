import type { Enrolled } from '@hoicho/shared/badges/schema.ts'
import { giveBack, spend } from '../identity/attempts.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { hashToken, newToken } from '../platform/ids.ts'
import { problem } from '../platform/problem.ts'
import { hashEnrolCode } from './create-device.ts'
import { deviceByEnrolCode } from './queries.ts'

/** Wrong codes one address may type; right ones are not counted. */
const GUESSES = { name: 'enrol-device', most: 20, windowSeconds: 600 }

/**
 * Turns a one-time code into the device's own token, said once and kept as a hash. Wrong, used and expired codes are
 * refused alike with badges.code-not-valid; of two devices that type one code, one gets in.
 */
export async function enrolDevice(ctx: Ctx, typed: string): Promise<Enrolled> {
  await spend(ctx, GUESSES, ctx.ip)
  const hash = hashEnrolCode(ctx.app, typed)
  const device = await deviceByEnrolCode(ctx.app.db, hash, ctx.now())
  if (!device) throw problem('badges.code-not-valid')
  await giveBack(ctx, GUESSES, ctx.ip)
  // The answer holds a secret: it is not kept for a repeated request.
  return await change(
    { ...ctx, idempotencyKey: null },
    'badges.enrol-device',
    { fair: device.fairId },
    async tx => {
      const token = newToken()
      const taken = await tx
        .updateTable('gateDevice')
        .set({
          enrolCodeHash: null,
          tokenHash: hashToken(token),
          enrolledAt: ctx.now(),
          lastSeenAt: ctx.now(),
        })
        .where('id', '=', device.id)
        .where('enrolCodeHash', '=', hash)
        .where('revokedAt', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!taken) throw problem('badges.code-not-valid')
      return {
        result: { token, deviceId: device.id, deviceName: device.name },
        audit: { entity: 'gate-device', entityId: device.id, after: { state: 'enrolled' } },
      }
    },
  )
}
