import type { SupportInput, SupportView } from '@hoicho/shared/selection/gate-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { readLedger } from './ledger.ts'

/** An officer writes down state money the applicant got for a fair outside this system, for the double-funding gate. */
export async function recordSupport(
  ctx: Ctx,
  applicationId: string,
  input: SupportInput,
): Promise<{ items: SupportView[] }> {
  return await change(
    ctx,
    'selection.record-support',
    { application: applicationId },
    async (tx, { establishmentId, organizerId }) => {
      const to = { establishmentId: found(establishmentId), organizerId: found(organizerId) }
      const id = await store(tx, ctx, { ...to, source: 'recorded' }, input)
      const result = { items: await readLedger(tx, to.establishmentId, applicationId, to.organizerId) }
      return { result, audit: { entity: 'support-record', entityId: id, after: input } }
    },
  )
}

/** The establishment tells of state money it got or was promised for a fair. */
export async function declareSupport(
  ctx: Ctx,
  establishmentId: string,
  input: SupportInput,
): Promise<{ id: string }> {
  return await change(ctx, 'selection.declare-support', { establishment: establishmentId }, async tx => {
    const id = await store(tx, ctx, { establishmentId, organizerId: null, source: 'declared' }, input)
    return { result: { id }, audit: { entity: 'support-record', entityId: id, after: input } }
  })
}

type Owner = { establishmentId: string; organizerId: string | null; source: 'declared' | 'recorded' }

async function store(tx: Tx, ctx: Ctx, owner: Owner, input: SupportInput): Promise<string> {
  const id = newId()
  const recorded = { recordedBy: actorPersonId(ctx), recordedAt: ctx.now() }
  await tx
    .insertInto('supportRecord')
    .values({ id, ...owner, ...input, city: input.city || null, ...recorded })
    .execute()
  return id
}
