import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { mayRead } from '../platform/permission.ts'

/** A note among the staff about an application. No view, mail or history of the establishment ever holds it. */
export async function writeNote(ctx: Ctx, applicationId: string, body: string): Promise<{ id: string }> {
  return await change(ctx, 'recruitment.write-note', { application: applicationId }, async (tx, target) => {
    const id = newId()
    const written = { writtenBy: actorPersonId(ctx), writtenAt: ctx.now() }
    await tx
      .insertInto('applicationNote')
      .values({ id, fairId: target.fairId ?? '', applicationId, body, ...written })
      .execute()
    // Under its own entity: the history of the application is read by the establishment too.
    return { result: { id }, audit: { entity: 'application-note', entityId: id, after: { applicationId } } }
  })
}

/** The notes about an application, the newest first. */
export async function listNotes(ctx: Ctx, applicationId: string) {
  const target = await mayRead(ctx, 'recruitment.view-notes', { application: applicationId })
  return await ctx.app.db
    .selectFrom('applicationNote as note')
    .leftJoin('person', 'person.id', 'note.writtenBy')
    .select(['note.id', 'note.body', 'note.writtenAt', 'person.name as writtenByName'])
    .where('note.fairId', '=', target.fairId ?? '')
    .where('note.applicationId', '=', applicationId)
    .where('note.removedAt', 'is', null)
    .orderBy('note.id', 'desc')
    .execute()
}
