import { z } from 'zod'
import { canonicalJson, type Json } from './canonical-json.ts'
import { QUOTA_KINDS, TangledQuotas } from './quotas.ts'
import type { RankRequest } from './rank.ts'
import { RECORD_FORMATS, recordAsJson, type SelectionRecord, selectionRecord } from './record.ts'
import { sha256Hex } from './sha256.ts'

/** Where a record and its recomputation part: a JSON Pointer and both values, `undefined` for a member that is not there. */
export type Difference = { path: string; recorded: Json | undefined; recomputed: Json | undefined }

export type ReplayResult =
  | { outcome: 'same'; format: string; sha256: string; applications: number }
  | { outcome: 'different'; difference: Difference }
  /** Not a record of a selection: in one line, where it is wrong and how. */
  | { outcome: 'unreadable'; fault: string }

/**
 * Ranks an exported record again from its inputs, rules and seed alone. First what came out is compared, entry by entry;
 * then the SHA-256 over the whole, which also finds an input that was changed without changing the ranking.
 * @param text the file as exported: `{ "input": …, "sha256": … }`
 */
export function replayFile(text: string): ReplayResult {
  const read = readRecord(text)
  if (typeof read === 'string') return { outcome: 'unreadable', fault: read }
  const { input, sha256 } = read
  const { fairId, version, decidedAt, request, format } = input
  const again = rankedAgain({ fairId, version, decidedAt }, request)
  if (again === null) return { outcome: 'unreadable', fault: '/input/request/quotas: too tangled to decide' }
  const difference = firstDifference(recordAsJson(input), again, '')
  if (difference)
    return { outcome: 'different', difference: { ...difference, path: `/input${difference.path}` } }
  const recomputed = sha256Hex(canonicalJson(again))
  if (recomputed !== sha256)
    return { outcome: 'different', difference: { path: '/sha256', recorded: sha256, recomputed } }
  return { outcome: 'same', format, sha256: recomputed, applications: request.applications.length }
}

/** `null` for quotas no decision can have been made with. */
function rankedAgain(
  head: Pick<SelectionRecord, 'fairId' | 'version' | 'decidedAt'>,
  request: RankRequest,
): Json | null {
  try {
    return recordAsJson(selectionRecord(head, request))
  } catch (error) {
    if (error instanceof TangledQuotas) return null
    throw error
  }
}

/** The first place where two values differ: members by name, list entries by position. */
export function firstDifference(
  recorded: Json | undefined,
  recomputed: Json | undefined,
  path: string,
): Difference | null {
  if (!isTree(recorded) || !isTree(recomputed) || Array.isArray(recorded) !== Array.isArray(recomputed))
    return Object.is(recorded, recomputed) ? null : { path, recorded, recomputed }
  const [left, right] = [new Map(Object.entries(recorded)), new Map(Object.entries(recomputed))]
  for (const name of namesOf(recorded, left, right)) {
    const step = name.replaceAll('~', '~0').replaceAll('/', '~1')
    const found = firstDifference(left.get(name), right.get(name), `${path}/${step}`)
    if (found) return found
  }
  return null
}

const isTree = (value: Json | undefined): value is readonly Json[] | { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null

function namesOf(of: Json, left: ReadonlyMap<string, Json>, right: ReadonlyMap<string, Json>): string[] {
  const names = [...new Set([...left.keys(), ...right.keys()])]
  return Array.isArray(of) ? names : names.sort()
}

function readRecord(text: string): { input: SelectionRecord; sha256: string } | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'not JSON'
  }
  const parsed = RecordFile.safeParse(value)
  const [issue] = parsed.error?.issues ?? []
  if (issue) return `/${issue.path.map(String).join('/')}: ${issue.message}`
  // Parsed only to know that it fits: what is compared and hashed is what the file holds, member for member.
  return value as { input: SelectionRecord; sha256: string }
}

const whole = z.int().min(0)
const points = z.record(z.string(), whole)
const tieBreak = z.union([
  z.object({ by: z.literal('criterion'), code: z.string() }),
  z.object({ by: z.literal('priority'), fact: z.string() }),
])

const application = z.object({
  id: z.string(),
  sheets: z.array(z.object({ reviewerId: z.string(), points })),
  abstained: z.array(z.string()).optional(),
  priority: z.array(z.string()),
  isHeld: z.boolean(),
  groups: z.array(z.string()).optional(),
})

const quota = z.object({
  by: z.enum(QUOTA_KINDS),
  value: z.string(),
  floor: whole.max(100_000),
  ceiling: whole.nullable(),
})

const RecordFile = z.object({
  input: z.object({
    format: z.enum(RECORD_FORMATS),
    fairId: z.string(),
    version: whole,
    decidedAt: z.string(),
    request: z.object({
      applications: z.array(application),
      criteria: z.array(z.object({ code: z.string(), maxPoints: whole, isOptional: z.boolean().optional() })),
      quota: whole,
      passMark: whole,
      waitingPlaces: whole.nullable(),
      seed: z.string(),
      tieBreak: z.array(tieBreak),
      quotas: z.array(quota).optional(),
      isNormalised: z.boolean().optional(),
      knockOuts: z.array(z.object({ code: z.string(), below: whole, members: whole.min(1) })).optional(),
    }),
    ranking: z.array(z.record(z.string(), z.unknown())),
  }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256'),
})
