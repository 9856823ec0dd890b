import { formatInstant } from '@hoicho/shared/platform/dates.ts'
import { registrationStatus } from '@hoicho/shared/recruitment/registration.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'

type Call = { state: string; registrationOpensAt: string; registrationClosesAt: string; timeZone: string }

/**
 * Lets pass a published fair that takes applications now, by the server's clock.
 * Refused: recruitment.fair-not-published, recruitment.not-open-yet, recruitment.closed; times are the fair's.
 */
export function demandOpenCall(ctx: Ctx, fair: Call): void {
  if (fair.state !== 'published') throw problem('recruitment.fair-not-published')
  const status = registrationStatus(fair, ctx.now())
  const time = (at: string) => formatInstant(at, ctx.locale, fair.timeZone)
  if (status === 'not-open-yet') {
    throw problem('recruitment.not-open-yet', { opensAt: time(fair.registrationOpensAt) })
  }
  if (status === 'closed') throw problem('recruitment.closed', { closedAt: time(fair.registrationClosesAt) })
}

/** Letters may go out for a published fair until its registration closes, also before it opens. Refused as above. */
export function demandLettersMayGo(ctx: Ctx, fair: Call): void {
  if (ctx.now() >= fair.registrationOpensAt || fair.state !== 'published') demandOpenCall(ctx, fair)
}
