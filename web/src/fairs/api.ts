import type { FairsRoutes } from '@hoicho/server/fairs/routes.ts'
import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import type { FairInput } from '@hoicho/shared/fairs/schema.ts'
import type { FairAction } from '@hoicho/shared/fairs/states.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { useSession } from '../platform/session.ts'

const api = client<FairsRoutes>('/api')

const fairKey = (fairId: string) => ['fair', fairId]
const formKey = (fairId: string) => ['fair-form', fairId]

export const usePublicFair = (slug: string) =>
  useQuery({
    queryKey: ['public-fair', slug],
    queryFn: () => call(api.public.fairs[':slug'].$get({ param: { slug } })),
    staleTime: 60_000,
  })

export const usePublicForm = (slug: string) =>
  useQuery({
    queryKey: ['public-fair-form', slug],
    queryFn: () => call(api.public.fairs[':slug'].form.$get({ param: { slug } })),
    staleTime: 60_000,
  })

export const useFair = (fairId: string) =>
  useQuery({
    queryKey: fairKey(fairId),
    queryFn: () => call(api.fairs[':fairId'].$get({ param: { fairId } })),
  })

export const useApplicationForm = (fairId: string) =>
  useQuery({
    queryKey: formKey(fairId),
    queryFn: () => call(api.fairs[':fairId'].form.$get({ param: { fairId } })),
  })

export async function createFair(organizerId: string, json: FairInput) {
  const fair = await call(api.organizers[':organizerId'].fairs.$post({ param: { organizerId }, json }))
  queryClient.setQueryData(fairKey(fair.id), fair)
  await queryClient.invalidateQueries({ queryKey: ['desk-fairs'] })
  return fair
}

export async function editFair(fairId: string, json: FairInput & { version: number }) {
  const fair = await call(api.fairs[':fairId'].$put({ param: { fairId }, json }))
  queryClient.setQueryData(fairKey(fairId), fair)
  await queryClient.invalidateQueries({ queryKey: ['desk-fairs'] })
  return fair
}

export async function moveFair(fairId: string, action: FairAction) {
  const fair = await call(api.fairs[':fairId'][':action'].$post({ param: { fairId, action } }))
  queryClient.setQueryData(fairKey(fairId), fair)
  await queryClient.invalidateQueries({ queryKey: ['public-fair'] })
}

export async function publishForm(fairId: string, version: number, definition: FormDefinition) {
  const json = { version, definition }
  const form = await call(api.fairs[':fairId'].form.$put({ param: { fairId }, json }))
  queryClient.setQueryData(formKey(fairId), form)
  await queryClient.invalidateQueries({ queryKey: fairKey(fairId) })
}

/** The fairs of every organizer the person works for, the next one first. */
export function useDeskFairs() {
  const { session } = useSession()
  const organizerIds = (session?.organizers ?? []).map(organizer => organizer.id)
  return useQuery({
    queryKey: ['desk-fairs', organizerIds],
    queryFn: async () => {
      const lists = await Promise.all(
        organizerIds.map(organizerId =>
          call(api.organizers[':organizerId'].fairs.$get({ param: { organizerId } })),
        ),
      )
      return lists.flatMap(list => list.items)
    },
    enabled: organizerIds.length > 0,
    staleTime: 60_000,
  })
}
