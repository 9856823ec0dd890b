import { sql } from 'kysely'
import { change } from '../platform/change.ts'
import type { App, Ctx } from '../platform/context.ts'
import { newId, newToken } from '../platform/ids.ts'
import { demandStrong } from './demand-strong.ts'

const LINK_HOURS = 24

/** `isNew`: there was no account under that address before. `link`: where a password is set, once, within a day. */
export type Administrator = { isNew: boolean; link: string | null }

/**
 * Makes the person with that address a platform administrator, with an account where they have none. With a password it
 * is set at once; without one, a link to set it is returned. For the command line: who may run it owns the machine.
 */
export async function makeAdministrator(
  ctx: Ctx,
  input: { email: string; name: string; password?: string },
): Promise<Administrator> {
  const { email, name, password } = input
  if (password) demandStrong(password, email)
  const existing = await findPerson(ctx.app, email)
  const id = existing?.id ?? newId()
  const hash = password ? await (await ctx.app.auth.$context).password.hash(password) : null
  const token = hash ? null : newToken()
  await change(ctx, 'identity.account', {}, async tx => {
    const now = ctx.now()
    if (!existing) {
      const dates = { createdAt: now, updatedAt: now }
      await tx
        .insertInto('person')
        .values({ id, name, email, emailVerified: true, ...dates })
        .execute()
    }
    await tx.updateTable('person').set({ isPlatformAdmin: true }).where('id', '=', id).execute()
    if (hash) {
      await tx
        .deleteFrom('credential')
        .where('personId', '=', id)
        .where('providerId', '=', 'credential')
        .execute()
      const account = { id: newId(), accountId: id, providerId: 'credential', personId: id }
      await tx
        .insertInto('credential')
        .values({ ...account, password: hash, createdAt: now, updatedAt: now })
        .execute()
    }
    if (token) {
      const expiresAt = new Date(Date.parse(now) + LINK_HOURS * 3_600_000).toISOString()
      // The form better-auth reads its own reset tokens in.
      const row = { id: newId(), identifier: `reset-password:${token}`, value: id, expiresAt }
      await tx
        .insertInto('verification')
        .values({ ...row, createdAt: now, updatedAt: now })
        .execute()
    }
    const audit = { entity: 'person', entityId: id, after: { isPlatformAdmin: true, isNew: !existing } }
    return { result: null, audit }
  })
  return { isNew: !existing, link: token ? `${ctx.app.config.publicUrl}/reset?token=${token}` : null }
}

async function findPerson(app: App, email: string) {
  return await app.db
    .selectFrom('person')
    .select('id')
    .where(sql`lower(email)`, '=', email)
    .executeTakeFirst()
}
