import type { EstablishmentsRoutes } from '@hoicho/server/establishments/routes.ts'
import type {
  CertificateInput,
  DirectoryQuery,
  EstablishmentEdit,
  EstablishmentInput,
  EstablishmentView,
  ProductEdit,
  ProductInput,
  RecognitionInput,
} from '@hoicho/shared/establishments/schema.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { call, client, fetchJson, upload } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { refreshSession } from '../platform/session.ts'

const api = client<EstablishmentsRoutes>('/api')
const one = api.establishments[':establishmentId']

const profileKey = (establishmentId: string) => ['establishment', establishmentId]

export const useEstablishment = (establishmentId: string) =>
  useQuery({
    queryKey: profileKey(establishmentId),
    queryFn: () => call(one.$get({ param: { establishmentId } })),
  })

export const useDirectory = (organizerId: string, query: Omit<DirectoryQuery, 'after'>) =>
  useInfiniteQuery({
    queryKey: ['directory', organizerId, query],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call(
        api.organizers[':organizerId'].establishments.$get({
          param: { organizerId },
          query: pageParam === '' ? query : { ...query, after: pageParam },
        }),
      ),
    getNextPageParam: page => page.next,
    placeholderData: before => before,
  })

/** Fairs of the organizer that have not opened yet, the next first. */
export function useComingFairs(organizerId: string | undefined) {
  const { data } = useQuery({
    queryKey: ['coming-fairs', organizerId],
    enabled: organizerId !== undefined,
    queryFn: () =>
      fetchJson<{ items: { id: string; nameVi: string; opensOn: string }[] }>(
        `/api/organizers/${organizerId}/fairs`,
      ),
  })
  const today = new Date().toISOString().slice(0, 10)
  return (data?.items ?? [])
    .filter(fair => fair.opensOn >= today)
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))
}

/** The same list as a workbook, all its rows. */
export const directoryFileUrl = (organizerId: string, query: Omit<DirectoryQuery, 'after'>) =>
  `/api/organizers/${organizerId}/establishments.xlsx?${new URLSearchParams(query).toString()}`

export async function createEstablishment(json: EstablishmentInput) {
  const made = await call(api.establishments.$post({ json }))
  queryClient.setQueryData(profileKey(made.id), made)
  await refreshSession()
  return made
}

export async function addEstablishment(organizerId: string, json: EstablishmentInput) {
  const made = await call(
    api.organizers[':organizerId'].establishments.$post({ param: { organizerId }, json }),
  )
  queryClient.setQueryData(profileKey(made.id), made)
  await queryClient.invalidateQueries({ queryKey: ['directory'] })
  return made
}

export async function editEstablishment(establishmentId: string, json: EstablishmentEdit) {
  const edited = await call(one.$put({ param: { establishmentId }, json }))
  queryClient.setQueryData(profileKey(establishmentId), edited)
  await queryClient.invalidateQueries({ queryKey: ['directory'] })
  await refreshSession()
}

export const refreshProfile = (establishmentId: string) =>
  queryClient.invalidateQueries({ queryKey: profileKey(establishmentId) })

export async function addProduct(establishmentId: string, json: ProductInput) {
  await call(one.products.$post({ param: { establishmentId }, json }))
  await refreshProfile(establishmentId)
}

export async function editProduct(establishmentId: string, productId: string, json: ProductEdit) {
  await call(one.products[':productId'].$put({ param: { establishmentId, productId }, json }))
  await refreshProfile(establishmentId)
}

export async function removeProduct(establishmentId: string, productId: string) {
  await call(one.products[':productId'].$delete({ param: { establishmentId, productId } }))
  await refreshProfile(establishmentId)
}

export async function addRecognition(establishmentId: string, json: RecognitionInput) {
  await call(one.recognitions.$post({ param: { establishmentId }, json }))
  await refreshProfile(establishmentId)
}

export async function removeRecognition(establishmentId: string, recognitionId: string) {
  await call(one.recognitions[':recognitionId'].$delete({ param: { establishmentId, recognitionId } }))
  await refreshProfile(establishmentId)
}

export async function addCertificate(establishmentId: string, json: CertificateInput) {
  await call(one.certificates.$post({ param: { establishmentId }, json }))
  await refreshProfile(establishmentId)
}

export async function removeCertificate(establishmentId: string, certificateId: string) {
  await call(one.certificates[':certificateId'].$delete({ param: { establishmentId, certificateId } }))
  await refreshProfile(establishmentId)
}

/** Sends one file; it is nobody else's until a record takes its id. */
export async function uploadFile(file: File, onProgress: (share: number) => void): Promise<string> {
  const { id } = await upload<{ id: string }>(
    `/api/files?name=${encodeURIComponent(file.name)}`,
    file,
    onProgress,
  )
  return id
}

export const fileUrl = (fileId: string) => `/api/files/${fileId}?inline=1`

/** A profile as an edit sends it: with what a page changes laid over what is there. */
export function editOf(profile: EstablishmentView, changes: Partial<EstablishmentInput>): EstablishmentEdit {
  return {
    name: profile.name,
    nameEn: profile.nameEn,
    legalForm: profile.legalForm,
    taxCode: profile.taxCode,
    taxCodeReason: profile.taxCodeReason,
    // Written from the same schema it is read into.
    provinceScheme: profile.provinceScheme as EstablishmentInput['provinceScheme'],
    provinceCode: profile.provinceCode,
    version: profile.version,
    ...changes,
  }
}
