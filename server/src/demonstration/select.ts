import { ORGANIZER } from '@hoicho/db/seed/demonstration/people.ts'
import { acceptDossier } from '../selection/accept-dossier.ts'
import { answerPlace } from '../selection/answer-place.ts'
import { balanceAssignments } from '../selection/balance-assignments.ts'
import { configureCriteria } from '../selection/configure-criteria.ts'
import { proposeCriteria } from '../selection/criteria.ts'
import { decide } from '../selection/decide.ts'
import { overrideCheck } from '../selection/override-check.ts'
import { holdMeeting } from '../selection/record-meeting.ts'
import { runChecks } from '../selection/run-checks.ts'
import { fileScoreSheet } from '../selection/score-sheets.ts'
import { sendLetters } from '../selection/send-letters.ts'
import { signMinutes } from '../selection/sign-minutes.ts'
import { viewMeetings } from '../selection/view-meetings.ts'
import type { Stage } from './stage.ts'

type Staff = (key: string) => string

/** Takes the criteria the dated rule proposes. */
export async function setCriteria(stage: Stage, staff: Staff, fairId: string): Promise<void> {
  const { items } = await proposeCriteria(stage.app.db, fairId)
  await configureCriteria(await stage.as(staff('officer')), fairId, items)
}

/** Kiểm tra: the officer runs the gates; what fails is put right by the manager with a reason; the dossier is taken. */
export async function checkDossier(stage: Stage, staff: Staff, applicationId: string): Promise<void> {
  const officer = await stage.as(staff('officer'))
  const { items } = await runChecks(officer, applicationId)
  for (const { gate } of items.filter(check => check.outcome === 'fail')) {
    await overrideCheck(await stage.as(staff('manager')), applicationId, gate, {
      outcome: 'pass',
      reason: 'Hồ sơ minh họa: lãnh đạo trung tâm đồng ý cho tham gia.',
    })
  }
  await acceptDossier(officer, applicationId)
}

export async function assign(
  stage: Stage,
  staff: Staff,
  fairId: string,
  perApplication: number,
): Promise<void> {
  await balanceAssignments(await stage.as(staff('officer')), fairId, { perApplication })
}

/**
 * Thẩm định: every assigned reviewer files a sheet. `level` is the share of the full points an establishment earns,
 * 0 to 1; reviewers differ by a few points, always in the same way.
 */
export async function score(
  stage: Stage,
  fairId: string,
  level: (applicationId: string) => number | undefined,
): Promise<void> {
  const criteria = await stage.app.db
    .selectFrom('criterion')
    .select(['code', 'maxPoints'])
    .where('fairId', '=', fairId)
    .orderBy('position')
    .execute()
  const assigned = await stage.app.db
    .selectFrom('reviewerAssignment')
    .select(['applicationId', 'reviewerId'])
    .where('fairId', '=', fairId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
  for (const [index, { applicationId, reviewerId }] of assigned.entries()) {
    const share = level(applicationId)
    if (share === undefined) continue
    const points = criteria.map(({ code, maxPoints }, position) => {
      const wobble = (((index * 7 + position * 5) % 9) - 4) / 100
      return [code, Math.max(0, Math.min(maxPoints, Math.round(maxPoints * (share + wobble))))] as const
    })
    const sheet = { points: Object.fromEntries(points), remarks: '', version: 0 }
    await fileScoreSheet(await stage.as(reviewerId), applicationId, sheet)
  }
}

/** Xét chọn: the council meets on the morning of `day`, the minutes are signed, the list decided and the letters sent. */
export async function select(
  stage: Stage,
  staff: Staff,
  fairId: string,
  { day, seed }: { day: string; seed: string },
): Promise<void> {
  stage.at(`${day}T04:30:00Z`)
  const officer = await stage.as(staff('officer'))
  const manager = await stage.as(staff('manager'))
  const { proposed } = await viewMeetings(officer, fairId)
  const chair = { name: ORGANIZER.representativeName, position: ORGANIZER.representativePosition }
  const members = [
    { personId: null, ...chair, role: 'chair', isPresent: true, absence: '' } as const,
    ...proposed.map((member, at) => ({
      ...member,
      role: at === 0 ? ('secretary' as const) : ('member' as const),
    })),
  ]
  const count = members.length
  const meeting = await holdMeeting(officer, fairId, {
    heldAt: `${day}T01:30:00.000Z`,
    endedAt: `${day}T04:00:00.000Z`,
    place: 'Phòng họp tầng 2, trụ sở trung tâm',
    councilDecision: '',
    members,
    motions: [
      {
        kind: 'list',
        text: 'Thông qua danh sách được chọn và danh sách dự bị theo thứ hạng.',
        inFavour: count,
        against: 0,
        abstained: 0,
        dissents: [],
      },
    ],
    remarks: '',
    waitingPlaces: null,
    seed,
    version: 0,
  })
  await signMinutes(manager, fairId, meeting.id, meeting.version)
  await decide(manager, fairId)
  await sendLetters(officer, fairId)
}

/** The establishment confirms on its page that it takes part. */
export async function confirmPlace(stage: Stage, personId: string, applicationId: string): Promise<void> {
  await answerPlace(await stage.as(personId), applicationId, { answer: 'confirm', reason: '' })
}
