import type { MergePlan, MergeTable, RowChange } from '@hoicho/shared/establishments/merge.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/context.ts'

/** The tables' names in SQL. */
const SQL_NAMES: Record<MergeTable, string> = {
  application: 'application',
  fairInvitation: 'fair_invitation',
  contract: 'contract',
  deal: 'deal',
  product: 'product',
  recognition: 'recognition',
  certificate: 'certificate',
  bankAccount: 'bank_account',
  contact: 'contact',
  exportYear: 'export_year',
  establishmentMember: 'establishment_member',
  invitation: 'invitation',
  file: 'file',
  mail: 'mail',
  supportRecord: 'support_record',
  barredEstablishment: 'barred_establishment',
  recruitmentCall: 'recruitment_call',
  campaignRecipient: 'campaign_recipient',
  invitationOptOut: 'invitation_opt_out',
  savedListMember: 'saved_list_member',
}

/** What tells a row from the others of its establishment, where it has no number of its own. */
const KEY_COLUMNS: Partial<Record<MergeTable, string>> = {
  campaignRecipient: 'campaign_id',
  invitationOptOut: 'organizer_id',
  savedListMember: 'list_id',
}

const keyColumn = (table: MergeTable) => sql.ref(KEY_COLUMNS[table] ?? 'id')

/** Hands rows from one record to the other: one statement a table. */
export async function moveRows(
  tx: Tx,
  moves: MergePlan['moves'],
  fromId: string,
  toId: string,
): Promise<void> {
  for (const { table, ids } of moves) {
    await sql`
      update ${sql.table(SQL_NAMES[table])} set establishment_id = ${toId}
      where establishment_id = ${fromId} and ${keyColumn(table)} = any(${ids})`.execute(tx)
  }
}

/** Sets (`after`) or puts back (`before`) what the plan changes in rows: one statement for each value. */
export async function setRows(
  tx: Tx,
  { changes, survivorId, absorbedId }: MergePlan,
  side: 'before' | 'after',
  now: string,
): Promise<void> {
  for (const group of grouped(changes, change => keyOf(change, side)).values()) {
    const [first] = group
    if (!first) continue
    const ids = group.map(change => change.id)
    // A row without a number of its own that changes is one that stays behind.
    const owners = KEY_COLUMNS[first.table] ? [absorbedId] : [survivorId, absorbedId]
    await sql`
      update ${sql.table(SQL_NAMES[first.table])} set ${assignment(first, first[side], now)}
      where ${keyColumn(first.table)} = any(${ids}) and establishment_id = any(${owners})`.execute(tx)
  }
}

function assignment({ column }: RowChange, value: RowChange['after'], now: string) {
  if (column === 'ends') return value ? sql`ended_at = ${now}::timestamptz` : sql`ended_at = null`
  if (column === 'isDefault') return sql`is_default = ${value === true}`
  return sql`${sql.ref(column)} = ${String(value)}`
}

const keyOf = (change: RowChange, side: 'before' | 'after') =>
  `${change.table}.${change.column}.${change[side]}`

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
