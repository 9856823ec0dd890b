import type { SelectionMeetingRoutes } from '@hoicho/server/selection/meeting-routes.ts'
import type { MeetingInput } from '@hoicho/shared/selection/meeting-schema.ts'
import type { ScenarioInput } from '@hoicho/shared/selection/scenario-schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { refresh } from './api.ts'

const ofFair = client<SelectionMeetingRoutes>('/api').fairs[':fairId'].selection

export const useMeetings = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'meetings'],
    queryFn: () => call(ofFair.meetings.$get({ param: { fairId } })),
  })

/** Begins minutes, or writes those of an open meeting anew. */
export async function saveMeeting(fairId: string, meetingId: string | null, json: MeetingInput) {
  await (meetingId === null
    ? call(ofFair.meetings.$post({ param: { fairId }, json }))
    : call(ofFair.meetings[':meetingId'].$put({ param: { fairId, meetingId }, json })))
  await refresh()
}

export async function signMinutes(fairId: string, meetingId: string, version: number) {
  const param = { fairId, meetingId }
  await call(ofFair.meetings[':meetingId'].sign.$post({ param, json: { version } }))
  await refresh()
}

export const useScenarios = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'scenarios'],
    queryFn: () => call(ofFair.scenarios.$get({ param: { fairId } })),
  })

export const useComparison = (fairId: string, ids: readonly string[]) =>
  useQuery({
    queryKey: ['selection', fairId, 'comparison', ...ids],
    queryFn: () =>
      call(ofFair.scenarios.comparison.$get({ param: { fairId }, query: { ids: ids.join(',') } })),
  })

export async function saveScenario(fairId: string, scenarioId: string | null, json: ScenarioInput) {
  await (scenarioId === null
    ? call(ofFair.scenarios.$post({ param: { fairId }, json }))
    : call(ofFair.scenarios[':scenarioId'].$put({ param: { fairId, scenarioId }, json })))
  await refresh()
}

export async function removeScenario(fairId: string, scenarioId: string) {
  await call(ofFair.scenarios[':scenarioId'].$delete({ param: { fairId, scenarioId } }))
  await refresh()
}

export async function promoteScenario(
  fairId: string,
  scenarioId: string,
  json: { version: number; rulesVersion: number },
) {
  await call(ofFair.scenarios[':scenarioId'].promote.$post({ param: { fairId, scenarioId }, json }))
  await refresh()
}
