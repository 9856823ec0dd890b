import type { QuietHoursInput } from '@hoicho/shared/mail/quiet-hours.ts'
import type { QuietHoursView } from '@hoicho/shared/mail/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { quietHoursOf } from './quiet-hours.ts'

/**
 * Sets when an organizer's letters to many may not leave. Letters waiting follow at once.
 * Refused: platform.changed-meanwhile when somebody set them since.
 */
export async function setQuietHours(
  ctx: Ctx,
  organizerId: string,
  { version, ...hours }: QuietHoursInput,
): Promise<QuietHoursView> {
  return await change(ctx, 'mail.set-quiet-hours', { organizer: organizerId }, async tx => {
    await tx.selectFrom('organizer').select('id').where('id', '=', organizerId).forNoKeyUpdate().execute()
    const before = await quietHoursOf(tx, organizerId, ctx.now())
    if (before.version !== version) throw problem('platform.changed-meanwhile')
    const row = {
      ...hours,
      weekdays: hours.weekdays,
      days: hours.days,
      version: version + 1,
      updatedAt: ctx.now(),
    }
    await tx
      .insertInto('quietHours')
      .values({ organizerId, ...row })
      .onConflict(conflict => conflict.column('organizerId').doUpdateSet(row))
      .execute()
    const result = { ...hours, version: version + 1 }
    return { result, audit: { entity: 'quiet-hours', entityId: organizerId, before, after: result } }
  })
}
