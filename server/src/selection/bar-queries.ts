import type { Db, Tx } from '../platform/context.ts'

/** Why an organizer does not take an establishment to a fair that opens on a day. */
export async function barOf(db: Db | Tx, organizerId: string, establishmentId: string, on: string) {
  return await db
    .selectFrom('barredEstablishment')
    .select(['reason', 'barredUntil as until'])
    .where('organizerId', '=', organizerId)
    .where('establishmentId', '=', establishmentId)
    .where('liftedAt', 'is', null)
    .where('barredFrom', '<=', on)
    .where(row => row.or([row('barredUntil', 'is', null), row('barredUntil', '>=', on)]))
    .executeTakeFirst()
}

/** An organizer's list, the newest first, lifted ones last. */
export async function barsOf(db: Db | Tx, organizerId: string) {
  return await db
    .selectFrom('barredEstablishment as bar')
    .innerJoin('establishment', 'establishment.id', 'bar.establishmentId')
    .leftJoin('person', 'person.id', 'bar.barredBy')
    .select(['bar.id', 'bar.establishmentId', 'establishment.name as establishmentName', 'bar.reason'])
    .select(['bar.barredFrom', 'bar.barredUntil', 'bar.barredAt', 'bar.liftedAt', 'bar.liftReason'])
    .select('person.name as barredByName')
    .where('bar.organizerId', '=', organizerId)
    .orderBy('bar.liftedAt', row => row.desc().nullsFirst())
    .orderBy('bar.id', 'desc')
    .execute()
}
