import type { Database } from '@hoicho/db/schema.ts'
import type { ExpressionBuilder } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** Whose mail: a fair's, or all of an organizer's. */
export type MailScope = { fair: string } | { organizer: string }

const COLUMNS = [
  'id',
  'template',
  'toAddress',
  'toName',
  'subject',
  'state',
  'attempts',
  'lastError',
  'nextAttemptAt',
  'createdAt',
  'sentAt',
  'isSecret',
] as const

/** A fair's mails name the fair; those of an organizer name it, or one of its fairs. */
function within(row: ExpressionBuilder<Database, 'mail'>, scope: MailScope) {
  if ('fair' in scope) return row('mail.fairId', '=', scope.fair)
  const fairs = row
    .selectFrom('fair')
    .select('fair.id')
    .whereRef('fair.id', '=', 'mail.fairId')
    .where('fair.organizerId', '=', scope.organizer)
  return row.or([row('mail.organizerId', '=', scope.organizer), row.exists(fairs)])
}

export async function mailsOf(db: Db, scope: MailScope, most: number) {
  return await db
    .selectFrom('mail')
    .select(COLUMNS)
    .where(row => within(row, scope))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
}

export async function mailById(db: Db | Tx, scope: MailScope, id: string) {
  return await db
    .selectFrom('mail')
    .select([...COLUMNS, 'bodyText', 'bodyHtml', 'attachments'])
    .where('id', '=', id)
    .where(row => within(row, scope))
    .executeTakeFirst()
}
