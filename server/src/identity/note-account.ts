import type { Action } from '@hoicho/shared/identity/permissions.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'

export type AccountEvent =
  | 'signed-up'
  | 'email-verified'
  | 'password-reset'
  | 'password-changed'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'backup-codes-renewed'

/**
 * Writes to the log what better-auth has just done to an account (it writes its own tables and knows no log), and tells
 * the person by mail when it is something they would want to know had it been somebody else.
 */
export async function noteAccount(
  ctx: Ctx,
  action: Action,
  personId: string,
  event: AccountEvent,
  notice?: 'password-changed' | 'second-factor-changed',
): Promise<void> {
  await change({ ...ctx, idempotencyKey: null }, action, {}, async tx => {
    const person = await tx
      .selectFrom('person')
      .select(['name', 'email', 'locale'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    if (notice) {
      await queueMail(ctx.app, tx, ctx.now(), {
        template: notice,
        to: { address: person.email, name: person.name },
        locale: person.locale,
        params: { name: person.name, link: `${ctx.app.config.publicUrl}/forgot` },
      })
    }
    return { result: undefined, audit: { entity: 'person', entityId: personId, after: { event } } }
  })
}
