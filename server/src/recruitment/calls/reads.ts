import { localDate } from '@hoicho/shared/platform/dates.ts'
import type { CallEntry, ToCall } from '@hoicho/shared/recruitment/campaign-schema.ts'
import type { Ctx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found } from '../../platform/problem.ts'
import { fairByIdOrSlug } from '../queries.ts'
import { callsOf, toCall } from './queries.ts'

/**
 * Whom to call about a fair: recipients of its campaigns without an e-mail address, or whose letter came back, and whoever
 * was to be called again; not those who answered. Due today first.
 */
export async function listToCall(ctx: Ctx, fairId: string): Promise<ToCall[]> {
  await mayRead(ctx, 'recruitment.log-calls', { fair: fairId })
  const fair = found(await fairByIdOrSlug(ctx.app.db, fairId))
  return await toCall(ctx.app.db, fairId, localDate(ctx.now(), fair.timeZone))
}

/** The calls to one establishment about a fair, the newest first. */
export async function listCalls(ctx: Ctx, fairId: string, establishmentId: string): Promise<CallEntry[]> {
  await mayRead(ctx, 'recruitment.log-calls', { fair: fairId })
  return await callsOf(ctx.app.db, fairId, establishmentId)
}
