import type { App } from '../../platform/context.ts'
import { systemContext } from '../../platform/system-context.ts'
import { dueCampaigns } from './queries.ts'
import { sendBatch } from './send-batch.ts'

/** One round of the worker: the next batch of every campaign whose turn it is. Says how many letters it queued. */
export async function runCampaigns(app: App, now: () => string): Promise<number> {
  let letters = 0
  for (const { id, fairId } of await dueCampaigns(app.db, now())) {
    try {
      letters += await sendBatch(systemContext(app, now), fairId, id)
    } catch (error) {
      // One campaign that cannot be written must not hold up the others; it is tried again next round.
      app.log.error({ campaignId: id, name: error instanceof Error ? error.name : 'unknown' }, 'batch failed')
    }
  }
  return letters
}
