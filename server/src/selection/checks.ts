import { CheckRun } from '@hoicho/shared/selection/gate-schema.ts'
import { GATES, type Gate } from '@hoicho/shared/selection/gate-vocabulary.ts'
import {
  checkGates,
  effectiveOutcome,
  type GateEvidence,
  type GateOutcome,
  type GateResult,
} from '@hoicho/shared/selection/gates.ts'
import { ChecksView, type CheckView } from '@hoicho/shared/selection/schema.ts'
import { actorPersonId, type Ctx, type Db, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { gateFacts, gateRules } from './gate-facts.ts'
import { gatePlansOf, gateSettingsOf } from './gate-settings-query.ts'
import { checkRuns, checksOf, refusalOf } from './queries.ts'

/**
 * Judges every gate of an application by the facts of this moment and stores the answers with their evidence; the run joins
 * the history, which nothing takes away. An override stays as long as the answer it was made against; when the answer
 * changes, it goes.
 */
export async function storeChecks(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  applicationId: string,
): Promise<GateResult[]> {
  const settings = await gateSettingsOf(tx, fairId)
  const { plan } = await gatePlansOf(tx, fairId, settings)
  const facts = await gateFacts(tx, fairId, applicationId, settings)
  const results = checkGates(facts, await gateRules(tx, fairId, settings), plan)
  const before = new Map((await checksOf(tx, fairId, applicationId)).map(check => [check.gate, check]))
  await tx
    .deleteFrom('applicationCheck')
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .execute()
  const checked = { checkedBy: actorPersonId(ctx), checkedAt: ctx.now() }
  const rows = results.map(result => {
    const earlier = before.get(result.gate)
    const kept = earlier?.outcome === result.outcome ? earlier : undefined
    return { id: newId(), fairId, applicationId, ...result, ...overrideOf(kept), ...checked }
  })
  if (rows.length > 0) await tx.insertInto('applicationCheck').values(rows).execute()
  const kept = rows.map(({ gate, outcome, effect, evidence, legalBasis, overrideOutcome }) => {
    return { gate, outcome, effect, evidence, legalBasis, overrideOutcome }
  })
  await tx
    .insertInto('applicationCheckRun')
    .values({
      id: newId(),
      fairId,
      applicationId,
      results: kept,
      runBy: checked.checkedBy,
      runAt: checked.checkedAt,
    })
    .execute()
  return results
}

type Stored = Awaited<ReturnType<typeof checksOf>>[number]

const overrideOf = (check: Stored | undefined) => ({
  overrideOutcome: check?.overrideOutcome ?? null,
  overrideReason: check?.overrideReason ?? null,
  overriddenBy: check?.overriddenBy ?? null,
  overriddenAt: check?.overriddenAt ?? null,
})

/** Where an application stands with its gates: how many keep it out, which a person still has to look at, who overrode. */
export async function standOf(tx: Tx, fairId: string, applicationId: string) {
  const checks = await checksOf(tx, fairId, applicationId)
  const having = (outcome: GateOutcome) => checks.filter(check => effectiveOutcome(check) === outcome)
  return {
    failing: having('fail').filter(check => check.effect === 'block').length,
    unknown: having('unknown').map(check => check.gate),
    overriddenBy: new Set(
      checks.filter(check => check.overrideOutcome !== null).map(one => one.overriddenBy),
    ),
  }
}

/** The gates of an application as last judged; no items before the first time. */
export async function readChecks(db: Db | Tx, fairId: string, applicationId: string): Promise<ChecksView> {
  const application = found(
    await db
      .selectFrom('application')
      .select('state')
      .where('fairId', '=', fairId)
      .where('id', '=', applicationId)
      .executeTakeFirst(),
  )
  const checks = await checksOf(db, fairId, applicationId)
  const byGate = new Map(checks.map(check => [check.gate, check]))
  const items = GATES.flatMap((gate): CheckView[] => {
    const check = byGate.get(gate)
    // The evidence is written by storeChecks alone, always an object.
    return check ? [{ ...check, gate, evidence: check.evidence as CheckView['evidence'] }] : []
  })
  const refusal = (await refusalOf(db, fairId, applicationId)) ?? null
  // The schema drops the columns that are nobody's business.
  return ChecksView.parse({ applicationId, fairId, state: application.state, items, refusal })
}

type RunResult = {
  gate: Gate
  outcome: GateOutcome
  evidence: GateEvidence
  overrideOutcome: 'pass' | 'fail' | null
}

/** Every run of an application's gates, the newest first, each with what it found otherwise than the one before. */
export async function readRuns(db: Db, fairId: string, applicationId: string): Promise<CheckRun[]> {
  const rows = await checkRuns(db, fairId, applicationId)
  return rows.map(({ results, ...run }, at) => {
    // The column is written by storeChecks alone.
    const judged = results as RunResult[]
    const earlier = new Map(
      ((rows[at + 1]?.results ?? []) as RunResult[]).map(one => [one.gate, one.outcome]),
    )
    const items = judged.map(({ gate, outcome, evidence }) => ({
      gate,
      outcome,
      evidence,
      before: earlier.get(gate) ?? null,
    }))
    return CheckRun.parse({ ...run, items })
  })
}
