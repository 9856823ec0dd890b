import { validateAnswers } from '@hoicho/shared/fairs/answers.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import { nextStep } from '@hoicho/shared/reports/next-step.ts'
import type { HomeView } from '@hoicho/shared/reports/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import * as queries from './home-queries.ts'

type Row = Awaited<ReturnType<typeof queries.applicationsAtHome>>[number]
type Form = Awaited<ReturnType<typeof queries.formsOf>>[number]

/** What an establishment must do next for each application, what needs doing first, and the calls that are open. */
export async function viewHome(ctx: Ctx, establishmentId: string): Promise<HomeView> {
  await mayRead(ctx, 'reports.own-home', { establishment: establishmentId })
  const { db } = ctx.app
  const rows = await queries.applicationsAtHome(db, establishmentId)
  const drafts = rows.filter(row => row.state === 'draft')
  const forms = await queries.formsOf(db, [...new Set(drafts.map(row => row.fairId))])
  const order = { act: 0, wait: 1, done: 2 }
  return {
    applications: rows
      .map(row => asApplication(row, forms, ctx.now()))
      .sort((a, b) => order[a.step.turn] - order[b.step.turn]),
    openFairs: await queries.openFairs(db, establishmentId, ctx.now()),
  }
}

function asApplication(row: Row, forms: readonly Form[], now: string): HomeView['applications'][number] {
  const today = localDate(now, row.timeZone)
  const balanceMinor = (row.ownMinor ?? 0) - row.paidMinor
  const step = nextStep({
    state: row.state,
    today,
    fair: {
      state: row.fairState,
      opensOn: row.opensOn,
      closesOn: row.closesOn,
      registrationClosesOn: localDate(row.registrationClosesAt, row.timeZone),
    },
    isCallClosed: row.fairState !== 'published' || now >= row.registrationClosesAt,
    missingCount: missingOf(row, forms),
    correctionDueOn: row.correctionDueOn,
    openPlace:
      row.placeState === 'offered'
        ? { dueOn: row.placeDueAt && localDate(row.placeDueAt, row.timeZone) }
        : null,
    hasBooth: row.boothNumbers.length > 0,
    contractState: row.contractState,
    balanceMinor,
    badgeCount: row.badgeCount,
    rejectedDealCount: row.rejectedDealCount,
  })
  const { id, slug, kind, nameVi, nameEn, nameDe, opensOn, closesOn, city, country } = row
  const { timeZone, registrationClosesAt, boothNumbers, contractId, number, state } = row
  return {
    id: row.applicationId,
    number,
    state,
    fair: {
      id,
      slug,
      kind,
      nameVi,
      nameEn,
      nameDe,
      opensOn,
      closesOn,
      city,
      country,
      timeZone,
      registrationClosesAt,
    },
    today,
    boothNumbers,
    balanceMinor,
    // The columns are only ever written from the currency schema.
    currency: (row.contractCurrency ?? row.fairCurrency) as Currency,
    contractId,
    step,
  }
}

/** How many fields, papers and products a draft lacks by its own version of the form. */
function missingOf(row: Row, forms: readonly Form[]): number {
  if (row.state !== 'draft') return 0
  const form = forms.find(one => one.fairId === row.fairId && one.version === row.formVersion)
  if (!form) return 0
  return validateAnswers(form.definition, queries.answersOf(row), row.paperCodes, row.productCount).length
}
