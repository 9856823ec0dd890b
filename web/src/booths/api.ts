import type { BoothsRoutes } from '@hoicho/server/booths/routes.ts'
import type { BoothEdit, BoothInput, HallInput } from '@hoicho/shared/booths/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<BoothsRoutes>('/api')

const planKey = (fairId: string) => ['plan', fairId]
const refresh = (fairId: string) => queryClient.invalidateQueries({ queryKey: planKey(fairId) })

export const usePlan = (fairId: string) =>
  useQuery({
    queryKey: planKey(fairId),
    queryFn: () => call(api.fairs[':fairId'].plan.$get({ param: { fairId } })),
    // Several people place booths at the same time.
    refetchInterval: 20_000,
  })

export const usePublicPlan = (slug: string) =>
  useQuery({
    queryKey: ['public-plan', slug],
    queryFn: () => call(api.public.fairs[':slug'].plan.$get({ param: { slug } })),
    staleTime: 60_000,
  })

export async function saveHall(fairId: string, hallId: string | null, json: HallInput) {
  const halls = api.fairs[':fairId'].plan.halls
  const hall =
    hallId === null
      ? await call(halls.$post({ param: { fairId }, json }))
      : await call(halls[':hallId'].$put({ param: { fairId, hallId }, json }))
  await refresh(fairId)
  return hall
}

export async function addBooths(fairId: string, hallId: string, booths: BoothInput[]) {
  const param = { fairId, hallId }
  await call(api.fairs[':fairId'].plan.halls[':hallId'].booths.$post({ param, json: { booths } }))
  await refresh(fairId)
}

const booth = api.fairs[':fairId'].plan.booths[':boothId']

export async function editBooth(fairId: string, boothId: string, json: BoothEdit) {
  await call(booth.$put({ param: { fairId, boothId }, json }))
  await refresh(fairId)
}

export async function removeBooth(fairId: string, boothId: string) {
  await call(booth.$delete({ param: { fairId, boothId } }))
  await refresh(fairId)
}

/** Refreshes the plan on a refusal too: whoever lost the race sees who won. */
export async function assignBooth(fairId: string, boothId: string, applicationId: string) {
  try {
    return await call(booth.assign.$post({ param: { fairId, boothId }, json: { applicationId } }))
  } finally {
    await refresh(fairId)
  }
}

export async function releaseBooth(fairId: string, boothId: string, reason: string) {
  try {
    await call(booth.release.$post({ param: { fairId, boothId }, json: { reason } }))
  } finally {
    await refresh(fairId)
  }
}
