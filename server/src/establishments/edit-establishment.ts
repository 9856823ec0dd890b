import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import type {
  EstablishmentEdit,
  EstablishmentInput,
  EstablishmentView,
} from '@hoicho/shared/establishments/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { checkReferences } from './check-references.ts'
import { TAX_CODE_CONFLICT } from './create-establishment.ts'
import { lockEstablishment } from './queries.ts'
import { readEstablishment } from './reads.ts'
import { settleTaxCode } from './settle-tax-code.ts'

/**
 * Changes the data of an establishment; what is left out stays. By its own people, or by officers while it has none.
 * An edit made from an older version is refused with platform.changed-meanwhile.
 */
export async function editEstablishment(
  ctx: Ctx,
  establishmentId: string,
  { version, ...input }: EstablishmentEdit,
): Promise<EstablishmentView> {
  return await change(
    ctx,
    'establishments.edit',
    { establishment: establishmentId },
    async tx => {
      const locked = found(await lockEstablishment(tx, establishmentId))
      if (locked.version !== version) throw problem('platform.changed-meanwhile')
      const settled = settleTaxCode(input)
      if (FIGURES.some(name => input[name] !== undefined)) askForYear({ ...locked, ...input })
      await checkReferences(tx, input)
      await tx
        .updateTable('establishment')
        .set({ ...input, ...settled, nameKey: establishmentNameKey(input.name), version: version + 1 })
        .where('id', '=', establishmentId)
        .execute()
      const result = await readEstablishment(tx, establishmentId, ctx.now())
      const audit = {
        entity: 'establishment',
        entityId: establishmentId,
        before: changedOf(locked, result),
        after: changedOf(result, locked),
      }
      return { result, audit }
    },
    TAX_CODE_CONFLICT,
  )
}

const FIGURES = ['employees', 'revenueVnd', 'capitalVnd', 'figuresYear'] as const

/** Figures say nothing without the year they are of. */
function askForYear(input: Pick<EstablishmentInput, (typeof FIGURES)[number]>): void {
  const { figuresYear, ...figures } = input
  const hasFigure = [figures.employees, figures.revenueVnd, figures.capitalVnd].some(
    figure => figure !== null && figure !== undefined,
  )
  if (hasFigure && !figuresYear) throw invalid({ pointer: '/figuresYear', code: 'required' })
}

/** The values of `one` that differ in `other`, so that the log says what was changed and no more. */
function changedOf(one: object, other: object): Record<string, unknown> {
  const theirs = new Map<string, unknown>(Object.entries(other))
  return Object.fromEntries(
    Object.entries(one).filter(
      ([key, value]) => theirs.has(key) && key !== 'version' && theirs.get(key) !== value,
    ),
  )
}
