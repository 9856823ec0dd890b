import { expect } from 'vitest'
import type { House, TestPerson } from '../../support/house.ts'
import { applicant, openStage, type Stage } from './stage.ts'

export type Council = Stage & {
  chair: TestPerson
  secretary: TestPerson
  third: TestPerson
  spare: TestPerson
}

export const at = (stage: Stage, rest: string) => `/api/fairs/${stage.fairId}/selection/${rest}`
export const sheetAt = (id: string, rest = '') => `/api/applications/${id}/my-sheet${rest}`

export const seat = (
  person: TestPerson,
  name: string,
  isVoting = false,
  loadLimit: number | null = null,
) => ({
  personId: person.id,
  seat: name,
  isVoting,
  loadLimit,
})

export const councilOf = (stage: Council, version = 0) => ({
  decisionNumber: '12/QĐ-TTKC',
  decidedOn: '2026-05-04',
  dueOn: '2026-06-30',
  members: [
    seat(stage.chair, 'chair'),
    seat(stage.secretary, 'secretary'),
    seat(stage.reviewers[1], 'member'),
    seat(stage.third, 'member'),
    seat(stage.spare, 'substitute'),
  ],
  version,
})

/** Chair, two members, a secretary who does not vote, a substitute. */
export async function openCouncil(house: House): Promise<Council> {
  const stage = await openStage(house)
  const made = async () => await house.staff(stage.organizerId, 'reviewer')
  const council = {
    ...stage,
    chair: stage.reviewers[0],
    secretary: await made(),
    third: await made(),
    spare: await made(),
  }
  const set = await stage.officer.send('PUT', at(stage, 'council'), councilOf(council))
  expect(set.status).toBe(200)
  return council
}

export const openRound = (stage: Council, reason = '', person = stage.chair) =>
  person.send('POST', at(stage, 'council/open-round'), { reason })
export const closeRound = (stage: Council, person = stage.chair) =>
  person.send('POST', at(stage, 'council/close-round'), { reason: '' })

export async function assigned(
  house: House,
  stage: Council,
  people: TestPerson[] = [stage.chair, stage.reviewers[1], stage.third],
) {
  const one = await applicant(house, stage.fairId)
  const answer = await stage.officer.send('POST', at(stage, 'assignments'), {
    applicationIds: [one.id],
    reviewerIds: people.map(person => person.id),
  })
  expect(answer.status).toBe(200)
  return one
}
