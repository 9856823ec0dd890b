import type { GatesOfSelectionRoutes } from '@hoicho/server/selection/gate-routes.ts'
import type {
  BarInput,
  FeeInput,
  GateSettingsInput,
  SupportInput,
} from '@hoicho/shared/selection/gate-schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'

const api = client<GatesOfSelectionRoutes>('/api')
const ofFair = api.fairs[':fairId'].selection.gates
const ofApplication = api.applications[':applicationId']
const ofOrganizer = api.organizers[':organizerId'].barred

/** As in api.ts: what hangs together is asked again together. */
const refresh = () => queryClient.invalidateQueries({ queryKey: ['selection'] })

export const useGateSettings = (fairId: string) =>
  useQuery({
    queryKey: ['selection', fairId, 'gates'],
    queryFn: () => call(ofFair.$get({ param: { fairId } })),
  })

export async function saveGateSettings(fairId: string, json: GateSettingsInput) {
  await call(ofFair.$put({ param: { fairId }, json }))
  await refresh()
}

export const useRuns = (applicationId: string, isWanted: boolean) =>
  useQuery({
    queryKey: ['selection', 'runs', applicationId],
    enabled: isWanted,
    queryFn: async () => (await call(ofApplication['check-runs'].$get({ param: { applicationId } }))).items,
  })

export const useRoad = (applicationId: string) =>
  useQuery({
    queryKey: ['selection', 'road', applicationId],
    queryFn: () => call(ofApplication.road.$get({ param: { applicationId } })),
  })

export const useLedger = (applicationId: string) =>
  useQuery({
    queryKey: ['selection', 'ledger', applicationId],
    queryFn: async () => (await call(ofApplication.supports.$get({ param: { applicationId } }))).items,
  })

export async function recordSupport(applicationId: string, json: SupportInput) {
  await call(ofApplication.supports.$post({ param: { applicationId }, json }))
  await refresh()
}

export async function removeSupport(applicationId: string, supportId: string, reason: string) {
  const param = { applicationId, supportId }
  await call(ofApplication.supports[':supportId'].remove.$post({ param, json: { reason } }))
  await refresh()
}

export const useFee = (applicationId: string) =>
  useQuery({
    queryKey: ['selection', 'fee', applicationId],
    queryFn: () => call(ofApplication.fee.$get({ param: { applicationId } })),
  })

export async function recordFee(applicationId: string, json: FeeInput) {
  await call(ofApplication['fee-payments'].$post({ param: { applicationId }, json }))
  await refresh()
}

export async function voidFee(applicationId: string, feePaymentId: string, reason: string) {
  const param = { applicationId, feePaymentId }
  await call(ofApplication['fee-payments'][':feePaymentId'].void.$post({ param, json: { reason } }))
  await refresh()
}

export const useBars = (organizerId: string | undefined) =>
  useQuery({
    queryKey: ['selection', 'barred', organizerId],
    enabled: organizerId !== undefined,
    queryFn: async () => (await call(ofOrganizer.$get({ param: { organizerId: organizerId ?? '' } }))).items,
  })

export async function barEstablishment(organizerId: string, json: BarInput) {
  await call(ofOrganizer.$post({ param: { organizerId }, json }))
  await refresh()
}

export async function liftBar(organizerId: string, barId: string, reason: string) {
  await call(ofOrganizer[':barId'].lift.$post({ param: { organizerId, barId }, json: { reason } }))
  await refresh()
}
