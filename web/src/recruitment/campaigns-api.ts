import type { callRoutes } from '@hoicho/server/recruitment/calls/routes.ts'
import type { campaignRoutes } from '@hoicho/server/recruitment/campaigns/routes.ts'
import type { invitationsRoutes } from '@hoicho/server/recruitment/invitation-routes.ts'
import type { savedListRoutes } from '@hoicho/server/recruitment/lists/routes.ts'
import type {
  Audience,
  CallInput,
  CampaignInput,
  CampaignPace,
  CampaignView,
} from '@hoicho/shared/recruitment/campaign-schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<typeof campaignRoutes>('/api').fairs[':fairId']
const one = api.campaigns[':campaignId']
const calls = client<typeof callRoutes>('/api').fairs[':fairId']
const lists = client<typeof savedListRoutes>('/api').organizers[':organizerId']['saved-lists']
const invitation = client<typeof invitationsRoutes>('/api').fairs[':fairId'].invitations[':invitationId']

const key = (fairId: string, ...rest: unknown[]) => ['campaigns', fairId, ...rest]

export const useCampaigns = (fairId: string) =>
  useQuery({
    queryKey: key(fairId),
    queryFn: async () => (await call(api.campaigns.$get({ param: { fairId } }))).items,
  })

/** A campaign; looked at again every few seconds while letters go out. */
export const useCampaign = (fairId: string, campaignId: string) =>
  useQuery({
    queryKey: key(fairId, campaignId),
    queryFn: () => call(one.$get({ param: { fairId, campaignId } })),
    refetchInterval: query => (isMoving(query.state.data) ? 3000 : false),
  })

const isMoving = (view: CampaignView | undefined) =>
  view !== undefined && (view.state === 'running' || (view.counts.queued ?? 0) > 0)

export const useInvitees = (fairId: string, view: CampaignView) =>
  useQuery({
    // Read again whenever the figures have changed, and no oftener.
    queryKey: key(fairId, view.id, 'invitees', view.counts),
    queryFn: async () => (await call(one.invitees.$get({ param: { fairId, campaignId: view.id } }))).items,
    placeholderData: before => before,
  })

export const useAudience = (fairId: string, audience: Audience) =>
  useQuery({
    queryKey: key(fairId, 'audience', audience),
    queryFn: () => call(api['campaign-audience'].$post({ param: { fairId }, json: audience })),
    placeholderData: before => before,
  })

export const useDefaults = (fairId: string, lang: 'vi' | 'en') =>
  useQuery({
    queryKey: key(fairId, 'defaults', lang),
    queryFn: () => call(api['campaign-defaults'].$get({ param: { fairId }, query: { lang } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useMailPreview = (fairId: string, campaignId: string, establishmentId: string | undefined) =>
  useQuery({
    queryKey: key(fairId, campaignId, 'preview', establishmentId),
    enabled: establishmentId !== undefined,
    queryFn: () =>
      call(
        one.preview.$get({
          param: { fairId, campaignId },
          query: { establishmentId: establishmentId ?? '' },
        }),
      ),
  })

const keep = async (view: CampaignView, fairId: string) => {
  queryClient.setQueryData(key(fairId, view.id), view)
  await queryClient.invalidateQueries({ queryKey: key(fairId), exact: true })
  return view
}

export const createCampaign = async (fairId: string, json: CampaignInput) =>
  keep(await call(api.campaigns.$post({ param: { fairId }, json })), fairId)

export async function editCampaign(fairId: string, view: CampaignView, input: CampaignInput) {
  const json = { ...input, version: view.version }
  return await keep(await call(one.$put({ param: { fairId, campaignId: view.id }, json })), fairId)
}

export const setPace = async (fairId: string, campaignId: string, json: CampaignPace) =>
  keep(await call(one.pace.$put({ param: { fairId, campaignId }, json })), fairId)

export const startCampaign = async (fairId: string, { id, version }: CampaignView) =>
  keep(await call(one.start.$post({ param: { fairId, campaignId: id }, json: { version } })), fairId)

export async function moveCampaign(
  fairId: string,
  campaignId: string,
  action: 'pause' | 'resume' | 'cancel',
) {
  const param = { fairId, campaignId }
  const steps = {
    pause: () => call(one.pause.$post({ param })),
    resume: () => call(one.resume.$post({ param })),
    cancel: () => call(one.cancel.$post({ param })),
  }
  return await keep(await steps[action](), fairId)
}

export const sendTrial = (fairId: string, campaignId: string, establishmentId: string) =>
  call(one.trial.$post({ param: { fairId, campaignId }, json: { establishmentId } }))

export async function moveInvitation(fairId: string, invitationId: string, action: 'resend' | 'revoke') {
  await call(invitation[action].$post({ param: { fairId, invitationId } }))
  await queryClient.invalidateQueries({ queryKey: key(fairId) })
}

// Saved lists

const listsKey = (organizerId: string | undefined) => ['saved-lists', organizerId]

export const useSavedLists = (organizerId: string | undefined) =>
  useQuery({
    queryKey: listsKey(organizerId),
    enabled: organizerId !== undefined,
    queryFn: async () => (await call(lists.$get({ param: { organizerId: organizerId ?? '' } }))).items,
  })

export async function saveList(organizerId: string, name: string, fairId: string, audience: Audience) {
  const made = await call(lists.$post({ param: { organizerId }, json: { name, from: { fairId, audience } } }))
  await queryClient.invalidateQueries({ queryKey: listsKey(organizerId) })
  return made
}

// Calls

export const useToCall = (fairId: string) =>
  useQuery({
    queryKey: key(fairId, 'to-call'),
    queryFn: async () => (await call(calls['to-call'].$get({ param: { fairId } }))).items,
  })

export async function logCall(fairId: string, json: CallInput) {
  const logged = await call(calls.calls.$post({ param: { fairId }, json }))
  await queryClient.invalidateQueries({ queryKey: key(fairId) })
  return logged
}
