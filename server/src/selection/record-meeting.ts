import { type MeetingInput, type MeetingView } from '@hoicho/shared/selection/meeting-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId, newToken } from '../platform/ids.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { lockMeeting, meetingsOf } from './meeting-queries.ts'
import { fairForSelection } from './queries.ts'
import { readMeetings } from './view-meetings.ts'

/**
 * Begins the minutes of a meeting of the council: who was there, what was moved, how each voted. The seed of the lot is fixed
 * with them. Refused with selection.meeting-open while others are not signed.
 */
export async function holdMeeting(ctx: Ctx, fairId: string, input: MeetingInput): Promise<MeetingView> {
  return await change(ctx, 'selection.hold-meeting', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    demandPast(ctx, input)
    const [last] = await meetingsOf(tx, fairId)
    if (last?.state === 'open') throw problem('selection.meeting-open')
    const id = newId()
    await tx
      .insertInto('selectionMeeting')
      .values({
        id,
        fairId,
        position: (last?.position ?? 0) + 1,
        state: 'open',
        ...columnsOf(input),
        seed: input.seed ?? newToken(),
        version: 1,
        recordedBy: actorPersonId(ctx),
        recordedAt: ctx.now(),
      })
      .execute()
    return await answer(tx, fairId, id)
  })
}

/** Writes the minutes anew until they are signed. Refused with platform.changed-meanwhile unless `version` is the one stored. */
export async function recordMeeting(
  ctx: Ctx,
  fairId: string,
  meetingId: string,
  input: MeetingInput,
): Promise<MeetingView> {
  return await change(ctx, 'selection.hold-meeting', { fair: fairId }, async tx => {
    const meeting = found(await lockMeeting(tx, fairId, meetingId))
    if (meeting.state !== 'open') throw problem('platform.wrong-state')
    if (meeting.version !== input.version) throw problem('platform.changed-meanwhile')
    demandPast(ctx, input)
    const seed = input.seed ?? meeting.seed
    await tx
      .updateTable('selectionMeeting')
      .set({ ...columnsOf(input), seed, version: meeting.version + 1 })
      .where('id', '=', meetingId)
      .execute()
    return await answer(tx, fairId, meetingId)
  })
}

function demandPast(ctx: Ctx, { heldAt, endedAt }: MeetingInput): void {
  if (heldAt > ctx.now()) throw invalid({ pointer: '/heldAt', code: 'in-future' })
  if (endedAt > ctx.now()) throw invalid({ pointer: '/endedAt', code: 'in-future' })
}

function columnsOf(input: MeetingInput) {
  const { heldAt, endedAt, place, councilDecision, members, motions, remarks, waitingPlaces } = input
  return {
    heldAt,
    endedAt,
    place,
    councilDecision,
    members,
    motions,
    remarks,
    waitingPlaces,
  }
}

async function answer(tx: Tx, fairId: string, meetingId: string) {
  const result = found((await readMeetings(tx, fairId)).find(meeting => meeting.id === meetingId))
  const { version, quorum, motions } = result
  const after = { version, present: quorum.present, motions: motions.length }
  return { result, audit: { entity: 'selection-meeting', entityId: meetingId, after } }
}
