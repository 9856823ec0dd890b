import { GERMAN_ESTABLISHMENTS } from '@hoicho/db/seed/demonstration/establishments.ts'
import { STAFF } from '@hoicho/db/seed/demonstration/people.ts'
import { startImport } from '@hoicho/server/establishments/import/start-import.ts'
import { inviteStaff } from '@hoicho/server/identity/invite.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { createCampaign } from '@hoicho/server/recruitment/campaigns/create-campaign.ts'
import { campaignDefaults } from '@hoicho/server/recruitment/campaigns/defaults.ts'
import { startCampaign } from '@hoicho/server/recruitment/campaigns/start-campaign.ts'
import { confirmationCode, requestConfirmation } from '@hoicho/server/recruitment/confirmation.ts'
import { enterApplication } from '@hoicho/server/recruitment/enter-application.ts'
import { inviteEstablishments } from '@hoicho/server/recruitment/invite-establishments.ts'
import { readApplication } from '@hoicho/server/recruitment/reads.ts'
import { startApplication } from '@hoicho/server/recruitment/start-application.ts'
import type { House } from '../../support/house.ts'

export type Ids = Awaited<ReturnType<typeof collectIds>>

export const ownerEmail = `${GERMAN_ESTABLISHMENTS[0]?.key}@coso.example`
export const staffEmail = (role: string) => STAFF.find(person => person.role === role)?.email ?? ''

/** What the addresses of the walk are made of: rows of the demonstration, and what only a letter holds. */
export async function collectIds(house: House) {
  const { db } = house.app
  const fairs = await db.selectFrom('fair').select(['id', 'slug', 'organizerId']).execute()
  const fair = (slug: string) => {
    const found = fairs.find(one => one.slug === slug)
    if (!found) throw new Error(`The demonstration has no fair ${slug}`)
    return found
  }
  const frankfurt = fair('tendence-2019')
  const hanoi = fair('cnnt-tieu-bieu-2019')
  const practice = fair('hoi-cho-thuc-hanh')
  const owner = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', ownerEmail)
    .executeTakeFirstOrThrow()
  const { establishmentId } = await db
    .selectFrom('establishmentMember')
    .select('establishmentId')
    .where('personId', '=', owner.id)
    .executeTakeFirstOrThrow()
  const other = await db
    .selectFrom('establishment')
    .select('id')
    .where('id', '<>', establishmentId)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const application = await db
    .selectFrom('application')
    .select('id')
    .where('fairId', '=', frankfurt.id)
    .where('establishmentId', '=', establishmentId)
    .executeTakeFirstOrThrow()
  const { id: contract } = await db
    .selectFrom('contract')
    .select('id')
    .where('applicationId', '=', application.id)
    .executeTakeFirstOrThrow()
  const mail = await db
    .selectFrom('mail')
    .select('id')
    .where('fairId', '=', frankfurt.id)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const badge = await db.selectFrom('badge').select('code').orderBy('id').executeTakeFirstOrThrow()
  return {
    frankfurt,
    hanoi,
    practice,
    establishment: establishmentId,
    otherEstablishment: other.id,
    application: application.id,
    contract,
    mail: mail.id,
    badgeCode: badge.code,
    import: await listToImport(house, hanoi.organizerId),
    ...(await inHanoi(db, hanoi.id)),
    ...(await whatLettersHold(house, { hanoi, practice, establishmentId })),
  }
}

/** A list with a row of each kind, previewed. */
async function listToImport(house: House, organizerId: string): Promise<string> {
  const known = await house.app.db
    .selectFrom('establishment')
    .select(['id', 'name'])
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const list = [
    'Mã hồ sơ;Tên cơ sở;Tỉnh;Điện thoại;Ghi chú',
    `${known.id};${known.name};Lào Cai;0912345678;`,
    ';HTX Sen Hồng;Atlantis;123;gọi lại',
    ';HTX Cúc Trắng;Hà Nội;0987654321;',
    ';HTX Cúc Trắng;Hà Nội;;',
  ].join('\n')
  const bytes = new TextEncoder().encode(list)
  const { id } = await startImport(systemContext(house.app), organizerId, 'danh-sach.csv', bytes)
  return id
}

/** A dossier to examine, one to score, and one with a booth and no contract. */
async function inHanoi(db: House['app']['db'], fairId: string) {
  const ofFair = db.selectFrom('application').where('application.fairId', '=', fairId)
  const dossier = await ofFair
    .select('application.id')
    .where('application.state', '=', 'submitted')
    .orderBy('application.id')
    .executeTakeFirstOrThrow()
  const sheet = await ofFair
    .innerJoin('reviewerAssignment', 'reviewerAssignment.applicationId', 'application.id')
    .innerJoin('person', 'person.id', 'reviewerAssignment.reviewerId')
    .select('application.id')
    .where('application.state', '=', 'complete')
    .where('person.email', '=', staffEmail('reviewer'))
    .orderBy('application.id')
    .executeTakeFirstOrThrow()
  const ready = await ofFair
    .innerJoin('boothAssignment', 'boothAssignment.applicationId', 'application.id')
    .leftJoin('contract', 'contract.applicationId', 'application.id')
    .select('application.id')
    .where('boothAssignment.state', '=', 'assigned')
    .where('contract.id', 'is', null)
    .orderBy('application.id')
    .executeTakeFirstOrThrow()
  return { dossier: dossier.id, sheet: sheet.id, readyForContract: ready.id }
}

type Fair = { id: string; organizerId: string }

/** An invitation to the practice fair and one to the desk, and a draft that was just begun. */
async function whatLettersHold(
  house: House,
  { hanoi, practice, establishmentId }: { hanoi: Fair; practice: Fair; establishmentId: string },
) {
  const ctx = systemContext(house.app)
  const draft = await startApplication(ctx, practice.id, establishmentId)
  const stranger = await house.app.db
    .selectFrom('establishment')
    .select(['id', 'email'])
    .where('id', '!=', establishmentId)
    .where('email', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  await inviteEstablishments(ctx, practice.id, { establishmentIds: [stranger.id] })
  const [entered, toConfirm] = await enteredByTheDesk(house, practice.id, [establishmentId, stranger.id])
  await inviteStaff(ctx, hanoi.organizerId, { email: 'moi@hoicho.example', role: 'officer', locale: 'vi' })
  return {
    draft: draft.id,
    entered,
    toConfirm,
    campaign: await aCampaign(house, practice.id),
    invitationToken: await house.tokenMailedTo(stranger.email ?? ''),
    staffToken: await house.tokenMailedTo('moi@hoicho.example'),
  }
}

/** Two applications an officer entered: one still being written, one that waits for the link to be opened. */
async function enteredByTheDesk(house: House, fairId: string, taken: string[]): Promise<[string, string]> {
  const ctx = systemContext(house.app)
  const others = await house.app.db
    .selectFrom('establishment')
    .select('id')
    .where('id', 'not in', taken)
    .where('id', 'not in', row =>
      row.selectFrom('application').select('establishmentId').where('fairId', '=', fairId),
    )
    .orderBy('id')
    .limit(2)
    .execute()
  const [draft, whole] = await Promise.all(
    others.map(({ id }) => enterApplication(ctx, fairId, { establishmentId: id, enteredFrom: 'paper' })),
  )
  if (!draft || !whole) throw new Error('The demonstration has too few establishments')
  await house.app.db.transaction().execute(async tx => {
    await tx
      .updateTable('application')
      .set({ state: 'submitted', number: '9001', submittedAt: ctx.now(), confirmation: 'awaiting' })
      .where('id', '=', whole.id)
      .execute()
    await requestConfirmation(tx, ctx, await readApplication(tx, fairId, whole.id, true), 1)
  })
  return [draft.id, confirmationCode(house.app, whole.id, 1)]
}

/** A campaign of the practice fair that has been started and not yet sent. */
async function aCampaign(house: House, fairId: string): Promise<string> {
  const ctx = systemContext(house.app)
  const defaults = await campaignDefaults(ctx, fairId, 'vi')
  const audience = { listId: null, provinces: [], sectors: [], titleScheme: null, titleLevels: [] }
  const { id, version } = await createCampaign(ctx, fairId, {
    name: 'Đợt mời thứ nhất',
    startAt: null,
    audience: { ...audience, certificates: [], pastFairs: 'any', email: 'any', neverInvited: false },
    ...defaults,
  })
  await startCampaign(ctx, fairId, id, version)
  return id
}
