import { assignBooth } from '@hoicho/server/booths/assign-booth.ts'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { FairInput } from '@hoicho/shared/fairs/schema.ts'
import { afterAll, beforeAll } from 'vitest'
import { application, establishment } from './applications.ts'
import { fairInput, type House, openHouse, type TestPerson } from './house.ts'
import { hallWithBooths } from './plans.ts'

/** One organizer with its people and contracts at every stage, shared by the tests of contracts. */
export let house: House
export let organizerId: string
export let manager: TestPerson
export let officer: TestPerson
export let finance: TestPerson
export let otherManager: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer({ bankBin: '970436', bankAccount: '0011001234567', bankHolder: 'TTKC' })
  manager = await house.staff(organizerId, 'manager')
  officer = await house.staff(organizerId, 'officer')
  finance = await house.staff(organizerId, 'finance')
  otherManager = await house.staff(await house.organizer(), 'manager')
})
afterAll(() => house.close())

export const terms = {
  scheme: 'join-home-fair',
  vatPercent: 0,
  extras: [],
  overrides: [],
  payUntilOn: null,
  representativeName: '',
  representativePosition: '',
  authorisation: '',
  note: '',
}

/** A selected application of a fair of its own that holds `count` booths of 10 million đồng. */
export async function placed(count = 1, fair: Partial<FairInput> = {}) {
  const ctx = systemContext(house.app)
  const { id: fairId } = await createFair(ctx, organizerId, fairInput({ ruleSetOn: '2019-05-01', ...fair }))
  const { booths } = await hallWithBooths(house, fairId, Math.max(1, count))
  const { id: establishmentId, owner, name } = await establishment(house, 'Cơ sở gốm Đất Việt "Ưng Ý" & Ằẵỷ')
  await house.app.db
    .updateTable('establishment')
    .set({
      representativeName: 'Nguyễn Thị Hường',
      representativePosition: 'Chủ cơ sở',
      registeredAddress: 'Xã Bát Tràng',
    })
    .where('id', '=', establishmentId)
    .execute()
  const { id: applicationId, number } = await application(house, fairId, establishmentId, 'selected')
  for (const booth of booths.slice(0, count)) await assignBooth(ctx, fairId, booth.id, applicationId)
  return { fairId, booths, establishmentId, owner, name, applicationId, number: number ?? '' }
}
export type Placed = Awaited<ReturnType<typeof placed>>

export const issue = (
  person: Pick<TestPerson, 'send'>,
  { applicationId }: Pick<Placed, 'applicationId'>,
  changes = {},
) => person.send('POST', `/api/applications/${applicationId}/contracts`, { ...terms, ...changes })

export async function issued(count = 1, changes = {}) {
  const place = await placed(count)
  const { body: contract } = await issue(officer, place, changes)
  return { ...place, contract, path: `/api/contracts/${contract.id}` }
}
export type Issued = Awaited<ReturnType<typeof issued>>

export const signature = ({ contract }: Pick<Issued, 'contract'>) => ({
  sha256: contract.sha256,
  signerName: 'Nguyễn Thị Hường',
  signerPosition: 'Chủ cơ sở',
  isConfirmed: true,
})

export const auditOf = (entityId: string) =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'fairId', 'organizerId', 'establishmentId', 'entity'])
    .where('entityId', '=', entityId)
    .orderBy('id')
    .execute()

export const mailsOf = (fairId: string) =>
  house.app.db
    .selectFrom('mail')
    .select(['template', 'toAddress', 'subject', 'bodyText', 'attachments'])
    .where('fairId', '=', fairId)
    .orderBy('id')
    .execute()

export async function pdf(person: TestPerson, fileId: string): Promise<Uint8Array> {
  const { response } = await person.send('GET', `/api/files/${fileId}`)
  return new Uint8Array(await response.arrayBuffer())
}
