import { canonicalJson } from '@hoicho/shared/selection/canonical-json.ts'
import type { Ranked } from '@hoicho/shared/selection/rank.ts'
import { recordAsJson, type SelectionRecord, selectionRecord } from '@hoicho/shared/selection/record.ts'
import { DecisionInput, type DecisionView } from '@hoicho/shared/selection/schema.ts'
import { sha256Hex } from '@hoicho/shared/selection/sha256.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { moveApplication } from '../recruitment/move-application.ts'
import { settingsOf } from './acceptance-settings.ts'
import { issueDecisionDocument } from './decision-document.ts'
import { decisionInForce, outcomesOf } from './decision-queries.ts'
import { readDecisions, withPositions } from './decisions.ts'
import { demandReady } from './demand-ready.ts'
import { meetingToDecide } from './meeting-queries.ts'
import { applicationsIn, CANDIDATE_STATES, fairForSelection, lockApplications } from './queries.ts'
import { rankRequest, untangled } from './rank-request.ts'
import { hashOf } from './sign-minutes.ts'

/**
 * Decides the selection (xét chọn, phê duyệt) on the signed minutes of the council. Under one lock: ranks all accepted dossiers
 * with the seed of the meeting, freezes inputs, rules, seed and ranking with a SHA-256 over their canonical JSON (RFC 8785),
 * moves every application without its establishment seeing it yet, gives the places and issues the decision. A later decision
 * replaces the earlier one: those selected keep their places, the waiting list moves up.
 *
 * Refused: selection.decided-meanwhile unless `replaces` is the version in force; selection.nothing-to-decide;
 * selection.no-criteria; selection.sheets-missing while one has fewer than two filed sheets; selection.quotas-tangled;
 * selection.no-minutes; selection.minutes-outdated when the ranking is no longer the one the council had before it.
 */
export async function decide(ctx: Ctx, fairId: string, input: DecisionInput = {}): Promise<DecisionView> {
  const { replaces } = DecisionInput.parse(input)
  return await change(
    ctx,
    'selection.decide',
    { fair: fairId },
    async tx => {
      const fair = found(await fairForSelection(tx, fairId, 'update'))
      const earlier = await decisionInForce(tx, fairId, true)
      if ((earlier?.version ?? 0) !== replaces) throw problem('selection.decided-meanwhile')
      const states = await lockCandidates(tx, fairId)
      const meeting = await meetingToDecide(tx, fairId)
      const { seed = '', waitingPlaces = null } = meeting ?? {}
      const { request } = await rankRequest(tx, fairId, { seed, waitingPlaces })
      demandReady(request)
      if (!meeting) throw problem('selection.no-minutes')
      const head = { fairId, version: replaces + 1, decidedAt: ctx.now() }
      const record = untangled(() => selectionRecord(head, request))
      if (hashOf(record) !== meeting.sha256) throw problem('selection.minutes-outdated')
      const selection = await freeze(tx, ctx, fair, meeting.id, record)
      await writeOutcomes(tx, fairId, selection.id, earlier?.id, record.ranking)
      await moveAll(tx, ctx, fairId, states, record.ranking)
      await givePlaces(tx, ctx, fairId, selection.id, states, record.ranking)
      const documentId = await issueDecisionDocument(tx, ctx, fairId, {
        ...selection,
        meeting,
        replaces: earlier,
      })
      await tx.updateTable('selection').set({ documentId }).where('id', '=', selection.id).execute()
      const [result] = await readDecisions(tx, fairId)
      const outcomes = countOutcomes(record.ranking)
      const after = { version: head.version, sha256: selection.sha256, outcomes }
      return { result: found(result), audit: { entity: 'selection', entityId: selection.id, after } }
    },
    { selection_fair_id_version_key: 'selection.decided-meanwhile' },
  )
}

/** Locks every candidate, so that no correction, withdrawal or sheet comes in between. State by id. */
async function lockCandidates(tx: Tx, fairId: string): Promise<Map<string, string>> {
  const ids = (await applicationsIn(tx, fairId, CANDIDATE_STATES)).map(({ id }) => id)
  const locked = await lockApplications(tx, fairId, ids)
  return new Map(locked.map(({ id, state }) => [id, state]))
}

async function freeze(tx: Tx, ctx: Ctx, fair: { id: string }, meetingId: string, record: SelectionRecord) {
  const json = recordAsJson(record)
  const row = { id: newId(), version: record.version, sha256: sha256Hex(canonicalJson(json)) }
  await tx
    .updateTable('selection')
    .set({ state: 'superseded' })
    .where('fairId', '=', fair.id)
    .where('state', '=', 'decided')
    .execute()
  await tx
    .insertInto('selection')
    .values({
      ...row,
      fairId: fair.id,
      meetingId,
      state: 'decided',
      passMark: record.request.passMark,
      quota: record.request.quota,
      seed: record.request.seed,
      input: json as object,
      decidedBy: actorPersonId(ctx),
      decidedAt: record.decidedAt,
    })
    .execute()
  return row
}

/** One row an application. Whoever is told the same as by the decision before keeps its letter and gets no second one. */
async function writeOutcomes(
  tx: Tx,
  fairId: string,
  selectionId: string,
  earlierId: string | undefined,
  ranking: readonly Ranked[],
): Promise<void> {
  const before = withPositions((await outcomesOf(tx, fairId)).filter(row => row.selectionId === earlierId))
  const told = new Map(
    before.map(row => [`${row.applicationId} ${row.outcome} ${row.waitingPosition}`, row] as const),
  )
  const rows = ranking.map(({ id, rank, mean, outcome, reason, waitingPosition, quota }) => {
    const { mailId = null, releasedAt = null } = told.get(`${id} ${outcome} ${waitingPosition}`) ?? {}
    const meanPoints = mean === null ? null : String(mean)
    const common = { selectionId, applicationId: id, fairId, rank, meanPoints, outcome, reason }
    return { ...common, quota: quota ?? null, mailId, releasedAt }
  })
  await tx.insertInto('selectionOutcome').values(rows).execute()
}

const ACTIONS = { selected: 'select', waiting: 'put-on-waiting-list', rejected: 'reject' } as const

async function moveAll(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  states: ReadonlyMap<string, string>,
  ranking: readonly Ranked[],
): Promise<void> {
  for (const { id, outcome } of ranking) {
    if (states.get(id) !== outcome) await moveApplication(tx, ctx, fairId, id, ACTIONS[outcome], true)
  }
}

/** A place each for those newly selected, where the fair has places confirmed; its deadline runs from the letter. */
async function givePlaces(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  selectionId: string,
  states: ReadonlyMap<string, string>,
  ranking: readonly Ranked[],
): Promise<void> {
  const { demandsConfirmation } = await settingsOf(tx, fairId)
  const chosen = ranking.filter(({ id, outcome }) => outcome === 'selected' && states.get(id) !== 'selected')
  if (!demandsConfirmation || chosen.length === 0) return
  const common = { fairId, selectionId, origin: 'decision', state: 'offered', offeredAt: ctx.now() } as const
  const rows = chosen.map(({ id }) => ({ id: newId(), applicationId: id, ...common }))
  await tx.insertInto('selectionPlace').values(rows).execute()
}

function countOutcomes(ranking: readonly Ranked[]) {
  const count = (outcome: string) => ranking.filter(entry => entry.outcome === outcome).length
  return { selected: count('selected'), waiting: count('waiting'), rejected: count('rejected') }
}
