import { newId } from '@hoicho/server/platform/ids.ts'
import { configureCriteria } from '@hoicho/server/selection/configure-criteria.ts'
import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { application, establishment } from '../../support/applications.ts'
import { fairInput, type House, type TestPerson } from '../../support/house.ts'

/** A fair under selection with its people: two reviewers, an officer, a manager, and criteria of 40 and 60 points. */
export type Stage = {
  organizerId: string
  fairId: string
  manager: TestPerson
  officer: TestPerson
  reviewers: [TestPerson, TestPerson]
}

export const CRITERIA = [
  { code: 'theme', nameVi: 'Chủ đề', nameEn: 'Theme', guidanceVi: '', guidanceEn: '', maxPoints: 40 },
  { code: 'capacity', nameVi: 'Năng lực', nameEn: 'Capacity', guidanceVi: '', guidanceEn: '', maxPoints: 60 },
]

export async function openStage(house: House, quota = 2): Promise<Stage> {
  const organizerId = await house.organizer()
  const manager = await house.staff(organizerId, 'manager')
  const officer = await house.staff(organizerId, 'officer')
  const reviewers: Stage['reviewers'] = [
    await house.staff(organizerId, 'reviewer'),
    await house.staff(organizerId, 'reviewer'),
  ]
  const fairId = await openFair(officer, organizerId, quota)
  await configureCriteria(await officer.ctx(), fairId, CRITERIA)
  return { organizerId, fairId, manager, officer, reviewers }
}

export async function openFair(officer: TestPerson, organizerId: string, quota = 2): Promise<string> {
  const fair = fairInput({ quota, passMark: 50 })
  const { body } = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, fair)
  return String(body.id)
}

/** An establishment with one product of its own and an application of it. */
export async function applicant(house: House, fairId: string, state: ApplicationState = 'complete') {
  const by = await establishment(house)
  const { id, number } = await application(house, fairId, by.id, state)
  const productId = newId()
  const now = new Date().toISOString()
  await house.app.db
    .insertInto('product')
    .values({ id: productId, establishmentId: by.id, nameVi: 'Bát gốm', createdAt: now })
    .execute()
  await house.app.db.insertInto('applicationProduct').values({ applicationId: id, productId }).execute()
  return { id, number, establishment: by }
}

export const sheet = (theme: number, capacity: number, version = 0) => ({
  points: { theme, capacity },
  remarks: '',
  version,
})

/** Assigns both reviewers and files their sheets with the same points. */
export async function score(
  stage: Stage,
  applicationId: string,
  theme: number,
  capacity: number,
): Promise<void> {
  const reviewerIds = stage.reviewers.map(reviewer => reviewer.id)
  const assigned = await stage.officer.send('POST', `/api/fairs/${stage.fairId}/selection/assignments`, {
    applicationIds: [applicationId],
    reviewerIds,
  })
  if (assigned.status !== 200) throw new Error(JSON.stringify(assigned.body))
  for (const reviewer of stage.reviewers) {
    const path = `/api/applications/${applicationId}/my-sheet/file`
    const filed = await reviewer.send('POST', path, sheet(theme, capacity))
    if (filed.status !== 200) throw new Error(JSON.stringify(filed.body))
  }
}

export async function stateOf(house: House, applicationId: string): Promise<string | undefined> {
  const row = await house.app.db
    .selectFrom('application')
    .select('state')
    .where('id', '=', applicationId)
    .executeTakeFirst()
  return row?.state
}

export async function auditOf(house: House, action: string, entityId: string) {
  return await house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'fairId', 'entity', 'after'])
    .where('entityId', '=', entityId)
    .where('action', '=', action)
    .orderBy('id')
    .execute()
}

const DAY_MS = 86_400_000

/** Minutes of a meeting of three that carried the list, yesterday. */
export function minutes(changes: object = {}) {
  const member = (name: string, role: string) => ({
    personId: null,
    name,
    position: '',
    role,
    isPresent: true,
    absence: '',
  })
  const yesterday = Date.now() - DAY_MS
  return {
    heldAt: new Date(yesterday).toISOString(),
    endedAt: new Date(yesterday + 3_600_000).toISOString(),
    place: 'Phòng họp',
    councilDecision: 'Quyết định số 12/QĐ-TTKC',
    members: [member('Chủ tịch', 'chair'), member('Thư ký', 'secretary'), member('Ủy viên', 'member')],
    motions: [
      { kind: 'list', text: 'Thông qua danh sách', inFavour: 3, against: 0, abstained: 0, dissents: [] },
    ],
    remarks: '',
    waitingPlaces: null,
    version: 0,
    ...changes,
  }
}

/** The officer records a meeting, the manager signs it: a decision may follow. The answer of whichever was refused. */
export async function meet(stage: Stage, changes: object = {}) {
  const at = `/api/fairs/${stage.fairId}/selection/meetings`
  const held = await stage.officer.send('POST', at, minutes(changes))
  if (held.status !== 200) return held
  return await stage.manager.send('POST', `${at}/${held.body.id}/sign`, { version: held.body.version })
}
