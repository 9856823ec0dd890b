import { shownAnswers } from '@hoicho/shared/fairs/conditions.ts'
import type { OpenedConfirmation } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { confirmationByToken } from './confirmation.ts'
import * as queries from './queries.ts'
import { readApplication } from './reads.ts'

/**
 * What the holder of a personal link or code is asked to confirm: the application as an officer handed it in. Nothing
 * changes by opening it. Refused with recruitment.link-unknown.
 */
export async function openConfirmation(ctx: Ctx, token: string): Promise<OpenedConfirmation> {
  return await change(ctx, 'recruitment.open-confirmation', {}, async tx => {
    const { application } = await confirmationByToken(tx, ctx, token)
    const view = await readApplication(tx, application.fairId, application.id, true)
    return { result: await openedConfirmation(tx, view), audit: [] }
  })
}

/** The files are named, not shown: a link read by others must not open papers. */
export async function openedConfirmation(tx: Tx, view: ApplicationView): Promise<OpenedConfirmation> {
  const { nameVi, nameEn, phone, email } = await queries.organizerOfFair(tx, view.fair.id)
  const { slug, timeZone } = view.fair
  return {
    number: view.number ?? '',
    submittedAt: view.submittedAt ?? '',
    state: view.confirmation,
    isOpen: view.confirmation === 'awaiting' && view.state === 'submitted',
    establishmentName: view.establishment.name,
    fair: { slug, timeZone, nameVi: view.fair.nameVi, nameEn: view.fair.nameEn, nameDe: view.fair.nameDe },
    organizer: { nameVi, nameEn, phone, email },
    form: view.form,
    answers: shownAnswers(view.form, view.answers),
    products: view.products.map(product => product.nameVi),
    papers: view.papers.map(({ paperCode, name }) => ({ paperCode, name })),
  }
}
