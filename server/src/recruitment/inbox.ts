import { localDate } from '@hoicho/shared/platform/dates.ts'
import type {
  Inbox,
  InboxFilter,
  InboxItem,
  InboxQuery,
  Officer,
} from '@hoicho/shared/recruitment/inbox-schema.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import * as queries from './inbox-queries.ts'
import { fairColumns } from './queries.ts'

const PAGE_SIZE = 50
const DAY_MS = 86_400_000

/** One page of the officer's inbox and how many there are; the count of queries is the same however long it is. */
export async function listApplications(ctx: Ctx, fairId: string, query: InboxQuery): Promise<Inbox> {
  await mayRead(ctx, 'recruitment.list-applications', { fair: fairId })
  const { db } = ctx.app
  const scope = await inboxScope(ctx, fairId)
  const rows = await queries.inboxPage(db, scope, query, PAGE_SIZE + 1)
  const items = rows.slice(0, PAGE_SIZE).map(row => itemOf(row, scope))
  return {
    items,
    next: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null,
    counts: await queries.inboxCounts(db, scope, query),
    quick: await queries.quickCounts(db, scope, query),
  }
}

/** Every application that answers the filters, at most `atMost`, in the order of the query; for the spreadsheet. */
export async function inboxItems(ctx: Ctx, fairId: string, query: InboxQuery, atMost: number) {
  await mayRead(ctx, 'recruitment.list-applications', { fair: fairId })
  const scope = await inboxScope(ctx, fairId)
  const rows = await queries.inboxPage(ctx.app.db, scope, query, atMost)
  return rows.map(row => itemOf(row, scope))
}

/** Ids of the applications that answer the filters, waiting longest first. The caller has asked for the right. */
export async function matchingIds(ctx: Ctx, fairId: string, filter: InboxFilter, atMost: number) {
  return await queries.inboxIds(ctx.app.db, await inboxScope(ctx, fairId), filter, atMost)
}

/** Who an application can be given to. */
export async function listOfficers(ctx: Ctx, fairId: string): Promise<Officer[]> {
  const { organizerId } = await mayRead(ctx, 'recruitment.list-applications', { fair: fairId })
  return await queries.deskOfficers(ctx.app.db, organizerId ?? '')
}

async function inboxScope(ctx: Ctx, fairId: string): Promise<queries.InboxScope> {
  const { timeZone } = found(await fairColumns(ctx.app.db, fairId))
  const now = ctx.now()
  return { fairId, personId: actorPersonId(ctx), now, today: localDate(now, timeZone) }
}

function itemOf({ invitationId, ...row }: queries.InboxRow, scope: queries.InboxScope): InboxItem {
  const waited = Date.parse(scope.now) - Date.parse(row.submittedAt ?? row.startedAt)
  const isAsked = row.state === 'correction-requested'
  return {
    ...row,
    isInvited: invitationId !== null,
    waitedDays: Math.max(0, Math.floor(waited / DAY_MS)),
    correctionDueOn: isAsked ? row.correctionDueOn : null,
    isOverdue: isAsked && row.correctionDueOn !== null && row.correctionDueOn < scope.today,
  }
}
