import type { EstablishmentInput, EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { insertEstablishment, TAX_CODE_CONFLICT } from './create-establishment.ts'
import { readEstablishment } from './reads.ts'

/**
 * Puts an establishment into the directory on behalf of an organizer. Nobody has an account for it until one of its
 * people accepts an invitation; until then officers may edit it. Refused with establishments.tax-code-taken.
 */
export async function addEstablishment(
  ctx: Ctx,
  organizerId: string,
  input: EstablishmentInput,
): Promise<EstablishmentView> {
  return await change(
    ctx,
    'establishments.add',
    { organizer: organizerId },
    async tx => {
      const id = await insertEstablishment(tx, ctx, input)
      const result = await readEstablishment(tx, id, ctx.now())
      return {
        result,
        audit: { entity: 'establishment', entityId: id, after: input, target: { establishmentId: id } },
      }
    },
    TAX_CODE_CONFLICT,
  )
}
