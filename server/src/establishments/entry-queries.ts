import type { Db, Tx } from '../platform/context.ts'

/** Bank accounts, contacts and export figures of a profile. */

export const bankAccountsOf = (db: Db | Tx, establishmentId: string) =>
  db
    .selectFrom('bankAccount')
    .select(['id', 'bankBin', 'account', 'holder', 'isDefault'])
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('isDefault', 'desc')
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

const CONTACT_COLUMNS = ['id', 'purpose', 'name', 'position', 'phone', 'email', 'version'] as const

const contactsIn = (db: Db | Tx, establishmentId: string) =>
  db
    .selectFrom('contact')
    .select(CONTACT_COLUMNS)
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)

export const contactsOf = (db: Db | Tx, establishmentId: string) =>
  contactsIn(db, establishmentId).orderBy('createdAt').orderBy('id').execute()

export async function contactById(db: Db | Tx, establishmentId: string, id: string, lock = false) {
  const query = contactsIn(db, establishmentId).where('id', '=', id)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

const YEAR_COLUMNS = ['year', 'countries', 'valueMinor', 'currency', 'note'] as const

export const exportYearsOf = (db: Db | Tx, establishmentId: string) =>
  db
    .selectFrom('exportYear')
    .select(YEAR_COLUMNS)
    .where('establishmentId', '=', establishmentId)
    .orderBy('year', 'desc')
    .execute()

export const exportYear = (db: Db | Tx, establishmentId: string, year: number) =>
  db
    .selectFrom('exportYear')
    .select(['id', ...YEAR_COLUMNS])
    .where('establishmentId', '=', establishmentId)
    .where('year', '=', year)
    .executeTakeFirst()
