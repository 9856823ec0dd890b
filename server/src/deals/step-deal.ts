import { DEAL_STATES, type DealAction } from '@hoicho/shared/deals/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import type { Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockDeal } from './queries.ts'

/**
 * The locked deal and the state `action` leads to. Refused with platform.wrong-state where the table does not allow it,
 * and with platform.changed-meanwhile when a version is named and the deal has moved on since.
 */
export async function stepDeal(tx: Tx, fairId: string, dealId: string, action: DealAction, version?: number) {
  const deal = found(await lockDeal(tx, fairId, dealId))
  const state = step(DEAL_STATES, deal.state, action)
  if (!state) throw problem('platform.wrong-state')
  if (version !== undefined && version !== deal.version) throw problem('platform.changed-meanwhile')
  return { deal, state }
}
