import type { ContractView } from '@hoicho/shared/contracts/schema.ts'
import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import type { MailAttachment } from '../mail/queue-mail.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { peopleToTell } from '../recruitment/correspondence.ts'

type Occasion = 'contract-issued' | 'contract-signed' | 'contract-cancelled'

/** Writes to the establishment's owners, else to its own address, about their contract. */
export async function tellEstablishment(
  tx: Tx,
  ctx: Ctx,
  contract: ContractView,
  template: Occasion,
  attachments: MailAttachment[] = [],
): Promise<void> {
  const { id, name, email } = await tx
    .selectFrom('establishment')
    .select(['id', 'name', 'email'])
    .where('id', '=', contract.establishmentId)
    .executeTakeFirstOrThrow()
  for (const person of await peopleToTell(tx, { id, name, email })) {
    await queueMail(ctx.app, tx, ctx.now(), {
      template,
      to: { address: person.email, name: person.name },
      locale: person.locale,
      params: {
        ...paramsOf(contract, person.locale),
        name: person.name,
        link: `${ctx.app.config.publicUrl}/e/contracts/${contract.id}`,
      },
      attachments,
      scope: { fairId: contract.fairId, establishmentId: contract.establishmentId },
    })
  }
}

/** Writes to the organizer's own address. */
export async function tellOrganizer(
  tx: Tx,
  ctx: Ctx,
  contract: ContractView,
  template: 'contract-signed-desk' | 'contract-to-countersign',
  attachments: MailAttachment[] = [],
): Promise<void> {
  const organizer = await tx
    .selectFrom('fair')
    .innerJoin('organizer', 'organizer.id', 'fair.organizerId')
    .select(['organizer.id', 'organizer.nameVi', 'organizer.email'])
    .where('fair.id', '=', contract.fairId)
    .executeTakeFirstOrThrow()
  await queueMail(ctx.app, tx, ctx.now(), {
    template,
    to: { address: organizer.email, name: organizer.nameVi },
    locale: 'vi',
    params: {
      ...paramsOf(contract, 'vi'),
      link: `${ctx.app.config.publicUrl}/desk/fairs/${contract.fairId}/contracts/${contract.id}`,
    },
    attachments,
    scope: { organizerId: organizer.id, fairId: contract.fairId },
  })
}

const paramsOf = (contract: ContractView, locale: Locale) => ({
  number: contract.number,
  fair: fairNameIn(
    { nameVi: contract.fairNameVi, nameEn: contract.fairNameEn, nameDe: contract.fairNameDe },
    locale,
  ),
  establishment: contract.parties.establishment.name,
  organizer: contract.parties.organizer.name,
  booths: contract.boothNumbers.join(', '),
  reason: contract.cancelReason ?? '',
})
