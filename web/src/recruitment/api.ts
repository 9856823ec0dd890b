import type { invitationsRoutes } from '@hoicho/server/recruitment/invitation-routes.ts'
import type { recruitmentRoutes } from '@hoicho/server/recruitment/routes.ts'
import type {
  ApplicationView,
  DeclineInput,
  DraftInput,
  RemarkAnswer,
} from '@hoicho/shared/recruitment/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client, upload } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { shrinkPhoto } from './shrink-photo.ts'

const invitations = client<typeof invitationsRoutes>('/api')
const api = client<typeof recruitmentRoutes>('/api')
const one = api.applications[':applicationId']

const applicationKey = (applicationId: string) => ['application', applicationId]
const ownKey = (establishmentId: string) => ['own-applications', establishmentId]

export const useApplication = (applicationId: string) =>
  useQuery({
    queryKey: applicationKey(applicationId),
    queryFn: () => fetchApplication(applicationId),
  })

export const fetchApplication = (applicationId: string) => call(one.$get({ param: { applicationId } }))

/** Puts a newer view where every page looks for it. */
export const keepApplication = (view: ApplicationView) =>
  queryClient.setQueryData(applicationKey(view.id), view)

export const useHistory = (applicationId: string) =>
  useQuery({
    queryKey: ['application-history', applicationId],
    queryFn: async () => (await call(one.history.$get({ param: { applicationId } }))).items,
  })

export const useOwnApplications = (establishmentId: string) =>
  useQuery({
    queryKey: ownKey(establishmentId),
    queryFn: async () =>
      (await call(api.establishments[':establishmentId'].applications.$get({ param: { establishmentId } })))
        .items,
  })

export async function startApplication(establishmentId: string, fair: string, invitationToken?: string) {
  const json = { fair, ...(invitationToken ? { invitationToken } : {}) }
  const view = await call(
    api.establishments[':establishmentId'].applications.$post({ param: { establishmentId }, json }),
  )
  keepApplication(view)
  await queryClient.invalidateQueries({ queryKey: ownKey(establishmentId) })
  return view
}

/** Marks a remark as dealt with, or not; every page of the application then knows. */
export async function answerRemark(applicationId: string, json: RemarkAnswer) {
  const { items } = await call(one.remarks.answer.$put({ param: { applicationId }, json }))
  queryClient.setQueryData<ApplicationView>(
    applicationKey(applicationId),
    view => view && { ...view, correctionFields: items },
  )
}

/** Moves a draft to the form in force. @returns the answers that form has no place for */
export async function adoptForm(applicationId: string, version: number) {
  const { application, left } = await call(one.form.$post({ param: { applicationId }, json: { version } }))
  keepApplication(application)
  return left
}

export const saveDraft = (applicationId: string, json: DraftInput) =>
  call(one.draft.$put({ param: { applicationId }, json }))

/** Sends one file, a photo made smaller first, and hands it in as a paper. */
export async function addPaper(
  applicationId: string,
  paperCode: string,
  file: File,
  onProgress: (share: number) => void,
) {
  const { bytes, name } = await shrinkPhoto(file)
  const path = `/api/files?name=${encodeURIComponent(name)}`
  const { id: fileId } = await upload<{ id: string }>(path, bytes, onProgress)
  await call(one.papers.$post({ param: { applicationId }, json: { paperCode, fileId } }))
  await queryClient.invalidateQueries({ queryKey: applicationKey(applicationId) })
}

export async function removePaper(applicationId: string, paperId: string) {
  await call(one.papers[':paperId'].$delete({ param: { applicationId, paperId } }))
  await queryClient.invalidateQueries({ queryKey: applicationKey(applicationId) })
}

export async function submitApplication(applicationId: string) {
  const view = await call(one.submit.$post({ param: { applicationId } }))
  keepApplication(view)
  await queryClient.invalidateQueries({ queryKey: ownKey(view.establishment.id) })
  await queryClient.invalidateQueries({ queryKey: ['application-history', applicationId] })
  return view
}

export async function withdrawApplication(applicationId: string, reason: string | null) {
  const view = await call(one.withdraw.$post({ param: { applicationId }, json: { reason } }))
  keepApplication(view)
  await queryClient.invalidateQueries({ queryKey: ownKey(view.establishment.id) })
}

const byToken = invitations.public.invitations[':token']

export const useInvitation = (token: string) =>
  useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(byToken.open.$post({ param: { token } })),
    staleTime: 60_000,
  })

export async function declineInvitation(token: string, json: DeclineInput) {
  await call(byToken.decline.$post({ param: { token }, json }))
  await queryClient.invalidateQueries({ queryKey: ['invitation', token] })
}

/** No more letters about fairs from this organizer, or again. */
export async function stopLetters(token: string, stop: boolean) {
  await call(byToken.letters.$post({ param: { token }, json: { stop } }))
  await queryClient.invalidateQueries({ queryKey: ['invitation', token] })
}

export const acceptInvitation = (token: string) =>
  call(invitations.invitations[':token'].accept.$post({ param: { token } }))
