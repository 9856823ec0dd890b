import { compareRankings } from '@hoicho/shared/selection/compare.ts'
import {
  type Ranking,
  type RankRequest,
  rankWithQuotas,
  usualTieBreak,
} from '@hoicho/shared/selection/rank.ts'
import type { ComparisonView, ScenarioSettings } from '@hoicho/shared/selection/scenario-schema.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { conflictsOf } from './may-review.ts'
import { rankRequest, untangled } from './rank-request.ts'
import { currentSettings, scenariosOf } from './scenarios.ts'

/**
 * Versions of the rules beside the rules as they are: who comes in, who falls out, how ranks move, how quotas fare. Applications
 * of a reader's declared conflict are left out of the rows.
 */
export async function compareScenarios(
  ctx: Ctx,
  fairId: string,
  scenarioIds: readonly string[],
): Promise<ComparisonView> {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  const { db } = ctx.app
  const { settings } = await currentSettings(db, fairId)
  const known = await scenariosOf(db, fairId)
  const chosen = scenarioIds.map(id => found(known.find(scenario => scenario.id === id)))
  const versions = [{ id: null, name: '', settings }, ...chosen]
  const { request, candidates } = await rankRequest(db, fairId, { seed: '', waitingPlaces: null })
  const rankings = versions.map(version =>
    untangled(() => rankWithQuotas(requestWith(request, version.settings))),
  )
  const barred = await conflictsOf(ctx, fairId)
  const [first] = rankings
  const moves = rankings.map(ranking => {
    const list = compareRankings(first?.entries ?? [], ranking.entries)
    return new Map(list.map(move => [move.id, move]))
  })
  const names = new Map(candidates.map(candidate => [candidate.id, candidate]))
  const entries = rankings.map(ranking => new Map(ranking.entries.map(entry => [entry.id, entry])))
  return {
    columns: versions.map(({ id, name }, at) => ({
      id,
      name,
      ...totalsOf(rankings[at] ?? { entries: [], quotas: [] }, request),
      enters: [...(moves[at]?.values() ?? [])].filter(move => move.change === 'enters').length,
      leaves: [...(moves[at]?.values() ?? [])].filter(move => move.change === 'leaves').length,
    })),
    rows: (first?.entries ?? [])
      .filter(({ id }) => !barred.has(id))
      .map(({ id, mean }) => {
        const named = names.get(id)
        return {
          applicationId: id,
          number: named?.number ?? null,
          establishmentName: named?.establishmentName ?? '',
          provinceName: named?.provinceName ?? '',
          mean,
          cells: entries.map((list, at) => cellOf(found(list.get(id)), found(moves[at]?.get(id)))),
        }
      }),
  }
}

function requestWith(request: RankRequest, settings: ScenarioSettings): RankRequest {
  const { places, passMark, waitingPlaces, quotas, tieBreak, isNormalised, seed } = settings
  return {
    ...request,
    quota: places,
    passMark,
    waitingPlaces,
    quotas,
    tieBreak: tieBreak ?? usualTieBreak(request.criteria),
    isNormalised,
    seed,
  }
}

type Entry = Ranking['entries'][number]

const cellOf = (
  { rank, outcome, waitingPosition, quota = null, reason }: Entry,
  { rise, change }: { rise: number; change: ComparisonView['rows'][number]['cells'][number]['change'] },
) => ({ rank, outcome, waitingPosition, quota, reason, rise, change })

function totalsOf({ entries, quotas }: Ranking, { applications }: RankRequest) {
  const groups = new Map(applications.map(application => [application.id, application.groups ?? []]))
  const selected = entries.filter(entry => entry.outcome === 'selected')
  const counts = new Map<string, number>()
  for (const key of selected.flatMap(entry => groups.get(entry.id) ?? []))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    selected: selected.length,
    waiting: entries.filter(entry => entry.outcome === 'waiting').length,
    quotas,
    groups: [...counts].sort().map(([key, count]) => ({ key, selected: count })),
  }
}
