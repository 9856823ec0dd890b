import { councilFaults } from '@hoicho/shared/selection/council.ts'
import type { CouncilView, RoundInput } from '@hoicho/shared/selection/council-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { demandSeat, moveRound } from './council.ts'
import { membersOf } from './council-queries.ts'
import { criteriaOf, fairForSelection } from './queries.ts'
import { readCouncil } from './view-council.ts'

/**
 * The chair opens the round: from now on sheets are taken. Needs criteria, a chair, a secretary and an odd number of voting
 * members (selection.no-criteria, no-chair, no-secretary, even-council). A closed round is opened again only with a reason.
 */
export async function openRound(ctx: Ctx, fairId: string, { reason }: RoundInput): Promise<CouncilView> {
  return await change(ctx, 'selection.preside', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const council = await demandSeat(ctx, tx, fairId, ['chair'])
    if (council.state === 'closed' && reason === '') throw invalid({ pointer: '/reason', code: 'required' })
    const seated = (await membersOf(tx, fairId)).filter(member => member.endedAt === null)
    const [fault] = councilFaults(seated)
    const voting = seated.filter(member => member.isVoting).length
    if (fault === 'even-council') throw problem('selection.even-council', { voting })
    if (fault) throw problem(`selection.${fault}`)
    if ((await criteriaOf(tx, fairId)).length === 0) throw problem('selection.no-criteria')
    const { state } = await moveRound(tx, ctx, council, 'open')
    const audit = { entity: 'fair', entityId: fairId, before: { round: council.state } }
    return {
      result: await readCouncil(ctx, tx, fairId),
      audit: { ...audit, after: { round: state, reason } },
    }
  })
}

/**
 * The chair closes the round. Whoever files at the same moment is either in before or told selection.round-closed: both
 * wait for the fair's row.
 */
export async function closeRound(ctx: Ctx, fairId: string, { reason }: RoundInput): Promise<CouncilView> {
  return await change(ctx, 'selection.preside', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const council = await demandSeat(ctx, tx, fairId, ['chair'])
    const { state } = await moveRound(tx, ctx, council, 'close')
    const audit = { entity: 'fair', entityId: fairId, before: { round: council.state } }
    return {
      result: await readCouncil(ctx, tx, fairId),
      audit: { ...audit, after: { round: state, reason } },
    }
  })
}
