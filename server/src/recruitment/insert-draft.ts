import { FASCIA_FIELD } from '@hoicho/shared/fairs/answers.ts'
import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { prefill } from './prefill.ts'
import * as queries from './queries.ts'

type Origin = {
  invitationId: string | null
  /** When an officer enters it: of which organizer, and from what. */
  entry?: { organizerId: string; from: 'paper' | 'phone' }
}

/**
 * A draft on the form in force, begun with what is known of the establishment and all its products where they fit.
 * One that an officer enters begins with nothing handed in to another organizer.
 */
export async function insertDraft(
  tx: Tx,
  ctx: Ctx,
  fair: { id: string; formVersion: number },
  establishmentId: string,
  form: FormDefinition,
  { invitationId, entry }: Origin,
): Promise<string> {
  const establishment = found(await queries.establishmentById(tx, establishmentId))
  const { answers, prefilled } = await prefill(tx, form, establishment, entry?.organizerId)
  const id = newId()
  await tx
    .insertInto('application')
    .values({
      id,
      fairId: fair.id,
      establishmentId,
      invitationId,
      state: 'draft',
      formVersion: fair.formVersion,
      answers,
      prefilled,
      fasciaName: String(answers[FASCIA_FIELD] ?? ''),
      startedBy: actorPersonId(ctx),
      channel: entry ? 'officer' : 'self',
      enteredBy: entry ? actorPersonId(ctx) : null,
      enteredFrom: entry?.from ?? null,
      startedAt: ctx.now(),
      updatedAt: ctx.now(),
    })
    .execute()
  const productIds = await queries.livingProductIds(tx, establishmentId)
  if (productIds.length > 0 && productIds.length <= 50) {
    await tx
      .insertInto('applicationProduct')
      .values(productIds.map(productId => ({ applicationId: id, productId })))
      .execute()
  }
  return id
}
