import { FASCIA_FIELD } from '@hoicho/shared/fairs/answers.ts'
import { carryAnswers } from '@hoicho/shared/fairs/form-changes.ts'
import type { AdoptedForm } from '@hoicho/shared/recruitment/schema.ts'
import { sql } from 'kysely'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import * as queries from './queries.ts'
import { readApplication } from './reads.ts'

/**
 * Takes a draft from the version of the form it was begun with to the one in force. Answers go along wherever the new
 * form has a place for them; the others are handed back, so that the person can copy what still matters, and stay in the
 * log. Papers the new form does not ask for are taken out. Refused: platform.wrong-state for what is no draft or is on
 * the form in force already, platform.changed-meanwhile.
 */
export async function adoptForm(ctx: Ctx, applicationId: string, version: number): Promise<AdoptedForm> {
  return await change(ctx, 'recruitment.save-draft', { application: applicationId }, async (tx, target) => {
    const fairId = target.fairId ?? ''
    const application = found(await queries.applicationById(tx, fairId, applicationId, true))
    const fair = found(
      await tx.selectFrom('fair').select('formVersion').where('id', '=', fairId).executeTakeFirst(),
    )
    if (application.state !== 'draft' || application.formVersion >= fair.formVersion) {
      throw problem('platform.wrong-state')
    }
    if (application.version !== version) throw problem('platform.changed-meanwhile')
    const from = found(await queries.formOf(tx, fairId, application.formVersion))
    const to = found(await queries.formOf(tx, fairId, fair.formVersion))
    const { answers, left } = carryAnswers(from, to, queries.answersOf(application))
    await tx
      .updateTable('application')
      .set({
        formVersion: fair.formVersion,
        answers,
        fasciaName: String(answers[FASCIA_FIELD] ?? ''),
        version: version + 1,
        updatedAt: ctx.now(),
      })
      .where('id', '=', applicationId)
      .execute()
    const kept = to.papers.map(paper => paper.code)
    await tx
      .updateTable('applicationPaper')
      .set({ removedAt: ctx.now() })
      .where('applicationId', '=', applicationId)
      .where('removedAt', 'is', null)
      .where('paperCode', '<>', sql<string>`all(${kept})`)
      .execute()
    return {
      result: { application: await readApplication(tx, fairId, applicationId, true), left },
      audit: {
        entity: 'application',
        entityId: applicationId,
        before: { formVersion: application.formVersion },
        after: { formVersion: fair.formVersion, left },
      },
    }
  })
}
