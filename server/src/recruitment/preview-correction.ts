import { step } from '@hoicho/shared/platform/states.ts'
import type { MailPreview } from '@hoicho/shared/recruitment/inbox-schema.ts'
import type { CorrectionInput } from '@hoicho/shared/recruitment/schema.ts'
import { APPLICATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { mailTexts } from '../mail/queue-mail.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { problem } from '../platform/problem.ts'
import { peopleToTell } from './correspondence.ts'
import { readApplication } from './reads.ts'
import { correctionMail, organizerNames, refuseStrangers } from './request-correction.ts'

/**
 * The mails a request for correction would send, word for word; none when there is no address. Refused as the request
 * itself would be: platform.wrong-state, a remark at a field the form lacks.
 */
export async function previewCorrection(
  ctx: Ctx,
  applicationId: string,
  input: CorrectionInput,
): Promise<MailPreview['items']> {
  const target = await mayRead(ctx, 'recruitment.request-correction', { application: applicationId })
  const { db } = ctx.app
  const view = await readApplication(db, target.fairId ?? '', applicationId, true)
  if (!step(APPLICATION_STATES, view.state, 'request-correction')) throw problem('platform.wrong-state')
  refuseStrangers(view, input)
  const asked = {
    ...view,
    correctionNote: input.note,
    correctionFields: input.fields.map(field => ({ ...field, reply: '', answeredAt: null })),
    correctionDueOn: input.dueOn,
  }
  const organizer = await organizerNames(db, target.organizerId ?? '')
  const people = await peopleToTell(db, view.establishment)
  return await Promise.all(
    people.map(async person => {
      const { subject, text } = await mailTexts(ctx.app, await correctionMail(ctx, organizer, asked, person))
      return { to: person.email, name: person.name, subject, text }
    }),
  )
}
