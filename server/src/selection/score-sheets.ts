import type { AbstainInput } from '@hoicho/shared/selection/council-schema.ts'
import type { SheetInput, SheetSaved } from '@hoicho/shared/selection/schema.ts'
import { type Criterion, type Points, type SheetFault, sheetFaults } from '@hoicho/shared/selection/score.ts'
import { change } from '../platform/change.ts'
import { type Ctx, personOf, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { type FieldFault, found, invalid, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { demandOpenRound } from './council.ts'
import { activeAssignment, criteriaOf, fairForSelection, sheetOf } from './queries.ts'

/** What of a sheet is written at once. */
type SheetRow = {
  state: 'draft' | 'filed' | 'abstained'
  points: Points
  remarks: string
  abstainReason: string
}

/** Keeps a reviewer's sheet as a draft, as far as it is filled in. A draft written in another tab is not overwritten. */
export async function saveScoreSheet(
  ctx: Ctx,
  applicationId: string,
  input: SheetInput,
): Promise<SheetSaved> {
  return await writeSheet(ctx, applicationId, input, 'draft')
}

/**
 * Files a reviewer's sheet: every criterion within its points, and from then on nobody changes it. Refused with
 * selection.already-decided when the decision came first, selection.round-closed when the chair closed the round first.
 */
export async function fileScoreSheet(
  ctx: Ctx,
  applicationId: string,
  input: SheetInput,
): Promise<SheetSaved> {
  return await writeSheet(ctx, applicationId, input, 'filed')
}

/**
 * A reviewer does not score an application and says why: counted, not scored, and as final as a filed sheet. Refused as
 * filing is.
 */
export async function abstain(
  ctx: Ctx,
  applicationId: string,
  { reason, version }: AbstainInput,
): Promise<SheetSaved> {
  return await inOwnSheet(ctx, applicationId, version, async (_, __, earlier) => ({
    state: 'abstained',
    // What was typed is kept, in case the chair opens the sheet again.
    points: (earlier?.points ?? {}) as Points,
    remarks: earlier?.remarks ?? '',
    abstainReason: reason,
  }))
}

async function writeSheet(
  ctx: Ctx,
  applicationId: string,
  input: SheetInput,
  state: 'draft' | 'filed',
): Promise<SheetSaved> {
  return await inOwnSheet(ctx, applicationId, input.version, async (tx, fairId) => ({
    state,
    points: await pointsFor(tx, fairId, input.points, state),
    remarks: input.remarks,
    abstainReason: '',
  }))
}

type Sheet = Awaited<ReturnType<typeof sheetOf>>

/** Writes one's own sheet while it may be written: assigned, being scored, round open, not filed, version as read. */
async function inOwnSheet(
  ctx: Ctx,
  applicationId: string,
  version: number,
  work: (tx: Tx, fairId: string, earlier: Sheet) => Promise<SheetRow>,
): Promise<SheetSaved> {
  return await change(
    ctx,
    'selection.score',
    { application: applicationId },
    async (tx, target) => {
      const fairId = found(target.fairId)
      const reviewerId = personOf(ctx).id
      // The fair first, as decision and closing do: no sheet arrives meanwhile, nor new criteria under a sheet.
      found(await fairForSelection(tx, fairId, 'share'))
      const application = found(await lockApplication(tx, fairId, applicationId))
      found(await activeAssignment(tx, fairId, applicationId, reviewerId))
      if (application.state !== 'complete') throw problem(refusalIn(application.state))
      await demandOpenRound(tx, fairId)
      const earlier = await sheetOf(tx, fairId, applicationId, reviewerId)
      if (earlier && earlier.state !== 'draft') throw problem('selection.sheet-filed')
      if ((earlier?.version ?? 0) !== version) throw problem('platform.changed-meanwhile')
      const written = await work(tx, fairId, earlier)
      const isDone = written.state !== 'draft'
      const row = {
        ...written,
        version: version + 1,
        updatedAt: ctx.now(),
        filedAt: isDone ? ctx.now() : null,
      }
      await upsert(tx, { fairId, applicationId, reviewerId }, earlier?.id, row)
      const result = { state: row.state, version: row.version, filedAt: row.filedAt }
      // Not the points: whoever reads the log must not see a sheet before filing their own.
      const after = { reviewerId, ...result }
      return { result, audit: { entity: 'application', entityId: applicationId, after } }
    },
    { score_sheet_application_id_reviewer_id_key: 'platform.changed-meanwhile' },
  )
}

const refusalIn = (state: string) =>
  ['selected', 'waiting', 'rejected'].includes(state)
    ? ('selection.already-decided' as const)
    : ('platform.wrong-state' as const)

/** The points of the fair's criteria, strangers left out. A draft may lack some, none may be out of range. */
async function pointsFor(tx: Tx, fairId: string, given: Points, state: 'draft' | 'filed'): Promise<Points> {
  const criteria = await criteriaOf(tx, fairId)
  if (criteria.length === 0) throw problem('selection.no-criteria')
  const faults = sheetFaults(criteria, given).filter(({ fault }) => state === 'filed' || fault !== 'missing')
  if (faults.length > 0) throw invalid(...faults.map(fault => fieldFault(fault, criteria)))
  return Object.fromEntries(
    criteria.flatMap(({ code }) => (given[code] === undefined ? [] : [[code, given[code]]])),
  )
}

function fieldFault({ code, fault }: SheetFault, criteria: readonly Criterion[]): FieldFault {
  const pointer = `/points/${code}`
  if (fault === 'missing') return { pointer, code: 'required' }
  if (fault === 'not-a-value') return { pointer, code: 'choice' }
  const maximum = criteria.find(criterion => criterion.code === code)?.maxPoints ?? 0
  return { pointer, code: 'too-big', params: { maximum } }
}

async function upsert(
  tx: Tx,
  owner: { fairId: string; applicationId: string; reviewerId: string },
  id: string | undefined,
  row: SheetRow & { version: number; updatedAt: string; filedAt: string | null },
): Promise<void> {
  if (id) await tx.updateTable('scoreSheet').set(row).where('id', '=', id).execute()
  else
    await tx
      .insertInto('scoreSheet')
      .values({ id: newId(), ...owner, ...row })
      .execute()
}
