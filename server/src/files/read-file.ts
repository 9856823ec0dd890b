import { sql } from 'kysely'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { isBarred } from '../platform/targets.ts'

type FileRow = NonNullable<Awaited<ReturnType<typeof fileById>>>

/** A file and its bytes, for those who may see what it hangs on. Anybody else: not found. */
export async function readFile(ctx: Ctx, fileId: string) {
  const file = await fileById(ctx, fileId)
  if (!file || !(await maySee(ctx, file))) throw problem('platform.not-found')
  const blob = await ctx.app.db
    .selectFrom('fileBlob')
    .select('bytes')
    .where('sha256', '=', file.sha256)
    .executeTakeFirstOrThrow()
  return { ...file, bytes: blob.bytes }
}

const fileById = (ctx: Ctx, id: string) =>
  ctx.app.db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst()

/**
 * Public; one's own upload; staff of the organizer it was handed to (gate staff not, reviewers only what belongs to an
 * application assigned to them); people of the establishment.
 */
async function maySee(ctx: Ctx, file: FileRow): Promise<boolean> {
  if (file.isPublic || ctx.actor.kind === 'system') return true
  if (ctx.actor.kind === 'person' && file.uploadedBy === ctx.actor.id) return true
  const { organizers, establishments } = ctx.rights
  const staffOf = (await isKeptOut(ctx, file))
    ? []
    : organizers
        .filter(held => held.role !== 'gate' && held.role !== 'reviewer')
        .map(held => held.organizerId)
  if (file.organizerId && staffOf.includes(file.organizerId)) return true
  if (!file.establishmentId) return false
  if (await isToReview(ctx, file, file.establishmentId)) return true
  if (establishments.some(held => held.establishmentId === file.establishmentId)) return true
  // A photo or certificate of the establishment's profile: whoever it has applied to may see it. Papers of one
  // organizer's fair carry that organizer and are not for another's eyes.
  if (file.organizerId || staffOf.length === 0) return false
  const applied = await ctx.app.db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select('application.id')
    .where('application.establishmentId', '=', file.establishmentId)
    .where('application.state', '<>', 'draft')
    .where('fair.organizerId', 'in', staffOf)
    .limit(1)
    .executeTakeFirst()
  return Boolean(applied)
}

/** Whether a conflict of interest keeps the person from the establishment, whatever other role they hold. */
async function isKeptOut(ctx: Ctx, { establishmentId }: FileRow): Promise<boolean> {
  if (ctx.actor.kind !== 'person' || !establishmentId) return false
  if (!ctx.rights.organizers.some(held => held.role === 'reviewer')) return false
  return await isBarred(ctx.app.db, ctx.actor.id, { establishmentId })
}

/**
 * No conflict of interest keeps the reviewer away, and the fair does not hide the file from those who score: photos of
 * products by themselves, everything else where papers or names are hidden.
 */
const isShown = (fileId: string) =>
  sql<boolean>`not exists (
    select from barred_reviewer barred
    where barred.application_id = assignment.application_id and barred.reviewer_id = assignment.reviewer_id
  ) and not exists (
    select from sheet_setting setting
    where setting.fair_id = assignment.fair_id and setting.blind_fields ?| case
      when exists (select from product where product.photo_file_id = ${fileId} or ${fileId} = any(product.further_photo_ids)) then array['photos']
      else array['name', 'papers'] end
  )`

/** Whether the person is assigned to score an application of that establishment, at the fair the file was handed to if any. */
async function isToReview(ctx: Ctx, file: FileRow, establishmentId: string): Promise<boolean> {
  const reviewerOf = ctx.rights.organizers
    .filter(held => held.role === 'reviewer')
    .map(held => held.organizerId)
  if (ctx.actor.kind !== 'person' || reviewerOf.length === 0) return false
  if (file.organizerId && !reviewerOf.includes(file.organizerId)) return false
  let query = ctx.app.db
    .selectFrom('reviewerAssignment as assignment')
    .innerJoin('application', 'application.id', 'assignment.applicationId')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select('assignment.id')
    .where('assignment.reviewerId', '=', ctx.actor.id)
    .where('assignment.endedAt', 'is', null)
    .where('application.establishmentId', '=', establishmentId)
    .where('fair.organizerId', 'in', reviewerOf)
    .where(isShown(file.id))
  if (file.fairId) query = query.where('fair.id', '=', file.fairId)
  return Boolean(await query.limit(1).executeTakeFirst())
}
