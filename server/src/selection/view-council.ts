import { type BlindField, blindCode, councilFaults } from '@hoicho/shared/selection/council.ts'
import type { CouncilView } from '@hoicho/shared/selection/council-schema.ts'
import { INTERESTS } from '@hoicho/shared/selection/limits.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { holdsRole } from './council.ts'
import { councilOf, membersOf, openInterests } from './council-queries.ts'
import { conflictsOf } from './may-review.ts'
import { applicationsIn, assignmentsOf, blindFieldsOf, fairForSelection } from './queries.ts'

/** The council of a fair, who has filed what, and for those who settle them the matches found; never any points. */
export async function viewCouncil(ctx: Ctx, fairId: string): Promise<CouncilView> {
  await mayRead(ctx, 'selection.view', { fair: fairId })
  return await readCouncil(ctx, ctx.app.db, fairId)
}

/** The view a write answers with: read in the same transaction, as the one acting may see it. */
export async function readCouncil(ctx: Ctx, db: Db | Tx, fairId: string): Promise<CouncilView> {
  const { organizerId } = found(await fairForSelection(db, fairId))
  const council = await councilOf(db, fairId)
  const people = await membersOf(db, fairId)
  const active = (await assignmentsOf(db, fairId)).filter(row => row.endedAt === null && !row.isBarred)
  const me = ctx.actor.kind === 'person' ? ctx.actor.id : null
  const seated = people.filter(member => member.endedAt === null)
  const seat = seated.find(member => member.personId === me)?.seat ?? null
  const blindFields = await blindFieldsOf(db, fairId)
  const isDesk = holdsRole(ctx, organizerId, ['manager', 'officer'])
  const isChair = seat === 'chair'
  const settles = isChair || holdsRole(ctx, organizerId, ['manager'])
  const nameOf = namer(fairId, isDesk ? [] : blindFields)
  const barred = await conflictsOf(ctx, fairId)
  return {
    council: council ? pick(council) : null,
    members: people.map(member => ({
      ...memberOf(member),
      assigned: active.filter(row => row.reviewerId === member.personId).length,
      done: active.filter(row => row.reviewerId === member.personId && isDone(row.sheetState)).length,
    })),
    faults: councilFaults(seated),
    seat,
    blindFields,
    interests: settles ? await interestsFor(db, fairId, nameOf, barred, me) : [],
    progress:
      isDesk || isChair || seat === 'secretary' ? await progressOf(db, fairId, active, nameOf, barred) : [],
  }
}

const memberOf = ({
  email: _email,
  locale: _locale,
  position: _position,
  ...member
}: Awaited<ReturnType<typeof membersOf>>[number]) => member

const pick = ({
  decisionNumber,
  decidedOn,
  dueOn,
  state,
  version,
}: NonNullable<Awaited<ReturnType<typeof councilOf>>>) => ({
  decisionNumber,
  decidedOn,
  dueOn,
  state,
  version,
})

const isDone = (state: string | null) => state === 'filed' || state === 'abstained'

type Named = { id: string; number: string | null; establishmentName: string }

/** What an application is called by somebody from whom a fair hides these fields. */
export const namer = (fairId: string, hidden: readonly BlindField[]) => (application: Named) =>
  hidden.includes('name')
    ? blindCode(fairId, application.id)
    : [application.establishmentName, application.number].filter(Boolean).join(' · ')

/** Nobody is shown what the program found about themself: it would name the application they are kept from. */
async function interestsFor(
  db: Db | Tx,
  fairId: string,
  nameOf: ReturnType<typeof namer>,
  barred: ReadonlySet<string>,
  me: string | null,
) {
  const rows = await openInterests(db, fairId)
  return rows
    .filter(row => row.reviewerId !== me && !barred.has(row.applicationId))
    .map(({ applicationId, reviewerId, reviewerName, number, establishmentName, by }) => ({
      applicationId,
      applicationName: nameOf({ id: applicationId, number, establishmentName }),
      reviewerId,
      reviewerName,
      by: INTERESTS.filter(interest => by.includes(interest)),
    }))
}

async function progressOf(
  db: Db | Tx,
  fairId: string,
  active: Awaited<ReturnType<typeof assignmentsOf>>,
  nameOf: ReturnType<typeof namer>,
  barred: ReadonlySet<string>,
) {
  const sheets = new Map<string, typeof active>()
  for (const row of active) sheets.set(row.applicationId, [...(sheets.get(row.applicationId) ?? []), row])
  const applications = await applicationsIn(db, fairId, ['complete', 'selected', 'waiting', 'rejected'])
  return applications
    .filter(({ id, state }) => !barred.has(id) && (state === 'complete' || sheets.has(id)))
    .map(application => ({
      applicationId: application.id,
      name: nameOf(application),
      state: application.state,
      sheets: (sheets.get(application.id) ?? []).map(row => ({
        reviewerId: row.reviewerId,
        name: row.reviewerName,
        state: row.sheetState ?? ('none' as const),
      })),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}
