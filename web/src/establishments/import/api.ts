import type { DirectoryImportRoutes } from '@hoicho/server/establishments/import/routes.ts'
import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type {
  CellCorrection,
  ImportRowsQuery,
  ImportView,
  ReadingWish,
  RowChoice,
} from '@hoicho/shared/establishments/import/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client, upload } from '../../platform/client.ts'
import { queryClient } from '../../platform/query.ts'
import { useCan } from '../../platform/rights.ts'
import { useSession } from '../../platform/session.ts'

const api = client<DirectoryImportRoutes>('/api')
const all = api.organizers[':organizerId']['establishment-imports']
const one = all[':importId']

/** An import is known by its organizer and its own id. */
export type ImportKey = { organizerId: string; importId: string }

const keyOf = ({ organizerId, importId }: ImportKey) => ['import', organizerId, importId]
const rowsKey = (key: ImportKey) => ['import-rows', ...keyOf(key)]

/** The organizers one may import for: the one asked for, else the first; undefined while the session loads. */
export function useImportOrganizer(asked: string | undefined) {
  const { session, isPending } = useSession()
  const can = useCan()
  const organizers =
    session?.organizers.filter(({ id }) => can('establishments.import', { organizerId: id })) ?? []
  const current = organizers.find(({ id }) => id === asked) ?? organizers[0]
  return { isPending, organizers, organizerId: current?.id }
}

export const useImports = (organizerId: string) =>
  useQuery({ queryKey: ['imports', organizerId], queryFn: () => call(all.$get({ param: { organizerId } })) })

/** While rows are being applied it is asked again and again. */
export const useImport = (key: ImportKey) =>
  useQuery({
    queryKey: keyOf(key),
    queryFn: () => call(one.$get({ param: key })),
    refetchInterval: query => (query.state.data?.run?.isRunning ? 700 : false),
  })

export const useImportRows = (key: ImportKey, query: ImportRowsQuery) =>
  useQuery({
    queryKey: [...rowsKey(key), query],
    queryFn: () => call(one.rows.$get({ param: key, query: asText(query) })),
    placeholderData: before => before,
  })

export const useUndoCheck = (key: ImportKey) =>
  useQuery({ queryKey: ['import-undo', ...keyOf(key)], queryFn: () => call(one.undo.$get({ param: key })) })

const asText = ({ page, ...query }: ImportRowsQuery) =>
  page === undefined ? query : { ...query, page: String(page) }

/** Takes what a write answers as what is known of the import; its rows are read again. */
async function settle(key: ImportKey, view: ImportView): Promise<ImportView> {
  queryClient.setQueryData(keyOf(key), view)
  void queryClient.invalidateQueries({ queryKey: ['imports', key.organizerId] })
  await queryClient.invalidateQueries({ queryKey: rowsKey(key) })
  return view
}

export async function startImport(organizerId: string, file: File, onProgress: (share: number) => void) {
  const path = `/api/organizers/${organizerId}/establishment-imports?name=${encodeURIComponent(file.name)}`
  const view = await upload<ImportView>(path, file, onProgress)
  return await settle({ organizerId, importId: view.id }, view)
}

export const rereadImport = async (key: ImportKey, json: ReadingWish) =>
  settle(key, await call(one.reading.$put({ param: key, json })))

export const mapImport = async (key: ImportKey, mapping: ImportView['mapping']) =>
  settle(key, await call(one.mapping.$put({ param: key, json: { mapping } })))

export const chooseRows = async (key: ImportKey, json: RowChoice) =>
  settle(key, await call(one.choices.$put({ param: key, json })))

export const chooseFields = async (key: ImportKey, rowNumber: number, kept: TransferField[]) =>
  settle(
    key,
    await call(
      one.rows[':rowNumber'].fields.$put({
        param: { ...key, rowNumber: String(rowNumber) },
        json: { kept },
      }),
    ),
  )

export const correctCells = async (key: ImportKey, json: CellCorrection) =>
  settle(key, await call(one.cells.$put({ param: key, json })))

/** Whatever comes of it, what the server knows of the import is asked again. */
export async function applyImport(key: ImportKey) {
  try {
    const view = await settle(key, await call(one.apply.$post({ param: key })))
    void queryClient.invalidateQueries({ queryKey: ['directory'] })
    return view
  } catch (error) {
    await queryClient.invalidateQueries({ queryKey: keyOf(key) })
    throw error
  }
}

export const stopImport = async (key: ImportKey) => settle(key, await call(one.stop.$post({ param: key })))

export const cancelImport = async (key: ImportKey) =>
  settle(key, await call(one.cancel.$post({ param: key })))

export async function undoImport(key: ImportKey, leaveBlocked: boolean) {
  const view = await settle(key, await call(one.undo.$post({ param: key, json: { leaveBlocked } })))
  void queryClient.invalidateQueries({ queryKey: ['directory'] })
  return view
}

export const refreshImport = (key: ImportKey) => queryClient.invalidateQueries({ queryKey: keyOf(key) })

export const faultsUrl = ({ organizerId, importId }: ImportKey) =>
  `/api/organizers/${organizerId}/establishment-imports/${importId}/faults.xlsx`

/** How many rows of an import end in which action. */
export const countOf = (counts: ImportView['counts'], action: 'create' | 'update' | 'skip') =>
  counts.reduce((sum, part) => sum + (part.action === action ? part.count : 0), 0)
