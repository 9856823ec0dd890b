import { type Action, allows } from '@hoicho/shared/identity/permissions.ts'
import type { DatedRule } from '@hoicho/shared/platform/dated-rules.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { fairDeadlines, fairPhase, nextDeadline } from '@hoicho/shared/reports/fair-calendar.ts'
import type { DeskView, OverviewView, Standing } from '@hoicho/shared/reports/schema.ts'
import { WAITING_ACTIONS, WAITING_CODES } from '@hoicho/shared/reports/waiting.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { type DeskCounts, deskCounts, deskFairs, recentActivity } from './desk-queries.ts'
import { fairForReport, fairRules } from './queries.ts'
import { reportFair } from './report.ts'

/** Where each fair of an organizer stands, and what waits there for the person who asks. Four queries for any number of fairs. */
export async function viewDesk(ctx: Ctx, organizerId: string): Promise<DeskView> {
  await mayRead(ctx, 'reports.desk', { organizer: organizerId })
  const { db } = ctx.app
  const fairs = await deskFairs(db, organizerId)
  const rules = await fairRules(db)
  const counts = await deskCounts(
    db,
    fairs.map(fair => fair.id),
    actorPersonId(ctx),
  )
  return {
    items: fairs.map(fair => {
      const ofFair = found(counts.find(row => row.fairId === fair.id))
      return standing(ctx, fair, ofFair, rules).standing
    }),
  }
}

/** One fair at a glance: facts, phase, what waits, every deadline, and to officers what was done lately. */
export async function viewOverview(ctx: Ctx, fairId: string): Promise<OverviewView> {
  await mayRead(ctx, 'reports.overview', { fair: fairId })
  const { db } = ctx.app
  const fair = found(await fairForReport(db, fairId))
  const [counts] = await deskCounts(db, [fairId], actorPersonId(ctx))
  const shown = standing(ctx, fair, found(counts), await fairRules(db))
  const mayReadLog = may(ctx, 'recruitment.request-correction', fair.organizerId)
  return {
    ...shown.standing,
    deadlines: shown.deadlines,
    activity: mayReadLog ? await recentActivity(db, fairId, 12) : [],
  }
}

type Fair = NonNullable<Awaited<ReturnType<typeof fairForReport>>>

function standing(ctx: Ctx, fair: Fair, counts: DeskCounts, rules: readonly DatedRule[]) {
  const today = localDate(ctx.now(), fair.timeZone)
  const deadlines = fairDeadlines(fair, rules, today)
  const reportDueOn = deadlines.find(deadline => deadline.code === 'report-due')?.on ?? null
  const { submitted, selected, booth, contract, deals } = counts
  const { slug, kind, country } = fair
  const view: Standing = {
    fair: { ...reportFair(fair), slug, kind, country },
    phase: fairPhase(fair, ctx.now(), reportDueOn),
    today,
    waiting: WAITING_CODES.filter(
      code => counts[code] > 0 && may(ctx, WAITING_ACTIONS[code], fair.organizerId),
    ).map(code => ({ code, count: counts[code] })),
    progress: { submitted, selected, booth, contract, deals },
    nextDeadline: nextDeadline(deadlines),
  }
  return { standing: view, deadlines }
}

/** The system, as at seed time, may see everything. */
const may = (ctx: Ctx, action: Action, organizerId: string) =>
  ctx.actor.kind === 'system' || allows(action, ctx.rights, { organizerId })
