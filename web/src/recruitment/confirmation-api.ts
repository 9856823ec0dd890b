import type { confirmationRoutes } from '@hoicho/server/recruitment/confirmation-routes.ts'
import type { AskConfirmation, EnterInput } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client, upload } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { keepApplication } from './api.ts'
import { shrinkPhoto } from './shrink-photo.ts'

const api = client<typeof confirmationRoutes>('/api')
const confirmation = api.applications[':applicationId'].confirmation
const byToken = api.public.confirmations[':token']
const key = (applicationId: string) => ['application-confirmation', applicationId]

export const useConfirmation = (applicationId: string) =>
  useQuery({
    queryKey: key(applicationId),
    queryFn: () => call(confirmation.$get({ param: { applicationId } })),
  })

export async function enterApplication(fairId: string, json: EnterInput) {
  const view = await call(api.fairs[':fairId']['entered-applications'].$post({ param: { fairId }, json }))
  keepApplication(view)
  return view
}

export async function askConfirmation(applicationId: string, by: AskConfirmation['by']) {
  const { code } = await call(confirmation.requests.$post({ param: { applicationId }, json: { by } }))
  return code
}

async function told(applicationId: string) {
  await queryClient.invalidateQueries({ queryKey: key(applicationId) })
  await queryClient.invalidateQueries({ queryKey: ['application-history', applicationId] })
  await queryClient.invalidateQueries({ queryKey: ['inbox'] })
}

export async function confirmWithPaper(applicationId: string, file: File, reason: string) {
  const { bytes, name } = await shrinkPhoto(file)
  const { id: fileId } = await upload<{ id: string }>(
    `/api/files?name=${encodeURIComponent(name)}`,
    bytes,
    () => undefined,
  )
  const json = { fileId, reason }
  keepApplication(await call(confirmation.paper.$post({ param: { applicationId }, json })))
  await told(applicationId)
}

/** Signed in as the establishment. */
export async function confirmApplication(applicationId: string) {
  keepApplication(await call(confirmation.$post({ param: { applicationId } })))
  await told(applicationId)
}

const openedKey = (token: string) => ['opened-confirmation', token]

export const useOpenedConfirmation = (token: string) =>
  useQuery({
    queryKey: openedKey(token),
    queryFn: () => call(byToken.open.$post({ param: { token } })),
    staleTime: 60_000,
    retry: false,
  })

export async function confirmByLink(token: string, name: string) {
  const opened = await call(byToken.confirm.$post({ param: { token }, json: { name } }))
  queryClient.setQueryData(openedKey(token), opened)
}
