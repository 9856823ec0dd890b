import { checkGates, effectiveOutcome, GATES, type GateResult } from '@hoicho/shared/selection/gates.ts'
import { ChecksView, type CheckView } from '@hoicho/shared/selection/schema.ts'
import { actorPersonId, type Ctx, type Db, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { gateFacts, gateRules } from './gate-facts.ts'
import { checksOf, refusalOf } from './queries.ts'

/**
 * Judges every gate of an application by the facts of this moment and stores the answers with their evidence. An override
 * stays as long as the answer it was made against; when the answer changes, it goes.
 */
export async function storeChecks(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  applicationId: string,
): Promise<GateResult[]> {
  const results = checkGates(await gateFacts(tx, fairId, applicationId), await gateRules(tx, fairId))
  const before = new Map((await checksOf(tx, fairId, applicationId)).map(check => [check.gate, check]))
  await tx
    .deleteFrom('applicationCheck')
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .execute()
  const rows = results.map(({ gate, outcome, evidence, legalBasis }) => {
    const earlier = before.get(gate)
    const kept = earlier?.outcome === outcome ? earlier : undefined
    return {
      id: newId(),
      fairId,
      applicationId,
      gate,
      outcome,
      evidence,
      legalBasis,
      overrideOutcome: kept?.overrideOutcome ?? null,
      overrideReason: kept?.overrideReason ?? null,
      checkedBy: actorPersonId(ctx),
      checkedAt: ctx.now(),
    }
  })
  await tx.insertInto('applicationCheck').values(rows).execute()
  return results
}

/** How many gates fail, overrides counted. */
export async function countFailing(tx: Tx, fairId: string, applicationId: string): Promise<number> {
  const checks = await checksOf(tx, fairId, applicationId)
  return checks.filter(check => effectiveOutcome(check) === 'fail').length
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
