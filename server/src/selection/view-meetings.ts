import {
  type MeetingMember,
  type MeetingsView,
  type MeetingView,
} from '@hoicho/shared/selection/meeting-schema.ts'
import { quorumOf } from '@hoicho/shared/selection/minutes.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { type MeetingRow, meetingsOf, quorumRuleOf } from './meeting-queries.ts'
import { fairForSelection, reviewersOf } from './queries.ts'

/** Meetings of the council, and its members as the next one would list them: those of the last, else the reviewers. */
export async function viewMeetings(ctx: Ctx, fairId: string): Promise<MeetingsView> {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  const { db } = ctx.app
  const items = await readMeetings(db, fairId)
  return { items, proposed: items[0]?.members.map(asPresent) ?? (await councilOf(db, fairId)) }
}

const asPresent = (member: MeetingMember): MeetingMember => ({ ...member, isPresent: true, absence: '' })

async function councilOf(db: Db, fairId: string): Promise<MeetingMember[]> {
  const { organizerId } = found(await fairForSelection(db, fairId))
  const reviewers = await reviewersOf(db, organizerId)
  return reviewers.map(({ id, name }, at) => ({
    personId: id,
    name,
    position: '',
    role: at === 0 ? 'chair' : at === 1 ? 'secretary' : 'member',
    isPresent: true,
    absence: '',
  }))
}

/** Every meeting of a fair as shown, the newest first. */
export async function readMeetings(db: Db | Tx, fairId: string): Promise<MeetingView[]> {
  const { ruleSetOn } = found(await fairForSelection(db, fairId))
  const quorum = await quorumRuleOf(db, ruleSetOn)
  return (await meetingsOf(db, fairId)).map(row => viewOf(row, quorum))
}

function viewOf(row: MeetingRow, quorum: Awaited<ReturnType<typeof quorumRuleOf>>): MeetingView {
  const { id, position, state, heldAt, endedAt, place, councilDecision, members, motions, remarks } = row
  const { seed, waitingPlaces, version, documentNumber, documentFileId, signedAt, signedByName, decision } =
    row
  return {
    id,
    position,
    state,
    heldAt,
    endedAt,
    place,
    councilDecision,
    members,
    motions,
    remarks,
    seed,
    waitingPlaces,
    version,
    quorum: { ...quorumOf(members, quorum.rule), legalBasis: quorum.legalBasis },
    documentNumber,
    documentFileId,
    signedAt,
    signedByName,
    decision,
  }
}
