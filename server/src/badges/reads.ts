import { allotment } from '@hoicho/shared/badges/allotment.ts'
import { fairCalendar } from '@hoicho/shared/badges/calendar.ts'
import type {
  BadgeLayout,
  BadgeView,
  DeviceView,
  GateView,
  OwnBadges,
  PublicBadge,
} from '@hoicho/shared/badges/schema.ts'
import { shortNumber } from '@hoicho/shared/badges/token.ts'
import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { badgePdf } from './badge-pdf.ts'
import { deviceView } from './device-view.ts'
import { proveCode } from './fair-key.ts'
import { allotmentRuleOf } from './fair-rules.ts'
import { badgeView } from './insert-badge.ts'
import { qrRows } from './qr.ts'
import * as queries from './queries.ts'

/** All badges of a fair, the newest first. */
export async function listBadges(ctx: Ctx, fairId: string): Promise<BadgeView[]> {
  await mayRead(ctx, 'badges.list', { fair: fairId })
  return (await queries.badgesOfFair(ctx.app.db, fairId)).map(badgeView)
}

/** An establishment's badges for a fair, and how many it may have. */
export async function listOwnBadges(ctx: Ctx, applicationId: string): Promise<OwnBadges> {
  await mayRead(ctx, 'badges.issue-own', { application: applicationId })
  const { db } = ctx.app
  const application = found(await queries.applicationById(db, applicationId))
  const fair = found(await queries.fairById(db, application.fairId))
  const badges = await queries.badgesOfApplication(db, fair.id, applicationId)
  const areaCm2 = await queries.boothAreaOf(db, fair.id, applicationId)
  const most = allotment(areaCm2, await allotmentRuleOf(db, fair.ruleSetOn))
  const used = badges.filter(badge => badge.state === 'active').length
  return {
    allotment: most,
    used,
    canIssue: application.state === 'selected' && used < most,
    fair: { nameVi: fair.nameVi, nameEn: fair.nameEn, nameDe: fair.nameDe },
    items: badges.map(badgeView),
  }
}

/** The badge of a code, for whoever holds the code. A code no key of the fair signed is not found. */
export async function viewPublicBadge(ctx: Ctx, code: string): Promise<PublicBadge> {
  const { badge, fair } = await badgeAndFair(ctx, code)
  return {
    code: badge.code,
    number: shortNumber(badge.code),
    kind: badge.kind,
    state: badge.state,
    holderName: badge.holderName,
    company: badge.company,
    position: badge.position,
    qr: qrRows(badge.code),
    fair: {
      slug: fair.slug,
      nameVi: fair.nameVi,
      nameEn: fair.nameEn,
      nameDe: fair.nameDe,
      opensOn: fair.opensOn,
      closesOn: fair.closesOn,
      dailyOpensAt: fair.dailyOpensAt,
      dailyClosesAt: fair.dailyClosesAt,
      venueName: fair.venueName,
      venueAddress: fair.venueAddress,
      city: fair.city,
    },
  }
}

/** The badge as a PDF to print at home. One out of use is refused with badges.nothing-to-print. */
export async function publicBadgePdf(ctx: Ctx, code: string, layout: BadgeLayout = 'single') {
  const { badge, fair } = await badgeAndFair(ctx, code)
  if (badge.state !== 'active') throw problem('badges.nothing-to-print')
  return await badgePdf(fair, [badge], layout)
}

/** The fair's days as an iCalendar file. */
export async function publicBadgeCalendar(ctx: Ctx, code: string): Promise<Uint8Array> {
  const { badge, fair } = await badgeAndFair(ctx, code)
  const url = `${ctx.app.config.publicUrl}/b/${badge.code}`
  const name = fairNameIn(fair, badge.locale)
  return new TextEncoder().encode(
    fairCalendar({ ...fair, name, stampedAt: badge.issuedAt, uid: badge.id, url }),
  )
}

async function badgeAndFair(ctx: Ctx, code: string) {
  await mayRead(ctx, 'badges.show')
  const badge = found(await queries.badgeByCode(ctx.app.db, code.toUpperCase()))
  const { proof } = await proveCode(ctx.app.db, badge.fairId, badge.code)
  if (proof !== 'genuine') throw problem('platform.not-found')
  return { badge, fair: found(await queries.fairById(ctx.app.db, badge.fairId)) }
}

export async function listGates(ctx: Ctx, fairId: string): Promise<GateView[]> {
  await mayRead(ctx, 'badges.view-hall', { fair: fairId })
  return await queries.gatesOfFair(ctx.app.db, fairId)
}

export async function listDevices(ctx: Ctx, fairId: string): Promise<DeviceView[]> {
  await mayRead(ctx, 'badges.manage-gates', { fair: fairId })
  const rows = await queries.devicesOfFair(ctx.app.db, fairId)
  return rows.map(row => deviceView(row, ctx.now()))
}
