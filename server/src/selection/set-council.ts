import { votes } from '@hoicho/shared/selection/council.ts'
import type { CouncilInput, CouncilView } from '@hoicho/shared/selection/council-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { demandReviewers } from './assign-reviewers.ts'
import { councilOf, membersOf } from './council-queries.ts'
import { fairForSelection } from './queries.ts'
import { readCouncil } from './view-council.ts'

/**
 * Sets up a fair's appraisal council, or puts it right: the decision that names it, its members and their seats, how much
 * each takes on. Once the chair has opened the round the seats stand (selection.council-seated): a member is replaced, which
 * keeps who sat there before. Members are reviewers of the organizer (selection.not-a-reviewer).
 */
export async function setCouncil(ctx: Ctx, fairId: string, input: CouncilInput): Promise<CouncilView> {
  return await change(
    ctx,
    'selection.set-council',
    { fair: fairId },
    async tx => {
      const { organizerId } = found(await fairForSelection(tx, fairId, 'update'))
      const before = await councilOf(tx, fairId, 'update')
      if ((before?.version ?? 0) !== input.version) throw problem('platform.changed-meanwhile')
      const members = input.members.map(member => ({
        ...member,
        isVoting: votes(member.seat, member.isVoting),
      }))
      await demandReviewers(
        tx,
        organizerId,
        members.map(member => member.personId),
      )
      await keepCouncil(tx, ctx, fairId, input, before?.state ?? 'forming')
      if (before && before.state !== 'forming') await keepLimits(tx, fairId, members)
      else await seat(tx, ctx, fairId, members)
      const { decisionNumber, decidedOn, dueOn } = input
      const after = { decisionNumber, decidedOn, dueOn, members }
      const audit = { entity: 'fair', entityId: fairId, before: before ?? null, after }
      return { result: await readCouncil(ctx, tx, fairId), audit }
    },
    { council_pkey: 'platform.changed-meanwhile' },
  )
}

type Members = CouncilInput['members']

async function keepCouncil(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  { decisionNumber, decidedOn, dueOn, version }: CouncilInput,
  state: 'forming' | 'open' | 'closed',
): Promise<void> {
  const row = { decisionNumber, decidedOn, dueOn, state, version: version + 1, updatedAt: ctx.now() }
  if (version === 0) {
    await tx
      .insertInto('council')
      .values({ fairId, ...row })
      .execute()
    return
  }
  await tx.updateTable('council').set(row).where('fairId', '=', fairId).execute()
}

/** Nobody has scored yet: whoever is left out has not served, and leaves no trace but in the log. */
async function seat(tx: Tx, ctx: Ctx, fairId: string, members: Members): Promise<void> {
  await tx.deleteFrom('councilMember').where('fairId', '=', fairId).execute()
  const rows = members.map((member, position) => ({
    id: newId(),
    fairId,
    ...member,
    position,
    since: ctx.now(),
  }))
  await tx.insertInto('councilMember').values(rows).execute()
}

async function keepLimits(tx: Tx, fairId: string, members: Members): Promise<void> {
  const seated = (await membersOf(tx, fairId)).filter(member => member.endedAt === null)
  const wanted = new Map(members.map(member => [member.personId, member]))
  const isSame =
    seated.length === members.length &&
    seated.every(({ personId, seat: held, isVoting }) => {
      const member = wanted.get(personId)
      return member?.seat === held && member.isVoting === isVoting
    })
  if (!isSame) throw problem('selection.council-seated')
  for (const { id, personId, loadLimit } of seated) {
    const limit = wanted.get(personId)?.loadLimit ?? null
    if (limit !== loadLimit)
      await tx.updateTable('councilMember').set({ loadLimit: limit }).where('id', '=', id).execute()
  }
}
