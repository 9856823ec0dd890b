import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { TangledQuotas } from '@hoicho/shared/selection/quotas.ts'
import { type PriorityFact, type RankedApplication, type RankRequest } from '@hoicho/shared/selection/rank.ts'
import type { Points } from '@hoicho/shared/selection/score.ts'
import { z } from 'zod'
import type { Db, Tx } from '../platform/context.ts'
import { wholeDb } from '../platform/kept-out.ts'
import { found, problem } from '../platform/problem.ts'
import {
  applicationsIn,
  CANDIDATE_STATES,
  criteriaOf,
  datedRules,
  fairForSelection,
  filedSheets,
  outstandingHolders,
} from './queries.ts'
import { groupsOf, rulesOf } from './rules-queries.ts'

const priorityRule = z.object({ manyWorkers: z.int() })

/** Sets where a ranking differs from one time to the next. */
export type Draw = { seed: string; waitingPlaces: number | null }

/** All that a ranking rests on, as the database holds it now, whoever asks: showing it is where conflicts of interest count. Applications selected before are held. */
export async function rankRequest(seen: Db | Tx, fairId: string, draw: Draw) {
  const db = wholeDb(seen)
  const fair = found(await fairForSelection(db, fairId))
  const criteria = await criteriaOf(db, fairId)
  const candidates = await applicationsIn(db, fairId, CANDIDATE_STATES)
  const sheets = sheetsByApplication(await filedSheets(db, fairId))
  const abstentions = sheetsByApplication(await filedSheets(db, fairId, undefined, 'abstained'))
  const facts = await priorityFacts(db, candidates, fair)
  const { quotas, tieBreak, isNormalised } = await rulesOf(db, fairId)
  const groups = await groupsOf(db, fair, candidates)
  const applications = candidates.map(
    ({ id, state }): RankedApplication => ({
      id,
      sheets: sheets.get(id) ?? [],
      abstained: (abstentions.get(id) ?? []).map(({ reviewerId }) => reviewerId),
      priority: facts.get(id) ?? [],
      isHeld: state === 'selected',
      groups: groups.get(id) ?? [],
    }),
  )
  const request: RankRequest = {
    applications,
    criteria: criteria.map(({ code, maxPoints, isOptional }) => ({
      code,
      maxPoints,
      ...(isOptional && { isOptional }),
    })),
    knockOuts: criteria.flatMap(({ code, knockOut }) => (knockOut ? [{ code, ...knockOut }] : [])),
    quota: fair.quota,
    passMark: fair.passMark,
    ...draw,
    tieBreak,
    quotas,
    isNormalised,
  }
  return { fair, candidates, request }
}

/** Ranks; refused with selection.quotas-tangled when the quotas are beyond what can be decided with certainty. */
export function untangled<T>(rank: () => T): T {
  try {
    return rank()
  } catch (error) {
    throw error instanceof TangledQuotas ? problem('selection.quotas-tangled') : error
  }
}

function sheetsByApplication(rows: Awaited<ReturnType<typeof filedSheets>>) {
  const sheets = new Map<string, { reviewerId: string; points: Points }[]>()
  for (const { applicationId, reviewerId, points } of rows) {
    // The column is only ever written by writeSheet, from checked points.
    const sheet = { reviewerId, points: points as Points }
    sheets.set(applicationId, [...(sheets.get(applicationId) ?? []), sheet])
  }
  return sheets
}

type Candidates = Awaited<ReturnType<typeof applicationsIn>>

/** Facts of article 6 of the decree that the profile holds: title, export markets, number of workers. */
async function priorityFacts(
  db: Db | Tx,
  candidates: Candidates,
  fair: { opensOn: string; ruleSetOn: string },
): Promise<Map<string, PriorityFact[]>> {
  const rules = await datedRules(db, ['eligibility.priority'])
  const manyWorkers = ruleValueOn(rules, 'eligibility.priority', fair.ruleSetOn, priorityRule)?.value
    .manyWorkers
  const ids = candidates.map(candidate => candidate.establishmentId)
  const holders = await outstandingHolders(db, ids, fair.opensOn)
  return new Map(
    candidates.map(({ id, establishmentId, exportMarkets, employees }) => {
      const facts: PriorityFact[] = []
      if (holders.has(establishmentId)) facts.push('outstanding-product')
      if (exportMarkets.trim() !== '') facts.push('export')
      if (manyWorkers !== undefined && (employees ?? 0) >= manyWorkers) facts.push('many-workers')
      return [id, facts]
    }),
  )
}
