import type { reportsRoutes } from '@hoicho/server/reports/routes.ts'
import type { FunnelFilter, ProvinceScheme } from '@hoicho/shared/reports/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'

const api = client<typeof reportsRoutes>('/api')
const fair = api.fairs[':fairId']

export const useReport = (fairId: string, scheme: ProvinceScheme | undefined) =>
  useQuery({
    queryKey: ['reports', fairId, scheme],
    queryFn: () => call(fair.report.$get({ param: { fairId }, query: scheme ? { scheme } : {} })),
    placeholderData: previous => previous,
  })

export const useFunnel = (fairId: string, scheme: ProvinceScheme | undefined) =>
  useQuery({
    queryKey: ['reports', fairId, 'funnel', scheme],
    queryFn: () => call(fair.funnel.$get({ param: { fairId }, query: scheme ? { scheme } : {} })),
    placeholderData: previous => previous,
  })

export const useDossiers = (fairId: string, query: FunnelFilter) =>
  useQuery({
    queryKey: ['reports', fairId, 'dossiers', query],
    queryFn: async () => (await call(fair.report.dossiers.$get({ param: { fairId }, query }))).items,
  })

export const useDesk = (organizerId: string) =>
  useQuery({
    queryKey: ['reports', 'desk', organizerId],
    queryFn: async () =>
      (await call(api.organizers[':organizerId'].desk.$get({ param: { organizerId } }))).items,
    refetchInterval: 60_000,
  })

export const useOverview = (fairId: string) =>
  useQuery({
    queryKey: ['reports', fairId, 'overview'],
    queryFn: () => call(fair.overview.$get({ param: { fairId } })),
    refetchInterval: 60_000,
  })

export const useEstablishmentHome = (establishmentId: string) =>
  useQuery({
    queryKey: ['reports', 'home', establishmentId],
    queryFn: () => call(api.establishments[':establishmentId'].home.$get({ param: { establishmentId } })),
  })

/** Where the rows behind a figure stand. */
export function rowsHref(fairId: string, filter: FunnelFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value)
  return `/desk/fairs/${fairId}/reports/rows?${new URLSearchParams(given as [string, string][])}`
}
