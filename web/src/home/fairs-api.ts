import type { fairsRoutes } from '@hoicho/server/fairs/routes.ts'
import type { FairSummary } from '@hoicho/shared/fairs/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'

const fairs = client<typeof fairsRoutes>('/api')

async function fetchFairs(): Promise<readonly FairSummary[]> {
  return (await call(fairs.public.fairs.$get())).items
}

export function usePublicFairs() {
  return useQuery({ queryKey: ['public-fairs'], queryFn: fetchFairs, staleTime: 5 * 60_000 })
}
