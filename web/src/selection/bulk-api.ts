import type { BulkRoutes } from '@hoicho/server/selection/bulk-routes.ts'
import type { BulkInput, BulkPreviewInput, BulkResult } from '@hoicho/shared/selection/bulk-schema.ts'
import { call, client } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { remember, remembered } from '../platform/store.ts'

const api = client<BulkRoutes>('/api').fairs[':fairId'].applications.bulk

export const previewBulk = (fairId: string, json: BulkPreviewInput) =>
  call(api.preview.$post({ param: { fairId }, json }))

export const applyBulk = async (fairId: string, json: BulkInput): Promise<BulkResult['items']> =>
  (await call(api.$post({ param: { fairId }, json }))).items

/** After a run everything an application shows may be otherwise. */
export const refreshApplications = () =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      name === 'inbox' || name === 'selection' || String(name).startsWith('application'),
  })

/** A run as it was asked for. Kept on the device until it is through, so that a closed tab can go on with it. */
export type BulkRun = Omit<BulkInput, 'rows'> & {
  rows: readonly (BulkInput['rows'][number] & { name: string })[]
}

const keyOf = (fairId: string) => `draft.bulk.${fairId}`

export const keepRun = (fairId: string, run: BulkRun | undefined) =>
  remember(keyOf(fairId), run && JSON.stringify(run))

/** The run that was left unfinished; what cannot be read counts as none. */
export function keptRun(fairId: string): BulkRun | undefined {
  try {
    const kept = remembered(keyOf(fairId))
    // Written by keepRun alone; the server looks at every part of it again.
    return kept === undefined ? undefined : (JSON.parse(kept) as BulkRun)
  } catch {
    return undefined
  }
}
