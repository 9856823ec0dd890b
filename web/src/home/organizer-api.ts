import type { fairsRoutes } from '@hoicho/server/fairs/routes.ts'
import type { organizerRoutes } from '@hoicho/server/identity/organizer-routes.ts'
import type { AuditFilter, AuditPage } from '@hoicho/shared/identity/audit.ts'
import type { OrganizerEdit, OrganizerView } from '@hoicho/shared/identity/schema.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'

const api = client<typeof organizerRoutes>('/api').organizers[':organizerId']
const fairs = client<typeof fairsRoutes>('/api').organizers[':organizerId'].fairs

export const organizerKey = (organizerId: string) => ['organizer-settings', organizerId]

export const useOrganizerSettings = (organizerId: string) =>
  useQuery<OrganizerView>({
    queryKey: organizerKey(organizerId),
    queryFn: () => call(api.$get({ param: { organizerId } })),
  })

export const editOrganizer = (organizerId: string, json: OrganizerEdit): Promise<OrganizerView> =>
  call(api.$put({ param: { organizerId }, json }))

/** What the log is filtered by; empty: anything. */
export type LogFilter = Record<'fairId' | 'personId' | 'action' | 'from' | 'to', string>

/** The log, a page more each time it is asked to go on. */
export const useAudit = (organizerId: string, filter: LogFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', organizerId, filter],
    initialPageParam: '',
    queryFn: ({ pageParam }): Promise<AuditPage> =>
      call(api.audit.$get({ param: { organizerId }, query: asked({ ...filter, after: pageParam }) })),
    getNextPageParam: last => last.next,
  })

const asked = (filter: Record<keyof AuditFilter, string>): AuditFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))

export const useAuditPeople = (organizerId: string) =>
  useQuery({
    queryKey: ['audit-people', organizerId],
    queryFn: async () => (await call(api['audit-people'].$get({ param: { organizerId } }))).items,
  })

export const useFairsOf = (organizerId: string) =>
  useQuery({
    queryKey: ['log-fairs', organizerId],
    queryFn: async () => (await call(fairs.$get({ param: { organizerId } }))).items,
  })
