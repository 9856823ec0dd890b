import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { makeDefault } from './choose-bank-account.ts'
import { bankAccountsOf } from './entry-queries.ts'
import { lockEstablishment } from './queries.ts'

/** Takes an account off the profile. When it was the one contracts name, the oldest of the others takes its place. */
export async function removeBankAccount(ctx: Ctx, establishmentId: string, accountId: string): Promise<void> {
  await change(ctx, 'establishments.edit-bank', { establishment: establishmentId }, async tx => {
    await lockEstablishment(tx, establishmentId)
    const accounts = await bankAccountsOf(tx, establishmentId)
    const before = found(accounts.find(account => account.id === accountId))
    await tx
      .updateTable('bankAccount')
      .set({ removedAt: ctx.now() })
      .where('establishmentId', '=', establishmentId)
      .where('id', '=', accountId)
      .execute()
    const next = before.isDefault ? accounts.find(account => account.id !== accountId) : undefined
    if (next) await makeDefault(tx, establishmentId, next.id)
    const after = next ? { defaultId: next.id } : undefined
    return { result: undefined, audit: { entity: 'bank-account', entityId: accountId, before, after } }
  })
}
