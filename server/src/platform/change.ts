import type { Action, Target } from '@hoicho/shared/identity/permissions.ts'
import type { ProblemCode } from '@hoicho/shared/platform/all-problems.ts'
import { actorPersonId, type Ctx, type Tx } from './context.ts'
import { newId } from './ids.ts'
import { wholeDb } from './kept-out.ts'
import { demandAt } from './permission.ts'
import { type FieldFault, invalid, problem } from './problem.ts'
import type { TargetRef } from './targets.ts'

/** What was done to which record, for the log. `before` and `after` hold what changed, never secrets. */
export type AuditNote = {
  entity: string
  entityId: string
  before?: unknown
  after?: unknown
  /** For what is being made here and so could not be located before. */
  target?: Target
}

/** What a write must hand back: its answer and its log entries. Without them it does not compile. */
export type Changed<T> = { result: T; audit: AuditNote | AuditNote[] }

/**
 * Constraints that mean a refusal rather than a fault: a unique or exclusion constraint its problem, a foreign key the
 * field that names what is not there.
 */
export type Conflicts = Record<string, ProblemCode | FieldFault>

/**
 * The one door for writing. Opens one transaction, finds the tenants of `ref`, asks the permission table, runs `work`,
 * writes the audit entries and commits all of it together. A repeated idempotency key answers as the first time.
 * Deadlocks and serialization failures are tried again, up to three times.
 */
export async function change<T>(
  ctx: Ctx,
  action: Action,
  ref: TargetRef,
  work: (tx: Tx, target: Target) => Promise<Changed<T>>,
  conflicts: Conflicts = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await wholeDb(ctx.app.db)
        .transaction()
        .execute(tx => once(tx, ctx, action, ref, work))
    } catch (error) {
      if (attempt < 3 && isRetryable(error)) continue
      throw asRefusal(error, conflicts)
    }
  }
}

async function once<T>(
  tx: Tx,
  ctx: Ctx,
  action: Action,
  ref: TargetRef,
  work: (tx: Tx, target: Target) => Promise<Changed<T>>,
): Promise<T> {
  const target = await demandAt(ctx, tx, action, ref)
  const earlier = await claimIdempotencyKey(tx, ctx, action)
  // The stored answer was this very function's result, kept as JSON.
  if (earlier) return earlier.result as T
  const { result, audit } = await work(tx, target)
  for (const note of [audit].flat()) await writeAudit(tx, ctx, action, target, note)
  await keepAnswer(tx, ctx, action, result)
  return result
}

/** Takes the key for this transaction (a second request waits here), or returns the answer kept under it. */
async function claimIdempotencyKey(
  tx: Tx,
  ctx: Ctx,
  action: Action,
): Promise<{ result: unknown } | undefined> {
  if (!ctx.idempotencyKey) return undefined
  const key = idempotencyKey(ctx, action)
  const claimed = await tx
    .insertInto('idempotentWrite')
    .values({ key, createdAt: ctx.now() })
    .onConflict(conflict => conflict.column('key').doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  return await tx.selectFrom('idempotentWrite').select('result').where('key', '=', key).executeTakeFirst()
}

async function keepAnswer(tx: Tx, ctx: Ctx, action: Action, result: unknown): Promise<void> {
  if (!ctx.idempotencyKey) return
  await tx
    .updateTable('idempotentWrite')
    .set({ result: result ?? null })
    .where('key', '=', idempotencyKey(ctx, action))
    .execute()
}

/** A key is the actor's own: nobody can read an answer by guessing another's key. */
const idempotencyKey = (ctx: Ctx, action: Action) =>
  `${'id' in ctx.actor ? ctx.actor.id : `${ctx.actor.kind}:${ctx.ip}`}:${action}:${ctx.idempotencyKey}`

async function writeAudit(tx: Tx, ctx: Ctx, action: Action, target: Target, note: AuditNote): Promise<void> {
  const owner = { ...target, ...note.target }
  await tx
    .insertInto('auditEntry')
    .values({
      id: newId(),
      at: ctx.now(),
      action,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.kind === 'device' ? ctx.actor.id : actorPersonId(ctx),
      organizerId: owner.organizerId ?? null,
      fairId: owner.fairId ?? null,
      establishmentId: owner.establishmentId ?? null,
      entity: note.entity,
      entityId: note.entityId,
      before: note.before ?? null,
      after: note.after ?? null,
      requestId: ctx.requestId,
    })
    .execute()
}

const isRetryable = (error: unknown) => ['40001', '40P01'].includes(errorField(error, 'code'))

function asRefusal(error: unknown, conflicts: Conflicts): unknown {
  const refusal = conflicts[errorField(error, 'constraint_name')]
  if (refusal === undefined) return error
  return typeof refusal === 'string' ? problem(refusal) : invalid(refusal)
}

function errorField(error: unknown, field: 'code' | 'constraint_name'): string {
  if (typeof error !== 'object' || error === null || !(field in error)) return ''
  return String((error as Record<string, unknown>)[field])
}
