import type { establishmentsRoutes } from '@hoicho/server/establishments/routes.ts'
import type { RecruitmentDeskRoutes } from '@hoicho/server/recruitment/desk-routes.ts'
import type { invitationsRoutes } from '@hoicho/server/recruitment/invitation-routes.ts'
import type { recruitmentRoutes } from '@hoicho/server/recruitment/routes.ts'
import type { DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import type { InboxFilter, InboxQuery } from '@hoicho/shared/recruitment/inbox-schema.ts'
import type { CorrectionInput, InviteResult } from '@hoicho/shared/recruitment/schema.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { locale } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { keepApplication } from './api.ts'

const applications = client<typeof recruitmentRoutes>('/api')
const api = client<typeof invitationsRoutes>('/api').fairs[':fairId']
const directory = client<typeof establishmentsRoutes>('/api').organizers[':organizerId'].establishments

const desk = client<RecruitmentDeskRoutes>('/api')

export const useInbox = (fairId: string, query: InboxFilter & Pick<InboxQuery, 'sort'>) =>
  useInfiniteQuery({
    queryKey: ['inbox', fairId, query],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call(
        desk.fairs[':fairId'].applications.$get({
          param: { fairId },
          query: { ...query, ...(pageParam ? { after: pageParam } : {}) },
        }),
      ),
    getNextPageParam: page => page.next,
    placeholderData: before => before,
  })

/** The inbox as a workbook; `search` is the address's own. */
export function inboxSheetUrl(fairId: string, search: string): string {
  const query = new URLSearchParams(search)
  query.set('lang', locale.value === 'vi' ? 'vi' : 'en')
  return `/api/fairs/${fairId}/applications.xlsx?${query}`
}

export const useOfficers = (fairId: string) =>
  useQuery({
    queryKey: ['officers', fairId],
    staleTime: 300_000,
    queryFn: async () => (await call(desk.fairs[':fairId'].officers.$get({ param: { fairId } }))).items,
  })

const ofApplication = desk.applications[':applicationId']
const deskKey = (applicationId: string) => ['application-desk', applicationId]

export const useDesk = (applicationId: string) =>
  useQuery({
    queryKey: deskKey(applicationId),
    queryFn: () => call(ofApplication.desk.$get({ param: { applicationId } })),
  })

export async function assignOfficer(
  applicationId: string,
  json: { officerId: string | null; from: string | null },
) {
  try {
    await call(ofApplication.assignee.$put({ param: { applicationId }, json }))
  } finally {
    // Refused too: somebody else has it now.
    await queryClient.invalidateQueries({ queryKey: deskKey(applicationId) })
    await queryClient.invalidateQueries({ queryKey: ['inbox'] })
  }
}

export const previewCorrection = (applicationId: string, json: CorrectionInput) =>
  call(ofApplication.corrections.preview.$post({ param: { applicationId }, json }))

export const useSubmissions = (applicationId: string) =>
  useQuery({
    queryKey: ['application-submissions', applicationId],
    queryFn: async () =>
      (await call(applications.applications[':applicationId'].submissions.$get({ param: { applicationId } })))
        .items,
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
