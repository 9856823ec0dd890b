import { sql } from 'kysely'
import { actorPersonId, type Ctx, type Tx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'

/** An entry in the log for each record these rows make or change, by one statement. */
export async function auditEach(
  tx: Tx,
  ctx: Ctx,
  organizerId: string,
  importId: string,
  rowNumbers: readonly number[],
): Promise<void> {
  const ids = JSON.stringify(rowNumbers.map(rowNumber => ({ id: newId(), row_number: rowNumber })))
  await sql`
    insert into audit_entry (id, at, action, actor_kind, actor_id, organizer_id, establishment_id, entity, entity_id,
      before, after, request_id)
    select i.id, ${ctx.now()}::timestamptz, 'establishments.import', ${ctx.actor.kind}, ${actorPersonId(ctx)}::uuid,
      ${organizerId}::uuid, t.id, 'establishment', t.id, r.before,
      case when r.action = 'create' then r.record
        else (select jsonb_object_agg(v.key, v.value) from jsonb_each(r.record) v where jsonb_exists(r.taken, v.key))
      end, ${ctx.requestId}
    from jsonb_to_recordset(${ids}::text::jsonb) as i(id uuid, row_number int)
    join directory_import_row r on r.import_id = ${importId} and r.row_number = i.row_number
    cross join lateral (select case when r.action = 'create' then r.new_id else r.establishment_id end as id) t`.execute(
    tx,
  )
}
