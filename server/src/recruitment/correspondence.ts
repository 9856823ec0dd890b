import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { type Ctx, type Db, personOf, type Tx } from '../platform/context.ts'
import * as queries from './queries.ts'

export type Correspondent = { email: string; name: string; locale: Locale }

/** Who gets the answer to what is being done: the person doing it, else the establishment's own address, if it has one. */
export async function addressOf(
  tx: Tx,
  ctx: Ctx,
  establishment: { name: string; email: string | null },
): Promise<Correspondent | undefined> {
  if (ctx.actor.kind === 'person') {
    const { id, name, email } = personOf(ctx)
    const row = await tx.selectFrom('person').select('locale').where('id', '=', id).executeTakeFirst()
    return { email, name, locale: row?.locale ?? ctx.locale }
  }
  return establishment.email
    ? { email: establishment.email, name: establishment.name, locale: 'vi' }
    : undefined
}

/** Whom the organizer writes to about an application: the owners, else the establishment's own address. */
export async function peopleToTell(
  tx: Db | Tx,
  establishment: { id: string; name: string; email: string | null },
): Promise<Correspondent[]> {
  const owners = await queries.ownersOf(tx, establishment.id)
  if (owners.length > 0) return owners.map(({ email, name, locale }) => ({ email, name, locale }))
  return establishment.email ? [{ email: establishment.email, name: establishment.name, locale: 'vi' }] : []
}
