import type { MergeRoutes } from '@hoicho/server/establishments/merge/routes.ts'
import type { MergeInput, PairInput } from '@hoicho/shared/establishments/merge-schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from '../../platform/client.ts'
import { queryClient } from '../../platform/query.ts'

const api = client<MergeRoutes>('/api').organizers[':organizerId']

export const useDuplicates = (organizerId: string) =>
  useQuery({
    queryKey: ['duplicates', organizerId],
    queryFn: async () => (await call(api['establishment-duplicates'].$get({ param: { organizerId } }))).items,
  })

export const useMerges = (organizerId: string) =>
  useQuery({
    queryKey: ['merges', organizerId],
    queryFn: async () => (await call(api['establishment-merges'].$get({ param: { organizerId } }))).items,
  })

export const useMergePreview = (organizerId: string, survivor: string, absorbed: string) =>
  useQuery({
    queryKey: ['merge-preview', organizerId, survivor, absorbed],
    queryFn: () =>
      call(
        api['establishment-merge-preview'].$get({ param: { organizerId }, query: { survivor, absorbed } }),
      ),
  })

export async function keepApart(organizerId: string, json: PairInput) {
  await call(api['establishment-duplicates']['keep-apart'].$post({ param: { organizerId }, json }))
  await queryClient.invalidateQueries({ queryKey: ['duplicates'] })
}

export async function mergeRecords(organizerId: string, json: MergeInput) {
  await call(api['establishment-merges'].$post({ param: { organizerId }, json }))
  await refreshAll()
}

export async function undoMerge(organizerId: string, mergeId: string) {
  await call(api['establishment-merges'][':mergeId'].undo.$post({ param: { organizerId, mergeId } }))
  await refreshAll()
}

/** A merge touches lists everywhere: what is on screen is asked again. */
const refreshAll = () => queryClient.invalidateQueries()
