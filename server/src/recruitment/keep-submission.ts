import type { SubmittedPaper, SubmittedProduct } from '@hoicho/shared/recruitment/changes.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import * as queries from './queries.ts'
import { lastRound } from './round-queries.ts'

type Application = { id: string; formVersion: number; answers: unknown }

/**
 * Keeps an application as it is handed in now, and closes the request for correction that it answers, if any. For the
 * verbs that submit, under the application's lock.
 * @returns the round of the submission, 1 for the first
 */
export async function keepSubmission(tx: Tx, ctx: Ctx, application: Application): Promise<number> {
  const round = (await lastRound(tx, application.id)) + 1
  const products: SubmittedProduct[] = (await queries.productsOf(tx, application.id)).map(
    ({ id, nameVi }) => ({ id, nameVi }),
  )
  await tx
    .insertInto('applicationSubmission')
    .values({
      applicationId: application.id,
      round,
      submittedAt: ctx.now(),
      submittedBy: actorPersonId(ctx),
      formVersion: application.formVersion,
      answers: application.answers,
      products,
      papers: await submittedPapers(tx, application.id),
    })
    .execute()
  await tx
    .updateTable('applicationCorrection')
    .set({ resubmittedAt: ctx.now() })
    .where('applicationId', '=', application.id)
    .where('resubmittedAt', 'is', null)
    .execute()
  return round
}

const submittedPapers = (tx: Tx, applicationId: string): Promise<SubmittedPaper[]> =>
  tx
    .selectFrom('applicationPaper')
    .innerJoin('file', 'file.id', 'applicationPaper.fileId')
    .select(['applicationPaper.paperCode', 'applicationPaper.fileId', 'file.name', 'file.sha256'])
    .where('applicationId', '=', applicationId)
    .where('removedAt', 'is', null)
    .orderBy('applicationPaper.id')
    .execute()
