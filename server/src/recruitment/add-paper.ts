import type { ApplicationPaper, PaperInput } from '@hoicho/shared/recruitment/schema.ts'
import { EDITABLE_STATES } from '@hoicho/shared/recruitment/states.ts'
import { attachFile, type FileScope } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { demandNamed } from './demand-named.ts'
import * as queries from './queries.ts'

/** Files of one kind of paper: a scan of several pages, some photos. */
const MAX_FILES = 10

/**
 * Hands in an uploaded file as one of the form's papers; several files may make one paper. A file that already belongs
 * to the profile or to another application is copied, so that who may see it there does not change.
 * Refused: platform.wrong-state, a paper the form lacks or, while a correction is asked for, no remark names (422), recruitment.too-many-papers, somebody else's file (404).
 */
export async function addPaper(
  ctx: Ctx,
  applicationId: string,
  { paperCode, fileId }: PaperInput,
): Promise<ApplicationPaper> {
  return await change(
    ctx,
    'recruitment.change-papers',
    { application: applicationId },
    async (tx, target) => {
      const application = found(await queries.applicationById(tx, target.fairId ?? '', applicationId, true))
      if (!EDITABLE_STATES.includes(application.state)) throw problem('platform.wrong-state')
      const form = found(await queries.formOf(tx, application.fairId, application.formVersion))
      if (!form.papers.some(paper => paper.code === paperCode)) {
        throw invalid({ pointer: '/paperCode', code: 'choice' })
      }
      await demandNamed(tx, application, form, [`/papers/${paperCode}`])
      const there = (await queries.papersOf(tx, applicationId)).filter(paper => paper.paperCode === paperCode)
      if (there.length >= MAX_FILES) throw problem('recruitment.too-many-papers', { maximum: MAX_FILES })
      const ownFileId = await attachOrCopy(tx, ctx, fileId, { ...target })
      const id = newId()
      await tx
        .insertInto('applicationPaper')
        .values({
          id,
          applicationId,
          paperCode,
          fileId: ownFileId,
          addedBy: actorPersonId(ctx),
          addedAt: ctx.now(),
        })
        .execute()
      await tx
        .updateTable('application')
        .set({ updatedAt: ctx.now() })
        .where('id', '=', applicationId)
        .execute()
      const result = found((await queries.papersOf(tx, applicationId)).find(paper => paper.id === id))
      const after = { paperId: id, changed: [paperCode], name: result.name }
      return { result, audit: { entity: 'application', entityId: applicationId, after } }
    },
  )
}

async function attachOrCopy(tx: Tx, ctx: Ctx, fileId: string, scope: FileScope): Promise<string> {
  const file = found(await tx.selectFrom('file').selectAll().where('id', '=', fileId).executeTakeFirst())
  const isElsewhere = file.establishmentId !== null || file.organizerId !== null
  if (!isElsewhere) {
    await attachFile(tx, ctx, fileId, scope)
    return fileId
  }
  if (file.establishmentId === null || file.establishmentId !== scope.establishmentId) {
    throw problem('platform.not-found')
  }
  const id = newId()
  await tx
    .insertInto('file')
    .values({
      id,
      sha256: file.sha256,
      name: file.name,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      isPublic: false,
      organizerId: scope.organizerId ?? null,
      fairId: scope.fairId ?? null,
      establishmentId: file.establishmentId,
      uploadedBy: actorPersonId(ctx),
      createdAt: ctx.now(),
    })
    .execute()
  return id
}
