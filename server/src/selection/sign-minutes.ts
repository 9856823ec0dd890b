import { canonicalJson } from '@hoicho/shared/selection/canonical-json.ts'
import type { MeetingView } from '@hoicho/shared/selection/meeting-schema.ts'
import { type MinutesFault, minutesFaults } from '@hoicho/shared/selection/minutes.ts'
import { recordAsJson, type SelectionRecord, selectionRecord } from '@hoicho/shared/selection/record.ts'
import { sha256Hex } from '@hoicho/shared/selection/sha256.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { demandReady } from './demand-ready.ts'
import { type LockedMeeting, lockMeeting, quorumRuleOf } from './meeting-queries.ts'
import { issueMinutes } from './minutes-document.ts'
import { fairForSelection } from './queries.ts'
import { rankRequest, untangled } from './rank-request.ts'
import { readMeetings } from './view-meetings.ts'

/**
 * Signs the minutes: from then on nothing in them changes. The ranking the council had before it is drawn with the meeting's
 * seed and kept by its hash; a decision is only made while it still comes out the same.
 *
 * Refused: platform.changed-meanwhile; at the field without a chair, a secretary, a quorum, votes of all present or a list
 * that was carried; what a decision would refuse, too.
 */
export async function signMinutes(
  ctx: Ctx,
  fairId: string,
  meetingId: string,
  version: number,
): Promise<MeetingView> {
  return await change(ctx, 'selection.sign-minutes', { fair: fairId }, async tx => {
    const fair = found(await fairForSelection(tx, fairId, 'update'))
    const meeting = found(await lockMeeting(tx, fairId, meetingId))
    if (meeting.state !== 'open') throw problem('platform.wrong-state')
    if (meeting.version !== version) throw problem('platform.changed-meanwhile')
    await demandComplete(tx, fair.ruleSetOn, meeting)
    const { seed, waitingPlaces } = meeting
    const { request, candidates } = await rankRequest(tx, fairId, { seed, waitingPlaces })
    demandReady(request)
    const record = untangled(() => selectionRecord(NOWHEN, request))
    const documentId = await issueMinutes(tx, ctx, fairId, meeting, { record, candidates })
    await tx
      .updateTable('selectionMeeting')
      .set({
        state: 'signed',
        sha256: hashOf(record),
        documentId,
        signedBy: actorPersonId(ctx),
        signedAt: ctx.now(),
        version: version + 1,
      })
      .where('id', '=', meetingId)
      .execute()
    const result = found((await readMeetings(tx, fairId)).find(one => one.id === meetingId))
    const after = { state: 'signed', sha256: hashOf(record), documentNumber: result.documentNumber }
    return { result, audit: { entity: 'selection-meeting', entityId: meetingId, after } }
  })
}

const NOWHEN = { fairId: '', version: 0, decidedAt: '' }

/** Of what a ranking rests on and comes to, whenever it is decided: SHA-256 over canonical JSON. */
export function hashOf({ request, ranking, quotas = [] }: SelectionRecord): string {
  const json = recordAsJson({ format: 'hoicho-selection-3', ...NOWHEN, request, ranking, quotas })
  return sha256Hex(canonicalJson(json))
}

const FIELD_OF: Record<MinutesFault, string> = {
  'no-chair': '/members',
  'two-chairs': '/members',
  'no-secretary': '/members',
  'no-quorum': '/members',
  'votes-miscounted': '/motions',
  'no-list-motion': '/motions',
  'list-not-carried': '/motions',
}

async function demandComplete(tx: Tx, ruleSetOn: string, { members, motions }: LockedMeeting): Promise<void> {
  const { rule } = await quorumRuleOf(tx, ruleSetOn)
  const faults = minutesFaults(members, motions, rule)
  if (faults.length > 0) throw invalid(...faults.map(code => ({ pointer: FIELD_OF[code], code })))
}
