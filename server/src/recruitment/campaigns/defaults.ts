import { BATCH_MINUTES, BATCH_SIZE, REMINDER_DAYS } from '@hoicho/shared/recruitment/campaign-defaults.ts'
import type { CampaignDefaults } from '@hoicho/shared/recruitment/campaign-schema.ts'
import type { Ctx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import { mayRead } from '../../platform/permission.ts'
import { found } from '../../platform/problem.ts'
import { fairByIdOrSlug } from '../queries.ts'
import { organizerForLetters } from './queries.ts'

/** What a new campaign begins with: the letter as centres write it, signed by the head, and the usual pace. */
export async function campaignDefaults(
  ctx: Ctx,
  fairId: string,
  locale: 'vi' | 'en',
): Promise<CampaignDefaults> {
  await mayRead(ctx, 'recruitment.run-campaigns', { fair: fairId })
  const fair = found(await fairByIdOrSlug(ctx.app.db, fairId))
  const organizer = await organizerForLetters(ctx.app.db, fair.organizerId)
  const t = await translator(locale, 'campaigns-desk')
  return {
    letter: {
      locale,
      about: t('letter.default.about'),
      body: t('letter.default.body'),
      signingMode: 'head',
      signingFor: '',
      signerPosition: organizer.representativePosition,
      signerName: organizer.representativeName,
      copies: [
        t('letter.default.copy.named'),
        t('letter.default.copy.file', { symbol: organizer.documentSymbol }),
      ],
      mailSubject: t('letter.default.subject'),
      mailText: t('letter.default.mail'),
    },
    batchSize: BATCH_SIZE,
    batchMinutes: BATCH_MINUTES,
    reminderDays: [...REMINDER_DAYS],
    remindersOn: true,
  }
}
