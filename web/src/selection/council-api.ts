import type { CouncilRoutes } from '@hoicho/server/selection/council-routes.ts'
import type { CouncilInput, ReplacementInput, SettleInput } from '@hoicho/shared/selection/council-schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<CouncilRoutes>('/api')
const ofCouncil = api.fairs[':fairId'].selection.council
const ofApplication = api.applications[':applicationId']

const refresh = () => queryClient.invalidateQueries({ queryKey: ['selection'] })

export const useCouncil = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'council'],
    queryFn: () => call(ofCouncil.$get({ param: { fairId } })),
  })

export async function setCouncil(fairId: string, json: CouncilInput) {
  await call(ofCouncil.$put({ param: { fairId }, json }))
  await refresh()
}

export async function replaceMember(fairId: string, json: ReplacementInput) {
  await call(ofCouncil.replace.$post({ param: { fairId }, json }))
  await refresh()
}

export async function openRound(fairId: string, reason: string) {
  await call(ofCouncil['open-round'].$post({ param: { fairId }, json: { reason } }))
  await refresh()
}

export async function closeRound(fairId: string) {
  await call(ofCouncil['close-round'].$post({ param: { fairId }, json: { reason: '' } }))
  await refresh()
}

export async function remindReviewers(fairId: string) {
  const { reminded } = await call(ofCouncil['remind-reviewers'].$post({ param: { fairId } }))
  return reminded
}

export async function settleConflict(fairId: string, json: SettleInput) {
  await call(ofCouncil['settle-conflict'].$post({ param: { fairId }, json }))
  await refresh()
}

export async function reopenSheet(applicationId: string, reviewerId: string, reason: string) {
  await call(
    ofApplication.sheets['reopen-sheet'].$post({ param: { applicationId }, json: { reviewerId, reason } }),
  )
  await refresh()
}

export async function abstain(applicationId: string, reason: string, version: number) {
  await call(ofApplication['my-sheet'].abstain.$post({ param: { applicationId }, json: { reason, version } }))
  await refresh()
}
