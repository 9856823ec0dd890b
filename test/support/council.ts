import { newId } from '@hoicho/server/platform/ids.ts'
import type { House } from './house.ts'

/** Minutes being written, a version of the rules, and a complaint about a decision. */
export async function addCouncil(house: House, fairId: string, applicationId: string) {
  const [meetingId, scenarioId, complaintId, selectionId] = [newId(), newId(), newId(), newId()]
  const now = new Date().toISOString()
  await house.app.db
    .insertInto('selectionMeeting')
    .values({
      id: meetingId,
      fairId,
      position: 1,
      state: 'open',
      heldAt: now,
      endedAt: now,
      place: 'Phòng họp',
      councilDecision: '',
      members: [] as unknown as object,
      motions: [] as unknown as object,
      seed: 'hat-giong-01',
      version: 1,
      recordedAt: now,
    })
    .execute()
  const settings = {
    places: 1,
    passMark: 50,
    waitingPlaces: null,
    quotas: [],
    tieBreak: null,
    isNormalised: false,
    seed: '',
  }
  await house.app.db
    .insertInto('selectionScenario')
    .values({ id: scenarioId, fairId, name: 'Một chỗ', settings, version: 1, createdAt: now, updatedAt: now })
    .execute()
  await house.app.db
    .insertInto('selection')
    .values({
      id: selectionId,
      fairId,
      version: 1,
      state: 'superseded',
      passMark: 50,
      quota: 1,
      seed: 'hat-giong-01',
      input: {},
      sha256: '0'.repeat(64),
      decidedAt: now,
    })
    .execute()
  await house.app.db
    .insertInto('selectionComplaint')
    .values({
      id: complaintId,
      fairId,
      applicationId,
      selectionId,
      state: 'filed',
      channel: 'page',
      text: 'Điểm chưa đúng',
      filedAt: now,
      answerDueOn: now.slice(0, 10),
    })
    .execute()
  return { meetingId, scenarioId, complaintId }
}
