import type { BankAccountInput, BankAccountView } from '@hoicho/shared/establishments/entries-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { invalid } from '../platform/problem.ts'
import { bankAccountsOf } from './entry-queries.ts'
import { lockEstablishment } from './queries.ts'
import { hasBank } from './reference-queries.ts'

/** Adds a bank account; the first is the one contracts name. Refused (422): an unknown bank, an account that is there already. */
export async function addBankAccount(
  ctx: Ctx,
  establishmentId: string,
  input: BankAccountInput,
): Promise<BankAccountView> {
  return await change(
    ctx,
    'establishments.edit-bank',
    { establishment: establishmentId },
    async tx => {
      await lockEstablishment(tx, establishmentId)
      if (!(await hasBank(tx, input.bankBin))) throw invalid({ pointer: '/bankBin', code: 'choice' })
      const isDefault = (await bankAccountsOf(tx, establishmentId)).length === 0
      const result = { id: newId(), ...input, isDefault }
      await tx
        .insertInto('bankAccount')
        .values({ ...result, establishmentId, createdAt: ctx.now() })
        .execute()
      return { result, audit: { entity: 'bank-account', entityId: result.id, after: result } }
    },
    { bank_account_once: { pointer: '/account', code: 'bank-account-twice' } },
  )
}
