import type { BankAccountView } from '@hoicho/shared/establishments/entries-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { bankAccountsOf } from './entry-queries.ts'
import { lockEstablishment } from './queries.ts'

/** Makes one account the one contracts name from now on; contracts already issued keep theirs. */
export async function chooseBankAccount(
  ctx: Ctx,
  establishmentId: string,
  accountId: string,
): Promise<BankAccountView> {
  return await change(ctx, 'establishments.edit-bank', { establishment: establishmentId }, async tx => {
    await lockEstablishment(tx, establishmentId)
    const accounts = await bankAccountsOf(tx, establishmentId)
    const chosen = found(accounts.find(account => account.id === accountId))
    await makeDefault(tx, establishmentId, accountId)
    return {
      result: { ...chosen, isDefault: true },
      audit: {
        entity: 'bank-account',
        entityId: accountId,
        before: { defaultId: accounts.find(account => account.isDefault)?.id ?? null },
        after: { defaultId: accountId },
      },
    }
  })
}

/** First none, then one: there is never a second default. The establishment is locked by the caller. */
export async function makeDefault(tx: Tx, establishmentId: string, accountId: string): Promise<void> {
  await tx
    .updateTable('bankAccount')
    .set({ isDefault: false })
    .where('establishmentId', '=', establishmentId)
    .where('isDefault', '=', true)
    .where('removedAt', 'is', null)
    .execute()
  await tx
    .updateTable('bankAccount')
    .set({ isDefault: true })
    .where('establishmentId', '=', establishmentId)
    .where('id', '=', accountId)
    .execute()
}
