import type { AccountEdit, AccountView, SessionEntry } from '@hoicho/shared/identity/schema.ts'
import { change } from '../platform/change.ts'
import { type Ctx, personOf } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import * as queries from './queries.ts'

export async function viewAccount(ctx: Ctx): Promise<AccountView> {
  await mayRead(ctx, 'identity.account')
  const { id } = personOf(ctx)
  const row = found(await queries.accountRow(ctx.app.db, id))
  const secondFactorRequiredBy = await queries.secondFactorRequiredBy(ctx.app.db, id)
  return { ...row, hasPassword: Boolean(row.hasPassword), secondFactorRequiredBy }
}

/** Changes the name and the language mails are written in. */
export async function editAccount(ctx: Ctx, input: AccountEdit): Promise<AccountView> {
  const { id } = personOf(ctx)
  await change(ctx, 'identity.account', {}, async tx => {
    const before = await tx
      .selectFrom('person')
      .select(['name', 'locale'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('person')
      .set({ ...input, updatedAt: ctx.now() })
      .where('id', '=', id)
      .execute()
    return { result: null, audit: { entity: 'person', entityId: id, before, after: input } }
  })
  return await viewAccount(ctx)
}

/** Where the person is signed in. Tokens never leave the server. */
export async function listSessions(ctx: Ctx): Promise<SessionEntry[]> {
  await mayRead(ctx, 'identity.account')
  const { id, sessionId } = personOf(ctx)
  const rows = await queries.sessionsOf(ctx.app.db, id, ctx.now())
  return rows.map(row => ({ ...row, isThisOne: row.id === sessionId }))
}

/** Ends one session of the person. Another person's is not found. */
export async function endSession(ctx: Ctx, sessionId: string): Promise<void> {
  const { id } = personOf(ctx)
  await change(ctx, 'identity.account', {}, async tx => {
    found(
      await tx
        .deleteFrom('session')
        .where('id', '=', sessionId)
        .where('personId', '=', id)
        .returning('id')
        .executeTakeFirst(),
    )
    return { result: null, audit: { entity: 'session', entityId: sessionId, after: { ended: true } } }
  })
}

/** Ends every session of the person but this one, and says how many. */
export async function endOtherSessions(ctx: Ctx): Promise<{ ended: number }> {
  const { id, sessionId } = personOf(ctx)
  return await change(ctx, 'identity.account', {}, async tx => {
    const rows = await tx
      .deleteFrom('session')
      .where('personId', '=', id)
      .where('id', 'is distinct from', sessionId)
      .returning('id')
      .execute()
    const result = { ended: rows.length }
    return { result, audit: { entity: 'person', entityId: id, after: { sessionsEnded: rows.length } } }
  })
}
