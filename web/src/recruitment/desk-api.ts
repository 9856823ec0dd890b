import type { establishmentsRoutes } from '@hoicho/server/establishments/routes.ts'
import type { invitationsRoutes } from '@hoicho/server/recruitment/invitation-routes.ts'
import type { recruitmentRoutes } from '@hoicho/server/recruitment/routes.ts'
import type { DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import type { CorrectionInput, InboxQuery, InviteResult } from '@hoicho/shared/recruitment/schema.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { keepApplication } from './api.ts'

const applications = client<typeof recruitmentRoutes>('/api')
const api = client<typeof invitationsRoutes>('/api').fairs[':fairId']
const directory = client<typeof establishmentsRoutes>('/api').organizers[':organizerId'].establishments

export const useInbox = (fairId: string, filter: InboxQuery) =>
  useQuery({
    queryKey: ['inbox', fairId, filter],
    queryFn: () =>
      call(applications.fairs[':fairId'].applications.$get({ param: { fairId }, query: filter })),
    placeholderData: before => before,
  })

export async function requestCorrection(applicationId: string, json: CorrectionInput) {
  const view = await call(
    applications.applications[':applicationId'].corrections.$post({ param: { applicationId }, json }),
  )
  keepApplication(view)
  await queryClient.invalidateQueries({ queryKey: ['application-history', applicationId] })
  await queryClient.invalidateQueries({ queryKey: ['inbox'] })
}

const invitedKey = (fairId: string) => ['fair-invitations', fairId]

export const useInvited = (fairId: string) =>
  useQuery({
    queryKey: invitedKey(fairId),
    queryFn: async () => (await call(api.invitations.$get({ param: { fairId } }))).items,
  })

export const useLetter = (fairId: string, establishmentId: string | undefined) =>
  useQuery({
    queryKey: ['invitation-letter', fairId, establishmentId],
    queryFn: () =>
      call(
        api['invitation-letter'].$get({
          param: { fairId },
          query: establishmentId ? { establishmentId } : {},
        }),
      ),
  })

/** How many go in one request: a long list shows how far it is, and what was sent stays sent. */
const AT_ONCE = 50

export async function inviteAll(
  fairId: string,
  establishmentIds: readonly string[],
  onProgress: (done: number) => void,
): Promise<InviteResult[]> {
  const results: InviteResult[] = []
  try {
    for (let from = 0; from < establishmentIds.length; from += AT_ONCE) {
      onProgress(from)
      const json = { establishmentIds: establishmentIds.slice(from, from + AT_ONCE) }
      results.push(...(await call(api.invitations.$post({ param: { fairId }, json }))).items)
    }
  } finally {
    await queryClient.invalidateQueries({ queryKey: invitedKey(fairId) })
  }
  return results
}

export type DirectoryFilter = Pick<DirectoryQuery, 'q' | 'sector' | 'province'>

export const useDirectory = (organizerId: string | undefined, filter: DirectoryFilter) =>
  useInfiniteQuery({
    queryKey: ['directory-to-invite', organizerId, filter],
    enabled: organizerId !== undefined,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call(
        directory.$get({
          param: { organizerId: organizerId ?? '' },
          query: { ...filter, ...(pageParam ? { after: pageParam } : {}) },
        }),
      ),
    getNextPageParam: page => page.next,
  })
