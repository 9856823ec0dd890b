import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { mayCorrect } from '@hoicho/shared/recruitment/corrections.ts'
import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import type { Tx } from '../platform/context.ts'
import { Problem } from '../platform/problem.ts'
import { openRemarksOf } from './round-queries.ts'

/** Refuses, while a correction is asked for, changes at places no remark names: 422 `not-asked` at each. */
export async function demandNamed(
  tx: Tx,
  application: { id: string; state: ApplicationState },
  form: FormDefinition,
  pointers: readonly string[],
): Promise<void> {
  if (application.state !== 'correction-requested' || pointers.length === 0) return
  const remarks = await openRemarksOf(tx, application.id)
  const faults = pointers
    .filter(pointer => !mayCorrect(form, remarks, pointer))
    .map(pointer => ({ pointer, code: 'not-asked' }))
  if (faults.length > 0) throw new Problem('platform.invalid', {}, faults)
}
