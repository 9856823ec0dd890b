import { foldScans, type ScanEvent } from '@hoicho/shared/badges/fold-scans.ts'
import type { GateState, HallView } from '@hoicho/shared/badges/schema.ts'
import { fairTagOf } from '@hoicho/shared/badges/token.ts'
import type { BadgeKind } from '@hoicho/shared/badges/vocabulary.ts'
import { localDate, startOfLocalDay } from '@hoicho/shared/platform/dates.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { deviceView } from './device-view.ts'
import { validitiesOf } from './fair-rules.ts'
import { deviceById, devicesOfFair, fairById, fairKeys, gatesOfFair, touchDevice } from './queries.ts'
import { barredSerials, flowSince, lastScans, movementsSince, refusedSince } from './scan-queries.ts'

const MINUTE = 60_000

/** All a device needs to judge without network: public keys, hours, gates, what is barred, who is inside. No names. */
export async function gateState(ctx: Ctx): Promise<GateState> {
  if (ctx.actor.kind !== 'device') throw problem('identity.not-signed-in')
  const { fairId, id } = ctx.actor
  await mayRead(ctx, 'badges.scan', { fair: fairId })
  const { db } = ctx.app
  await touchDevice(db, fairId, id, ctx.now())
  const fair = found(await fairById(db, fairId))
  const barred = await barredSerials(db, fairId)
  const { nameVi, nameEn, nameDe, opensOn, closesOn, dailyOpensAt, dailyClosesAt, timeZone } = fair
  const serialsIn = (state: string) => barred.filter(row => row.state === state).map(row => row.serial)
  return {
    serverTime: ctx.now(),
    device: { id, name: found(await deviceById(db, fairId, id)).name },
    fair: {
      id: fairId,
      tag: fairTagOf(fairId),
      nameVi,
      nameEn,
      nameDe,
      opensOn,
      closesOn,
      dailyOpensAt,
      dailyClosesAt,
      timeZone,
    },
    keys: (await fairKeys(db, fairId)).map(({ keyNumber, publicKey }) => ({ keyNumber, publicKey })),
    gates: await gatesOfFair(db, fairId),
    validities: await validitiesOf(db, fair.ruleSetOn),
    revoked: serialsIn('revoked'),
    replaced: serialsIn('replaced'),
    unapproved: barred.filter(row => row.state === 'active').map(row => row.serial),
    inside: await insideNow(ctx, fair),
  }
}

async function insideNow(ctx: Ctx, fair: { id: string; timeZone: string }): Promise<Record<string, string>> {
  const movements = await movementsSince(ctx.app.db, fair.id, dayStart(ctx, fair.timeZone))
  const inside: [string, string][] = []
  for (const [serial, events] of bySerial(movements)) {
    const since = foldScans(events).insideSince
    if (since !== null) inside.push([String(serial), since])
  }
  return Object.fromEntries(inside)
}

/** The hall as it is now: who is inside, the flow of the last hour, the last scans, the devices. */
export async function viewHall(ctx: Ctx, fairId: string): Promise<HallView> {
  await mayRead(ctx, 'badges.view-hall', { fair: fairId })
  const { db } = ctx.app
  const fair = found(await fairById(db, fairId))
  const today = dayStart(ctx, fair.timeZone)
  const movements = await movementsSince(db, fairId, today)
  const insideByKind = new Map<BadgeKind, number>()
  let entriesToday = 0
  let duplicatesToday = 0
  for (const events of bySerial(movements).values()) {
    const presence = foldScans(events)
    entriesToday += presence.entries
    duplicatesToday += presence.duplicates.length
    const kind = events[0]?.kind
    if (presence.insideSince !== null && kind) insideByKind.set(kind, (insideByKind.get(kind) ?? 0) + 1)
  }
  return {
    serverTime: ctx.now(),
    timeZone: fair.timeZone,
    inside: [...insideByKind.values()].reduce((sum, count) => sum + count, 0),
    insideByKind: Object.fromEntries(insideByKind),
    entriesToday,
    duplicatesToday,
    refusedToday: await refusedSince(db, fairId, today),
    flow: await lastHour(ctx, fairId),
    lastScans: await lastScans(db, fairId, 30),
    devices: (await devicesOfFair(db, fairId)).map(row => deviceView(row, ctx.now())),
  }
}

const dayStart = (ctx: Ctx, timeZone: string) => startOfLocalDay(localDate(ctx.now(), timeZone), timeZone)

type Movement = ScanEvent & { serial: number; kind: BadgeKind }

function bySerial(movements: readonly Movement[]): Map<number, Movement[]> {
  const badges = new Map<number, Movement[]>()
  for (const movement of movements) {
    const events = badges.get(movement.serial)
    if (events) events.push(movement)
    else badges.set(movement.serial, [movement])
  }
  return badges
}

/** Twelve spans of five minutes that end with the running one. */
async function lastHour(ctx: Ctx, fairId: string): Promise<HallView['flow']> {
  const running = Math.floor(Date.parse(ctx.now()) / (5 * MINUTE)) * 5 * MINUTE
  const starts = Array.from({ length: 12 }, (_, at) =>
    new Date(running - (11 - at) * 5 * MINUTE).toISOString(),
  )
  const counted = await flowSince(ctx.app.db, fairId, starts[0] ?? ctx.now())
  const count = (from: string, direction: string) =>
    Number(counted.find(row => row.from === from && row.direction === direction)?.count ?? 0)
  return starts.map(from => ({ from, entries: count(from, 'entry'), exits: count(from, 'exit') }))
}
