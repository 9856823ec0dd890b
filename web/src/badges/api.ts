import type { GateRoutes } from '@hoicho/server/badges/gate-routes.ts'
import type { BadgesRoutes } from '@hoicho/server/badges/routes.ts'
import type {
  BadgeInput,
  BadgeLayout,
  DeviceInput,
  GateInput,
  OwnBadgeInput,
  VisitorRegistration,
} from '@hoicho/shared/badges/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client, requestHeaders } from '../platform/client.ts'
import { problemOf } from '../platform/problem.ts'
import { queryClient } from '../platform/query.ts'

const badges = client<BadgesRoutes>('/api')
const gates = client<GateRoutes>('/api')
const refresh = (...queryKey: string[]) => queryClient.invalidateQueries({ queryKey })

export const registerVisitor = (slug: string, json: VisitorRegistration) =>
  call(badges.public.fairs[':slug'].visitors.$post({ param: { slug }, json }))

export const usePublicBadge = (code: string) =>
  useQuery({
    queryKey: ['public-badge', code],
    queryFn: () => call(badges.public.badges[':code'].$get({ param: { code } })),
    staleTime: 60_000,
  })

export const useOwnBadges = (applicationId: string) =>
  useQuery({
    queryKey: ['own-badges', applicationId],
    queryFn: () => call(badges.applications[':applicationId'].badges.$get({ param: { applicationId } })),
  })

export async function issueOwnBadge(applicationId: string, json: OwnBadgeInput) {
  await call(badges.applications[':applicationId'].badges.$post({ param: { applicationId }, json }))
  await refresh('own-badges', applicationId)
}

export async function revokeOwnBadge(applicationId: string, badgeId: string, reason: string) {
  const param = { applicationId, badgeId }
  await call(
    badges.applications[':applicationId'].badges[':badgeId'].revoke.$post({ param, json: { reason } }),
  )
  await refresh('own-badges', applicationId)
}

export const useBadges = (fairId: string) =>
  useQuery({
    queryKey: ['badges', fairId],
    queryFn: async () => (await call(badges.fairs[':fairId'].badges.$get({ param: { fairId } }))).items,
  })

export async function issueBadge(fairId: string, json: BadgeInput) {
  const badge = await call(badges.fairs[':fairId'].badges.$post({ param: { fairId }, json }))
  await refresh('badges', fairId)
  return badge
}

export async function revokeBadge(fairId: string, badgeId: string, reason: string) {
  const param = { fairId, badgeId }
  await call(badges.fairs[':fairId'].badges[':badgeId'].revoke.$post({ param, json: { reason } }))
  await refresh('badges', fairId)
}

export async function replaceBadge(fairId: string, badgeId: string) {
  const param = { fairId, badgeId }
  const badge = await call(badges.fairs[':fairId'].badges[':badgeId'].replace.$post({ param }))
  await refresh('badges', fairId)
  return badge
}

export const mailBadge = (fairId: string, badgeId: string) =>
  call(badges.fairs[':fairId'].badges[':badgeId'].mail.$post({ param: { fairId, badgeId } }))

/** Fetches badges as a PDF and hands it to the browser to save. */
export async function printBadges(fairId: string, ids: readonly string[] | null, layout: BadgeLayout) {
  await savePdf(`/api/fairs/${fairId}/badges/print`, { ids, layout })
  await refresh('badges', fairId)
}

export const printOwnBadges = (applicationId: string, layout: BadgeLayout) =>
  savePdf(`/api/applications/${applicationId}/badges/print`, { layout })

async function savePdf(url: string, body: object): Promise<void> {
  const headers = { ...requestHeaders(), 'Content-Type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw await problemOf(response)
  const href = URL.createObjectURL(await response.blob())
  Object.assign(document.createElement('a'), { href, download: 'badges.pdf' }).click()
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}

export const useGates = (fairId: string) =>
  useQuery({
    queryKey: ['gates', fairId],
    queryFn: async () => (await call(gates.fairs[':fairId'].gates.$get({ param: { fairId } }))).items,
  })

export async function saveGate(fairId: string, gateId: string | undefined, json: GateInput) {
  const path = gates.fairs[':fairId'].gates
  if (gateId) await call(path[':gateId'].$put({ param: { fairId, gateId }, json }))
  else await call(path.$post({ param: { fairId }, json }))
  await refresh('gates', fairId)
}

export async function removeGate(fairId: string, gateId: string) {
  await call(gates.fairs[':fairId'].gates[':gateId'].$delete({ param: { fairId, gateId } }))
  await refresh('gates', fairId)
}

export async function createDevice(fairId: string, json: DeviceInput) {
  const made = await call(gates.fairs[':fairId']['gate-devices'].$post({ param: { fairId }, json }))
  await refresh('hall', fairId)
  return made
}

export async function revokeDevice(fairId: string, deviceId: string) {
  const param = { fairId, deviceId }
  await call(gates.fairs[':fairId']['gate-devices'][':deviceId'].revoke.$post({ param }))
  await refresh('hall', fairId)
}

/** The hall, asked again every five seconds while the page is seen. */
export const useHall = (fairId: string) =>
  useQuery({
    queryKey: ['hall', fairId],
    queryFn: () => call(gates.fairs[':fairId'].hall.$get({ param: { fairId } })),
    refetchInterval: 5000,
  })
