import type { CampaignLetterPreview } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { saveFiles } from '../../files/store-file.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { change } from '../../platform/change.ts'
import { type Ctx, personOf } from '../../platform/context.ts'
import { found } from '../../platform/problem.ts'
import { fairByIdOrSlug } from '../queries.ts'
import { letterFileName, letterMail, letterPdf, openWriting } from './letter.ts'
import { addresseesById, campaignById } from './queries.ts'

/**
 * Sends the person asking the mail with its letter, as the establishment would get it. Its link leads to the fair's page:
 * a trial opens nobody's invitation.
 */
export async function sendTrial(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  establishmentId: string,
): Promise<CampaignLetterPreview> {
  const person = personOf(ctx)
  return await change(ctx, 'recruitment.run-campaigns', { fair: fairId }, async tx => {
    const campaign = found(await campaignById(tx, fairId, campaignId))
    const fair = found(await fairByIdOrSlug(tx, fairId))
    const [reader] = await addresseesById(tx, [establishmentId])
    const writing = await openWriting(tx, fair, campaign)
    const bytes = await letterPdf(writing, found(reader))
    const name = letterFileName(campaign.letterNumber)
    const scope = { organizerId: fair.organizerId, fairId }
    const [file] = await saveFiles(tx, ctx, [{ name, mediaType: 'application/pdf', bytes, scope }])
    const mail = letterMail(writing, found(reader), `${ctx.app.config.publicUrl}/f/${fair.slug}`)
    const subject = writing.words('letter.trial', { subject: mail.params.subject ?? '' })
    await queueMail(ctx.app, tx, ctx.now(), {
      ...mail,
      params: { ...mail.params, subject },
      to: { address: person.email, name: person.name },
      attachments: [{ fileId: found(file).id, name }],
      scope,
    })
    const audit = { entity: 'campaign', entityId: campaignId, after: { trialTo: person.email } }
    return { result: { to: person.email, subject, text: String(mail.params.text ?? '') }, audit }
  })
}
