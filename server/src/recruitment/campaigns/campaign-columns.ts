import type { CampaignInput, CampaignPace } from '@hoicho/shared/recruitment/campaign-schema.ts'
import type { Tx } from '../../platform/context.ts'
import { invalid } from '../../platform/problem.ts'

export const paceColumns = (input: Omit<CampaignPace, 'version'>) => ({
  batchSize: input.batchSize,
  batchMinutes: input.batchMinutes,
  reminderDays: [...new Set(input.reminderDays)].toSorted((a, b) => b - a),
  remindersOn: input.remindersOn,
})

export const campaignColumns = (input: CampaignInput) => ({
  name: input.name,
  audience: input.audience,
  letter: input.letter,
  startAt: input.startAt,
  ...paceColumns(input),
})

/** A saved list must be one of the organizer's own, and still there. */
export async function demandList(
  tx: Tx,
  organizerId: string | undefined,
  listId: string | null,
): Promise<void> {
  if (listId === null) return
  const list = await tx
    .selectFrom('savedList')
    .select('id')
    .where('id', '=', listId)
    .where('organizerId', '=', organizerId ?? '')
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!list) throw invalid({ pointer: '/audience/listId', code: 'choice' })
}
