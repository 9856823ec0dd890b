import { randomBytes } from 'node:crypto'
import { queueMail } from '@hoicho/server/mail/queue-mail.ts'
import { z } from '@hoicho/server/platform/http.ts'
import { hashToken, newId, newToken, sha256 } from '@hoicho/server/platform/ids.ts'
import { Parties } from '@hoicho/shared/contracts/schema.ts'
import { sql } from 'kysely'
import { application, establishment } from './applications.ts'
import { addCouncil } from './council.ts'
import { addGateRecords } from './gate-records.ts'
import { fairInput, type House, type TestPerson } from './house.ts'
import { type Schema, sampleOf } from './sample-body.ts'
import { addCampaign, addFairInvitation } from './walk-campaigns.ts'
import { addGate, addHall } from './walk-ground.ts'

/**
 * One tenant with a record of every kind, and the id of each by the name its path parameter carries. A route with a new
 * parameter: make the record here and name it in `ids` (or in `idsUnder`, where the same name means different tables).
 */
export type World = {
  organizerId: string
  owner: TestPerson
  fairId: string
  establishmentId: string
  deviceToken: string
  ids: Record<string, string>
  idsUnder: Record<string, Record<string, string>>
}

const NOW = () => new Date().toISOString()

/** A whole tenant: organizer, fair, establishment with its application, contract, booth, badge, gate, deal, mail. */
export async function makeWorld(house: House, reviewer?: TestPerson, organizer?: string): Promise<World> {
  const organizerId = organizer ?? (await house.organizer())
  const manager = await house.staff(organizerId, 'manager')
  const judge = reviewer ?? (await house.staff(organizerId, 'reviewer'))
  const fair = await manager.send('POST', `/api/organizers/${organizerId}/fairs`, fairInput())
  const fairId = String(fair.body.id)
  const { id: establishmentId, owner } = await establishment(house)
  const { id: applicationId } = await application(house, fairId, establishmentId)
  const fileId = await addFile(house, organizerId)
  const contract = await addContract(house, { organizerId, fairId, applicationId, establishmentId, fileId })
  const gate = await addGate(house, fairId)
  return {
    organizerId,
    owner,
    fairId,
    establishmentId,
    deviceToken: gate.deviceToken,
    ids: {
      organizerId,
      fairId,
      establishmentId,
      applicationId,
      fileId,
      ...contract,
      ...(await addProfile(house, establishmentId)),
      ...(await addHall(house, fairId)),
      gateId: gate.gateId,
      deviceId: gate.deviceId,
      dealId: await addDeal(house, { fairId, applicationId, establishmentId }),
      badgeId: await addBadge(house, fairId, applicationId),
      paperId: await addPaper(house, applicationId, fileId),
      ...(await addGateRecords(house, { organizerId, fairId, applicationId, establishmentId })),
      mailId: await addMail(house, organizerId, fairId),
      importId: await addImport(house, organizerId),
      mergeId: await addMerge(house, organizerId),
      ...(await addCampaign(house, organizerId, fairId)),
      reviewerId: await assign(house, fairId, applicationId, judge),
      ...(await addCouncil(house, fairId, applicationId)),
    },
    idsUnder: {
      organizers: await addStaff(house, organizerId),
      establishments: await addMember(house, establishmentId),
      fairs: { invitationId: await addFairInvitation(house, fairId, establishmentId) },
    },
  }
}

const insert = (house: House) => house.app.db

async function addFile(house: House, organizerId: string): Promise<string> {
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${randomBytes(4).toString('hex')}`)
  const [id, hash] = [newId(), sha256(bytes)]
  await insert(house).insertInto('fileBlob').values({ sha256: hash, bytes }).execute()
  await insert(house)
    .insertInto('file')
    .values({
      id,
      sha256: hash,
      name: 'giay.pdf',
      mediaType: 'application/pdf',
      sizeBytes: bytes.length,
      organizerId,
      createdAt: NOW(),
    })
    .execute()
  return id
}

type Held = { fairId: string; applicationId: string; establishmentId: string }

async function addContract(house: House, held: Held & { organizerId: string; fileId: string }) {
  const { fairId, applicationId, establishmentId, organizerId, fileId } = held
  const [contractId, documentId, paymentId] = [newId(), newId(), newId()]
  await insert(house)
    .insertInto('document')
    .values({
      id: documentId,
      kind: 'contract',
      organizerId,
      fairId,
      fileId,
      sha256: 'x',
      ruleSetOn: '2026-01-01',
      data: { payUntilOn: null },
      issuedAt: NOW(),
    })
    .execute()
  await insert(house)
    .insertInto('contract')
    .values({
      id: contractId,
      fairId,
      applicationId,
      establishmentId,
      number: `HD-${randomBytes(3).toString('hex')}`,
      state: 'issued',
      currency: 'VND',
      totalMinor: 1000,
      supportMinor: 500,
      ownMinor: 500,
      boothNumbers: ['A1'],
      lines: sql`'[]'::jsonb`,
      parties: await issuedParties(),
      documentId,
      sha256: 'x',
      issuedAt: NOW(),
    })
    .execute()
  const money = { amountMinor: 100, currency: 'VND', paidOn: '2026-11-01', recordedAt: NOW() }
  await insert(house)
    .insertInto('payment')
    .values({ id: paymentId, fairId, contractId, ...money })
    .execute()
  return { contractId, paymentId }
}

/** Parties as any issued contract holds them: a sample of their own schema. */
async function issuedParties(): Promise<unknown> {
  const schema = z.toJSONSchema(Parties, { io: 'input' })
  // zod's JSON Schema is the dialect sampleOf reads.
  return sampleOf(schema as Schema, (schema.$defs ?? {}) as Record<string, Schema>)
}

async function addProfile(house: House, establishmentId: string) {
  const [productId, recognitionId, certificateId] = [newId(), newId(), newId()]
  const common = { establishmentId, createdAt: NOW() }
  await insert(house)
    .insertInto('product')
    .values({ id: productId, nameVi: 'Gốm', ...common })
    .execute()
  await insert(house)
    .insertInto('recognition')
    .values({
      id: recognitionId,
      scheme: 'cnnt',
      level: 'nation',
      decisionNumber: '1/QĐ',
      issuer: 'Bộ',
      issuedOn: '2024-01-01',
      validUntil: '2028-12-31',
      ...common,
    })
    .execute()
  await insert(house)
    .insertInto('certificate')
    .values({ id: certificateId, kind: 'iso', name: 'ISO 9001', ...common })
    .execute()
  const [accountId, contactId] = [newId(), newId()]
  await insert(house)
    .insertInto('bankAccount')
    .values({ id: accountId, bankBin: '970436', account: '001', holder: 'GOM', isDefault: true, ...common })
    .execute()
  await insert(house)
    .insertInto('contact')
    .values({ id: contactId, purpose: 'fair', name: 'Lê An', phone: '+84912345678', ...common })
    .execute()
  await insert(house)
    .insertInto('exportYear')
    .values({ id: newId(), year: 2025, countries: ['DE'], ...common })
    .execute()
  return { productId, recognitionId, certificateId, accountId, contactId }
}

async function addDeal(house: House, held: Held): Promise<string> {
  const id = newId()
  await insert(house)
    .insertInto('deal')
    .values({
      id,
      ...held,
      kind: 'lead',
      partnerName: 'ABC',
      partnerCountry: 'DE',
      signedOn: '2026-11-01',
      state: 'logged',
      loggedAt: NOW(),
    })
    .execute()
  return id
}

async function addBadge(house: House, fairId: string, applicationId: string): Promise<string> {
  const id = newId()
  await insert(house)
    .insertInto('badge')
    .values({
      id,
      fairId,
      applicationId,
      kind: 'exhibitor',
      serial: 900_001,
      holderName: 'Ân',
      state: 'active',
      keyNumber: 1,
      code: newToken(),
      issuedAt: NOW(),
    })
    .execute()
  return id
}

async function addPaper(house: House, applicationId: string, fileId: string): Promise<string> {
  const id = newId()
  await insert(house)
    .insertInto('applicationPaper')
    .values({ id, applicationId, paperCode: 'business-registration', fileId, addedAt: NOW() })
    .execute()
  return id
}

async function addImport(house: House, organizerId: string): Promise<string> {
  const id = newId()
  const list = { fileName: 'danh-sach.csv', state: 'previewed' as const, convertedCount: 0 }
  await insert(house)
    .insertInto('directoryImport')
    .values({ id, organizerId, ...list, headers: ['Ten'], mapping: ['name'], createdAt: NOW() })
    .execute()
  return id
}

/** Two records, one merged into the other. */
async function addMerge(house: House, organizerId: string): Promise<string> {
  const id = newId()
  const [{ id: survivorId }, { id: absorbedId }] = [await establishment(house), await establishment(house)]
  await insert(house)
    .updateTable('establishment')
    .set({ mergedInto: survivorId })
    .where('id', '=', absorbedId)
    .execute()
  const plan = { survivorId, absorbedId, fields: {}, changes: [], moves: [], stays: [] }
  await insert(house)
    .insertInto('establishmentMerge')
    .values({ id, organizerId, survivorId, absorbedId, plan, mergedAt: NOW() })
    .execute()
  return id
}

async function addMail(house: House, organizerId: string, fairId: string): Promise<string> {
  return await house.app.db.transaction().execute(tx =>
    queueMail(house.app, tx, NOW(), {
      template: 'password-changed',
      to: { address: 'an@example.vn' },
      locale: 'vi',
      params: { name: 'Ân', link: 'http://localhost:3000/forgot' },
      scope: { organizerId, fairId },
    }),
  )
}

async function assign(house: House, fairId: string, applicationId: string, reviewer: TestPerson) {
  const reviewerId = reviewer.id
  await insert(house)
    .insertInto('reviewerAssignment')
    .values({ id: newId(), fairId, applicationId, reviewerId, assignedAt: NOW() })
    .execute()
  return reviewerId
}

/** A member of staff and an invitation nobody walks as, so that their end changes no other answer. */
async function addStaff(house: House, organizerId: string) {
  const person = await house.signUp()
  const [memberId, invitationId] = [newId(), newId()]
  await insert(house)
    .insertInto('organizerMember')
    .values({ id: memberId, organizerId, personId: person.id, role: 'gate', createdAt: NOW() })
    .execute()
  await insert(house)
    .insertInto('invitation')
    .values({ id: invitationId, organizerId, role: 'gate', ...letter() })
    .execute()
  return { memberId, invitationId }
}

async function addMember(house: House, establishmentId: string) {
  const person = await house.signUp()
  const [memberId, invitationId] = [newId(), newId()]
  await insert(house)
    .insertInto('establishmentMember')
    .values({ id: memberId, establishmentId, personId: person.id, role: 'member', createdAt: NOW() })
    .execute()
  await insert(house)
    .insertInto('invitation')
    .values({ id: invitationId, establishmentId, role: 'member', ...letter() })
    .execute()
  return { memberId, invitationId }
}

const letter = () => ({
  email: `${randomBytes(4).toString('hex')}@example.vn`,
  tokenHash: hashToken(newToken()),
  createdAt: NOW(),
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
})
