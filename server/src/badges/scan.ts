import { foldScans, presenceAt } from '@hoicho/shared/badges/fold-scans.ts'
import { readScannerInput } from '@hoicho/shared/badges/scanner-input.ts'
import type { ScanAnswer, ScanInput, ScanResults } from '@hoicho/shared/badges/schema.ts'
import { parseShortNumber, shortNumber, tailOf } from '@hoicho/shared/badges/token.ts'
import { admissionAt, type Judgement, judge, type Proof } from '@hoicho/shared/badges/verdict.ts'
import type { Verdict } from '@hoicho/shared/badges/vocabulary.ts'
import { localDate, startOfLocalDay } from '@hoicho/shared/platform/dates.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found, Problem, problem } from '../platform/problem.ts'
import { proveCode } from './fair-key.ts'
import { validitiesOf } from './fair-rules.ts'
import {
  applicationById,
  type BadgeRow,
  fairById,
  gateById,
  kindsOf,
  lockBadgeBySerial,
  touchDevice,
} from './queries.ts'
import { scanById, scansOfBadge } from './scan-queries.ts'

/** Stores a device's attempts one by one, each with its own result: one that cannot be stored holds up no other. */
export async function scanBatch(ctx: Ctx, items: readonly ScanInput[]): Promise<ScanResults> {
  const { id: deviceId, fairId } = deviceOf(ctx)
  await mayRead(ctx, 'badges.scan', { fair: fairId })
  await touchDevice(ctx.app.db, fairId, deviceId, ctx.now())
  const results: ScanResults['items'] = []
  for (const item of items) results.push(await scanOne(ctx, item))
  return { items: results }
}

async function scanOne(ctx: Ctx, item: ScanInput): Promise<ScanResults['items'][number]> {
  try {
    return { status: 'stored', id: item.id, answer: await scan(ctx, item) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { status: 'refused', id: item.id, code: error.code }
  }
}

/**
 * Stores one attempt and says whether the person may pass. Every attempt is kept, admitted or not; sent again with the
 * same id it gives the first answer and no second record. The badge's row is locked while its verdict is made, so of
 * many scans at once one admits. A gate of another fair is not found.
 */
export async function scan(ctx: Ctx, input: ScanInput): Promise<ScanAnswer> {
  const { id: deviceId, fairId } = deviceOf(ctx)
  // The scan's own id does what an idempotency key would; one key for a batch would mix its items up.
  const one = { ...ctx, idempotencyKey: null }
  return await change(one, 'badges.scan', { fair: fairId }, async tx => {
    const first = await firstAnswer(tx, fairId, input.id)
    if (first) return { result: first, audit: [] }
    found(await gateById(tx, fairId, input.gateId))
    const scannedAt = input.scannedAt < ctx.now() ? input.scannedAt : ctx.now()
    const { proof, badge } = await identifyBadge(tx, fairId, input.code)
    const judgement = await decide(tx, fairId, { ...input, scannedAt }, proof, badge)
    const row = { fairId, deviceId, scannedAt, badgeId: badge?.id ?? null, receivedAt: ctx.now() }
    await insertScan(tx, input, row, judgement)
    // The log of scans is a record of its own; an audit entry for each would only double it.
    return { result: found(await firstAnswer(tx, fairId, input.id)), audit: [] }
  })
}

function deviceOf(ctx: Ctx) {
  if (ctx.actor.kind !== 'device') throw problem('identity.not-signed-in')
  return ctx.actor
}

/** The answer a scan was given when it first arrived. An id another fair has used is not found. */
async function firstAnswer(tx: Tx, fairId: string, scanId: string): Promise<ScanAnswer | undefined> {
  const row = await scanById(tx, scanId)
  if (!row) return undefined
  if (row.fairId !== fairId) throw problem('platform.not-found')
  const { holderName, company, kind, code } = row
  const isKnown = holderName !== null && company !== null && kind !== null && code !== null
  return {
    id: row.id,
    // Both columns are only ever written from the judgement below.
    verdict: row.verdict as Verdict,
    params: row.verdictParams as Record<string, string>,
    direction: row.direction,
    scannedAt: row.scannedAt,
    holder: isKnown ? { name: holderName, company, kind, number: shortNumber(code) } : null,
  }
}

/** The badge a code or a typed short number stands for, locked, and how far the code proves itself. */
async function identifyBadge(
  tx: Tx,
  fairId: string,
  raw: string,
): Promise<{ proof: Proof; badge: BadgeRow | undefined }> {
  const { code } = readScannerInput(raw)
  const typed = parseShortNumber(code)
  if (typed) {
    const badge = await lockBadgeBySerial(tx, fairId, typed.serial)
    const isTrue = badge !== undefined && tailOf(badge.code) === typed.tail
    return isTrue ? { proof: 'genuine', badge } : { proof: 'unreadable', badge: undefined }
  }
  const { proof, serial } = await proveCode(tx, fairId, code)
  const badge = serial === null ? undefined : await lockBadgeBySerial(tx, fairId, serial)
  return { proof, badge }
}

async function decide(
  tx: Tx,
  fairId: string,
  input: ScanInput,
  proof: Proof,
  badge: BadgeRow | undefined,
): Promise<Judgement> {
  const { direction, scannedAt } = input
  const gate = found(await gateById(tx, fairId, input.gateId))
  const facts = { direction, scannedAt, proof, gateKinds: kindsOf(gate.kinds) }
  if (!badge) return judge({ ...facts, badge: null, admission: { state: 'open' }, insideSince: null })
  const fair = found(await fairById(tx, fairId))
  const validity = (await validitiesOf(tx, fair.ruleSetOn))[badge.kind]
  if (!validity) throw new Error(`The rule badges.validity says nothing of ${badge.kind}`)
  const dayStart = startOfLocalDay(localDate(scannedAt, fair.timeZone), fair.timeZone)
  const today = await scansOfBadge(tx, badge.id, dayStart)
  return judge({
    ...facts,
    badge: { kind: badge.kind, state: badge.state, isApproved: await isApproved(tx, badge) },
    admission: admissionAt(scannedAt, fair, validity),
    // With network the scan is judged on all that is known now; one that comes later, on what was so at its time.
    insideSince: (input.wasOffline ? presenceAt(today, scannedAt) : foldScans(today)).insideSince,
  })
}

async function isApproved(tx: Tx, badge: BadgeRow): Promise<boolean> {
  if (!badge.applicationId) return true
  return (await applicationById(tx, badge.applicationId))?.state === 'selected'
}

async function insertScan(
  tx: Tx,
  input: ScanInput,
  row: { fairId: string; deviceId: string; badgeId: string | null; scannedAt: string; receivedAt: string },
  judgement: Judgement,
): Promise<void> {
  await tx
    .insertInto('scan')
    .values({
      id: input.id,
      gateId: input.gateId,
      direction: input.direction,
      ...row,
      verdict: judgement.verdict,
      verdictParams: judgement.params,
      codeTail: readScannerInput(input.code).code.slice(-6),
      deviceVerdict: input.deviceVerdict ?? null,
      wasOffline: input.wasOffline ?? false,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
}
