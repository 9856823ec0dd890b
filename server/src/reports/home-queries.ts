import type { Answers, FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/context.ts'
import { announcedState } from '../recruitment/announced-state.ts'

const HOME_FAIR = [
  'fair.id',
  'fair.slug',
  'fair.kind',
  'fair.nameVi',
  'fair.nameEn',
  'fair.nameDe',
  'fair.opensOn',
  'fair.closesOn',
  'fair.city',
  'fair.country',
  'fair.timeZone',
  'fair.registrationClosesAt',
] as const

/** Everything the next step of each application of an establishment is decided by, in one query. */
export async function applicationsAtHome(db: Db, establishmentId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .leftJoin('contract', join =>
      join.onRef('contract.applicationId', '=', 'application.id').on('contract.state', '<>', 'cancelled'),
    )
    .leftJoin('selectionPlace as place', join =>
      join
        .onRef('place.applicationId', '=', 'application.id')
        .on('place.state', '=', sql<'offered'>`any(array['offered', 'confirmed'])`)
        .on('application.shownState', 'is', null),
    )
    .select(HOME_FAIR)
    .select([
      'application.id as applicationId',
      'application.number',
      announcedState,
      'application.correctionDueOn',
      'application.fairId',
      'application.formVersion',
      'application.answers',
      'fair.state as fairState',
      'fair.currency as fairCurrency',
      'contract.id as contractId',
      'contract.state as contractState',
      'contract.currency as contractCurrency',
      'contract.ownMinor',
      'place.state as placeState',
      'place.dueAt as placeDueAt',
    ])
    .select([
      sql<number>`(select coalesce(sum(amount_minor), 0)::bigint from payment
        where contract_id = contract.id and voided_at is null)`.as('paidMinor'),
      sql<string[]>`array(select booth.number from booth_assignment a join booth on booth.id = a.booth_id
        where a.application_id = application.id and a.state <> 'released' and application.shown_state is null
        order by booth.number)`.as('boothNumbers'),
      sql<number>`(select count(*)::int from badge
        where badge.application_id = application.id and badge.state = 'active')`.as('badgeCount'),
      sql<number>`(select count(*)::int from deal
        where deal.application_id = application.id and deal.state = 'rejected')`.as('rejectedDealCount'),
      sql<string[]>`array(select distinct paper_code from application_paper p
        where p.application_id = application.id and p.removed_at is null)`.as('paperCodes'),
      sql<number>`(select count(*)::int from application_product p
        where p.application_id = application.id)`.as('productCount'),
    ])
    .where('application.establishmentId', '=', establishmentId)
    .orderBy('fair.opensOn', 'desc')
    .orderBy('application.startedAt', 'desc')
    .execute()
}

/** The forms of these fairs in all their versions; the columns hold what their schemas let in. */
export async function formsOf(db: Db, fairIds: readonly string[]) {
  const rows = await db
    .selectFrom('applicationForm')
    .select(['fairId', 'version', 'definition'])
    .where('fairId', '=', sql<string>`any(${fairIds})`)
    .execute()
  return rows.map(row => ({ ...row, definition: row.definition as FormDefinition }))
}

export const answersOf = (row: { answers: unknown }) => row.answers as Answers

/** Published fairs whose call is open now and to which the establishment has no living application. */
export async function openFairs(db: Db, establishmentId: string, now: string) {
  return await db
    .selectFrom('fair')
    .select(HOME_FAIR)
    .where('fair.state', '=', 'published')
    .where('fair.registrationOpensAt', '<=', now)
    .where('fair.registrationClosesAt', '>', now)
    .where(row =>
      row.not(
        row.exists(
          row
            .selectFrom('application')
            .select('application.id')
            .whereRef('application.fairId', '=', 'fair.id')
            .where('application.establishmentId', '=', establishmentId)
            .where('application.state', '<>', 'withdrawn'),
        ),
      ),
    )
    .orderBy('fair.registrationClosesAt')
    .limit(20)
    .execute()
}
