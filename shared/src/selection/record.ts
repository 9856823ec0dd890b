import type { Json } from './canonical-json.ts'
import type { QuotaReport } from './quotas.ts'
import { type Ranked, type RankRequest, rankApplications, rankWithQuotas, textOrder } from './rank.ts'

export const RECORD_FORMATS = ['hoicho-selection-1', 'hoicho-selection-2', 'hoicho-selection-3'] as const
export type RecordFormat = (typeof RECORD_FORMATS)[number]

/**
 * All a decision rests on, frozen with it: whoever holds it can rank again and must find the same. The first format knows
 * neither quotas nor normalisation, the second neither abstentions, knock-outs nor criteria that may be left out; both are
 * still read and ranked by their own rules.
 */
export type SelectionRecord = {
  format: RecordFormat
  fairId: string
  version: number
  decidedAt: string
  request: RankRequest
  ranking: readonly Ranked[]
  /** How each quota fared, in the order of the request; not in the first format. */
  quotas?: readonly QuotaReport[]
}

/** The record with its lists in one order (applications and sheets by id), so that equal decisions hash alike. */
export function selectionRecord(
  head: Pick<SelectionRecord, 'fairId' | 'version' | 'decidedAt'>,
  request: RankRequest,
): SelectionRecord {
  const applications = [...request.applications]
    .sort((a, b) => textOrder(a.id, b.id))
    .map(application => ({
      ...application,
      sheets: [...application.sheets].sort((a, b) => textOrder(a.reviewerId, b.reviewerId)),
      ...(application.abstained && { abstained: [...application.abstained].sort(textOrder) }),
    }))
  const ordered = { ...request, applications }
  const { entries: ranking, quotas } = rankWithQuotas(ordered)
  const format = formatOf(request)
  return format === 'hoicho-selection-1'
    ? { format, ...head, request: ordered, ranking }
    : { format, ...head, request: ordered, ranking, quotas }
}

function formatOf({ quotas, knockOuts }: RankRequest): RecordFormat {
  if (quotas === undefined) return 'hoicho-selection-1'
  return knockOuts === undefined ? 'hoicho-selection-2' : 'hoicho-selection-3'
}

/** A record as JSON: types without the index signature that plain JSON has. */
export const recordAsJson = (record: SelectionRecord): Json => record as unknown as Json

/** Ranks a frozen record again: the rank of the first difference, or `null` when it comes out the same. */
export function replay(record: SelectionRecord): { rank: number } | null {
  const again = rankApplications(record.request)
  const length = Math.max(again.length, record.ranking.length)
  for (let at = 0; at < length; at++) {
    if (JSON.stringify(again[at]) !== JSON.stringify(reordered(record.ranking[at], again[at])))
      return { rank: at + 1 }
  }
  return null
}

/** The stored entry with its members in the order of a fresh one: a database does not keep the order of members. */
function reordered(stored: Ranked | undefined, fresh: Ranked | undefined): unknown {
  if (!stored || !fresh) return stored
  const members = new Map<string, unknown>(Object.entries(stored))
  const keys = [...Object.keys(fresh), ...[...members.keys()].filter(key => !(key in fresh))]
  return Object.fromEntries(keys.map(key => [key, members.get(key)]))
}
