import type { dealsRoutes } from '@hoicho/server/deals/routes.ts'
import type { DealCorrection, DealInput, DealView } from '@hoicho/shared/deals/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client, requestHeaders, upload } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { shrinkPhoto } from '../recruitment/shrink-photo.ts'

const api = client<typeof dealsRoutes>('/api')
const deal = api.deals[':dealId']

const ownKey = (applicationId: string) => ['deals', 'application', applicationId]
const fairKey = (fairId: string) => ['deals', 'fair', fairId]

export const useOwnDeals = (applicationId: string) =>
  useQuery({
    queryKey: ownKey(applicationId),
    queryFn: () => call(api.applications[':applicationId'].deals.$get({ param: { applicationId } })),
    enabled: applicationId !== '',
  })

/** What the list is narrowed to, as the address of the page says it. */
export type DealQuery = Partial<
  Record<'kind' | 'state' | 'currency' | 'province' | 'sector' | 'q', string | undefined>
>

export const useDeals = (fairId: string, query: DealQuery) =>
  useQuery({
    queryKey: [...fairKey(fairId), query],
    // The server checks every part; what does not fit is refused and shown.
    queryFn: () => call(api.fairs[':fairId'].deals.$get({ param: { fairId }, query: query as object })),
    placeholderData: previous => previous,
  })

/** The same list as a workbook: a link to save. */
export function exportHref(fairId: string, query: DealQuery, lang: string): string {
  const given = Object.entries({ ...query, lang }).filter(([, value]) => value)
  return `/api/fairs/${fairId}/deals.xlsx?${new URLSearchParams(given as [string, string][])}`
}

/** Sent with every try of the same content, so that an answer lost on the way does not make a second deal. */
let lastTry = { content: '', key: '' }

function keyFor(content: string): string {
  if (lastTry.content !== content) lastTry = { content, key: crypto.randomUUID() }
  return lastTry.key
}

export async function logDeal(applicationId: string, json: DealInput): Promise<DealView> {
  const key = keyFor(`${applicationId} ${JSON.stringify(json)}`)
  const headers = { ...requestHeaders(), 'Idempotency-Key': key }
  const made = await call(
    api.applications[':applicationId'].deals.$post({ param: { applicationId }, json }, { headers }),
  )
  lastTry = { content: '', key: '' }
  await refresh()
  return made
}

export async function correctDeal(dealId: string, json: DealCorrection): Promise<void> {
  await call(deal.$put({ param: { dealId }, json }))
  await refresh()
}

export async function removeDeal(dealId: string): Promise<void> {
  await call(deal.$delete({ param: { dealId } }))
  await refresh()
}

export async function verifyDeal(dealId: string, version: number): Promise<void> {
  await call(deal.verify.$post({ param: { dealId }, json: { version } })).finally(refresh)
}

export async function rejectDeal(dealId: string, version: number, reason: string): Promise<void> {
  await call(deal.reject.$post({ param: { dealId }, json: { version, reason } }))
  await refresh()
}

export async function reopenDeal(dealId: string): Promise<void> {
  await call(deal.reopen.$post({ param: { dealId } })).finally(refresh)
}

/** A photo or paper that shows the deal, made smaller first; the id to hang on it. */
export async function uploadEvidence(file: File, onProgress: (share: number) => void): Promise<string> {
  const { bytes, name } = await shrinkPhoto(file)
  const path = `/api/files?name=${encodeURIComponent(name)}`
  return (await upload<{ id: string }>(path, bytes, onProgress)).id
}

async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ['deals'] })
  await queryClient.invalidateQueries({ queryKey: ['reports'] })
}
