import type { SelectionPlaceRoutes } from '@hoicho/server/selection/place-routes.ts'
import type {
  AnswerInput,
  ComplaintAnswerInput,
  RecordedAnswerInput,
  SettingsInput,
} from '@hoicho/shared/selection/place-schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<SelectionPlaceRoutes>('/api')
const ofFair = api.fairs[':fairId'].selection
const ofApplication = api.applications[':applicationId']

/** An answer changes the application, its next step and the desk's lists alike. */
const refresh = () => queryClient.invalidateQueries()

export const useAcceptance = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'acceptance'],
    queryFn: () => call(ofFair.acceptance.$get({ param: { fairId } })),
  })

export async function saveAcceptance(fairId: string, json: SettingsInput) {
  await call(ofFair.acceptance.$put({ param: { fairId }, json }))
  await refresh()
}

export const usePlaces = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'places'],
    queryFn: () => call(ofFair.places.$get({ param: { fairId } })),
  })

export async function offerPlace(fairId: string) {
  await call(ofFair.places.offer.$post({ param: { fairId } }))
  await refresh()
}

export async function recordAnswer(applicationId: string, json: RecordedAnswerInput) {
  await call(ofApplication.place['recorded-answer'].$post({ param: { applicationId }, json }))
  await refresh()
}

export async function tellOutcome(fairId: string, applicationId: string, note: string) {
  const param = { fairId, applicationId }
  await call(ofFair.letters[':applicationId'].told.$post({ param, json: { note } }))
  await refresh()
}

export const useComplaints = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'complaints'],
    queryFn: async () => (await call(ofFair.complaints.$get({ param: { fairId } }))).items,
  })

export async function answerComplaint(fairId: string, complaintId: string, json: ComplaintAnswerInput) {
  await call(ofFair.complaints[':complaintId'].answer.$post({ param: { fairId, complaintId }, json }))
  await refresh()
}

export const useOwnOutcome = (applicationId: string) =>
  useQuery({
    queryKey: ['selection', 'own-outcome', applicationId],
    queryFn: () => call(ofApplication.outcome.$get({ param: { applicationId } })),
  })

export async function answerPlace(applicationId: string, json: AnswerInput) {
  await call(ofApplication.place.answer.$post({ param: { applicationId }, json }))
  await refresh()
}

export async function complain(applicationId: string, text: string) {
  await call(ofApplication.complaints.$post({ param: { applicationId }, json: { text } }))
  await refresh()
}
