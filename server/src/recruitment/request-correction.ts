import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatDate } from '@hoicho/shared/platform/dates.ts'
import type { ApplicationView, CorrectionInput } from '@hoicho/shared/recruitment/schema.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Db, type Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { invalid } from '../platform/problem.ts'
import { type Correspondent, peopleToTell } from './correspondence.ts'
import { labelAt } from './label-at.ts'
import { moveApplication } from './move-application.ts'
import { readApplication } from './reads.ts'
import { lastRound } from './round-queries.ts'

/**
 * An officer gives an application back to be corrected: a note, remarks at fields and papers, a day it is wanted by.
 * The owners of the establishment are told by mail. Refused: platform.wrong-state; a remark at a field the form lacks (422).
 */
export async function requestCorrection(
  ctx: Ctx,
  applicationId: string,
  input: CorrectionInput,
): Promise<ApplicationView> {
  return await change(
    ctx,
    'recruitment.request-correction',
    { application: applicationId },
    async (tx, target) => {
      const fairId = target.fairId ?? ''
      const moved = await moveApplication(tx, ctx, fairId, applicationId, 'request-correction')
      await tx
        .updateTable('application')
        .set({ correctionNote: input.note, correctionDueOn: input.dueOn })
        .where('id', '=', applicationId)
        .execute()
      await keepRequest(tx, ctx, applicationId, input)
      const result = await readApplication(tx, fairId, applicationId, true)
      refuseStrangers(result, input)
      for (const person of await peopleToTell(tx, result.establishment)) {
        await tell(tx, ctx, target.organizerId ?? '', result, person)
      }
      const changed = input.fields.map(field => field.pointer.split('/').at(-1))
      const after = {
        state: moved.after,
        note: input.note,
        changed,
        fields: input.fields,
        dueOn: input.dueOn,
      }
      const before = { state: moved.before }
      return { result, audit: { entity: 'application', entityId: applicationId, before, after } }
    },
  )
}

/** The request stays for the history when the application comes back. Its round is that of the submission it is about. */
async function keepRequest(tx: Tx, ctx: Ctx, applicationId: string, input: CorrectionInput): Promise<void> {
  const round = Math.max(1, await lastRound(tx, applicationId))
  await tx
    .insertInto('applicationCorrection')
    .values({
      applicationId,
      round,
      note: input.note,
      dueOn: input.dueOn,
      requestedBy: actorPersonId(ctx),
      requestedAt: ctx.now(),
    })
    .execute()
  if (input.fields.length === 0) return
  await tx
    .insertInto('applicationRemark')
    .values(input.fields.map((field, position) => ({ applicationId, round, position, ...field })))
    .execute()
}

/** Refuses remarks at places the form lacks (422 at each remark's pointer). */
export function refuseStrangers(view: Pick<ApplicationView, 'form'>, { fields }: CorrectionInput): void {
  const index = fields.findIndex(field => labelAt(view.form, field.pointer, 'vi') === undefined)
  if (index >= 0) throw invalid({ pointer: `/fields/${index}/pointer`, code: 'choice' })
}

async function tell(tx: Tx, ctx: Ctx, organizerId: string, view: ApplicationView, to: Correspondent) {
  const organizer = await organizerNames(tx, organizerId)
  await queueMail(ctx.app, tx, ctx.now(), {
    ...(await correctionMail(ctx, organizer, view, to)),
    to: { address: to.email, name: to.name },
    scope: { organizerId, fairId: view.fair.id, establishmentId: view.establishment.id },
  })
}

/** The names a mail is signed with. */
export const organizerNames = (db: Db | Tx, organizerId: string) =>
  db
    .selectFrom('organizer')
    .select(['nameVi', 'nameEn'])
    .where('id', '=', organizerId)
    .executeTakeFirstOrThrow()

/** The mail about the correction a view asks for, in the language of its reader. */
export async function correctionMail(
  ctx: Ctx,
  organizer: { nameVi: string; nameEn: string },
  view: ApplicationView,
  to: Correspondent,
) {
  const t = await translator(to.locale, 'mails')
  const remarks = view.correctionFields.map(field => {
    const label =
      field.pointer === '/products'
        ? t('application-correction.products')
        : labelAt(view.form, field.pointer, to.locale)
    return `– ${label}: ${field.note}`
  })
  const dueOn = view.correctionDueOn
  return {
    template: 'application-correction',
    locale: to.locale,
    params: {
      name: to.name,
      number: view.number ?? '',
      organizer: to.locale === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi,
      establishment: view.establishment.name,
      fair: fairNameIn(view.fair, to.locale),
      note: [view.correctionNote, ...remarks].filter(Boolean).join('\n'),
      due: dueOn
        ? t('application-correction.due', { date: formatDate(dueOn, to.locale) })
        : t('application-correction.no-due'),
      link: `${ctx.app.config.publicUrl}/e/applications/${view.id}`,
    },
  }
}
