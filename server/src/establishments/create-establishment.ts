import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import type { EstablishmentInput, EstablishmentView } from '@hoicho/shared/establishments/schema.ts'
import { change } from '../platform/change.ts'
import { type Ctx, personOf, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { checkReferences } from './check-references.ts'
import { readEstablishment } from './reads.ts'
import { settleTaxCode } from './settle-tax-code.ts'

/**
 * Registers the establishment of the person signed in, who becomes its owner. Refused with
 * establishments.tax-code-taken when another record has the tax code: its people invite further ones.
 */
export async function createEstablishment(ctx: Ctx, input: EstablishmentInput): Promise<EstablishmentView> {
  const person = personOf(ctx)
  return await change(
    ctx,
    'establishments.create',
    {},
    async tx => {
      const id = await insertEstablishment(tx, ctx, input)
      await tx
        .insertInto('establishmentMember')
        .values({
          id: newId(),
          establishmentId: id,
          personId: person.id,
          role: 'owner',
          createdAt: ctx.now(),
        })
        .execute()
      const result = await readEstablishment(tx, id, ctx.now())
      return {
        result,
        audit: { entity: 'establishment', entityId: id, after: input, target: { establishmentId: id } },
      }
    },
    TAX_CODE_CONFLICT,
  )
}

/** A new record, its tax code settled and its references checked. For the two verbs that make one. */
export async function insertEstablishment(tx: Tx, ctx: Ctx, input: EstablishmentInput): Promise<string> {
  const settled = settleTaxCode(input)
  await checkReferences(tx, input)
  const id = newId()
  await tx
    .insertInto('establishment')
    .values({
      ...input,
      ...settled,
      id,
      nameKey: establishmentNameKey(input.name),
      createdAt: ctx.now(),
    })
    .execute()
  return id
}

export const TAX_CODE_CONFLICT = { establishment_tax_code: 'establishments.tax-code-taken' } as const
