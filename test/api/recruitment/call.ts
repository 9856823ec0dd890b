import { addProduct } from '@hoicho/server/establishments/add-product.ts'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { moveFair } from '@hoicho/server/fairs/move-fair.ts'
import { proposeForm } from '@hoicho/server/fairs/propose-form.ts'
import { publishForm } from '@hoicho/server/fairs/publish-form.ts'
import { uploadFile } from '@hoicho/server/files/store-file.ts'
import type { Ctx } from '@hoicho/server/platform/context.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { addPaper } from '@hoicho/server/recruitment/add-paper.ts'
import { saveDraft } from '@hoicho/server/recruitment/save-draft.ts'
import { startApplication } from '@hoicho/server/recruitment/start-application.ts'
import type { FairInput } from '@hoicho/shared/fairs/schema.ts'
import { establishment } from '../../support/applications.ts'
import { fairInput, type House, type TestPerson } from '../../support/house.ts'

/** A published fair with the proposed form, and an officer of its organizer. */
export async function openCall(house: House, changes: Partial<FairInput> = {}) {
  const organizerId = await house.organizer()
  const officer = await house.staff(organizerId, 'officer')
  const system = systemContext(house.app)
  const { id, slug } = await createFair(system, organizerId, fairInput(changes))
  await publishForm(system, id, await proposeForm('home'))
  await moveFair(system, id, 'publish')
  return { organizerId, officer, fairId: id, slug }
}

/** What the proposed form of a home fair asks for. */
export const ANSWERS = {
  fasciaName: 'GỐM CHU ĐẬU',
  goods: 'Bình, lọ, chén',
  boothCount: 1,
  power: 'light',
  noOtherStateMoney: true,
  goodsAsRegistered: true,
}
export const PAPERS = ['businessRegistration', 'balanceSheet', 'supportRequest']

const PDF = new TextEncoder().encode('%PDF-1.4\n% a paper\n')

export async function paper(owner: TestPerson, name = 'giấy.pdf'): Promise<string> {
  return (await uploadFile(await owner.ctx(), name, PDF)).id
}

export const product = (ctx: Ctx, establishmentId: string, nameVi = 'Bình gốm') =>
  addProduct(ctx, establishmentId, {
    nameVi,
    nameEn: '',
    nameDe: '',
    descriptionVi: '',
    descriptionEn: '',
    hsCode: null,
    photoFileId: null,
  })

/** A draft of a new establishment that lacks nothing. */
export async function completeDraft(house: House, fairId: string) {
  const { id: establishmentId, owner, name } = await establishment(house)
  const ctx = await owner.ctx()
  const made = await product(ctx, establishmentId)
  const { id, version } = await startApplication(ctx, fairId, establishmentId)
  await saveDraft(ctx, id, { version, answers: ANSWERS, productIds: [made.id] })
  for (const paperCode of PAPERS) await addPaper(ctx, id, { paperCode, fileId: await paper(owner) })
  return { id, establishmentId, owner, name, ctx, productId: made.id }
}

/** The log about one record, oldest first. */
export const auditOf = (house: House, entityId: string) =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'organizerId', 'fairId', 'establishmentId', 'before', 'after'])
    .where('entityId', '=', entityId)
    .orderBy('id')
    .execute()

export const mailsTo = (house: House, address: string) =>
  house.app.db
    .selectFrom('mail')
    .select([
      'template',
      'locale',
      'subject',
      'bodyText',
      'isSecret',
      'fairId',
      'organizerId',
      'establishmentId',
    ])
    .where('toAddress', '=', address)
    .orderBy('id')
    .execute()
