import { DEALS } from '@hoicho/db/seed/demonstration/deals.ts'
import { GERMAN_ESTABLISHMENTS } from '@hoicho/db/seed/demonstration/establishments.ts'
import { FRANKFURT } from '@hoicho/db/seed/demonstration/fairs.ts'
import { generateRows } from '@hoicho/shared/booths/generate-rows.ts'
import { createDevice } from '../badges/create-device.ts'
import { createGate } from '../badges/create-gate.ts'
import { enrolDevice } from '../badges/enrol-device.ts'
import { issueOwnBadge } from '../badges/issue-own-badge.ts'
import { scan } from '../badges/scan.ts'
import { addBooths } from '../booths/add-booths.ts'
import { assignBooth } from '../booths/assign-booth.ts'
import { createHall } from '../booths/create-hall.ts'
import { logDeal } from '../deals/log-deal.ts'
import { verifyDeal } from '../deals/verify-deal.ts'
import { createFair } from '../fairs/create-fair.ts'
import { moveFair } from '../fairs/move-fair.ts'
import { proposeForm } from '../fairs/propose-form.ts'
import { publishForm } from '../fairs/publish-form.ts'
import { newId } from '../platform/ids.ts'
import { enterEstablishment, type Member } from './cast.ts'
import { contract } from './contract.ts'
import { apply, invite, takeUp } from './recruit.ts'
import { assign, checkDossier, confirmPlace, score, select, setCriteria } from './select.ts'
import type { Stage } from './stage.ts'

type Staff = (key: string) => string

/** The whole road of the fair in Frankfurt, from the call in February 2019 to the deals verified in July. */
export async function playFrankfurt(stage: Stage, organizerId: string, staff: Staff): Promise<Member[]> {
  stage.at('2019-02-11T02:00:00Z')
  const fair = await createFair(await stage.as(staff('officer')), organizerId, {
    ...FRANKFURT,
    sectorCodes: [...FRANKFURT.sectorCodes],
  })
  await publishForm(await stage.as(staff('officer')), fair.id, await proposeForm('abroad'))
  await moveFair(await stage.as(staff('manager')), fair.id, 'publish')
  const members = await recruit(stage, organizerId, staff, fair.id)
  const applicationIds = await applyAll(stage, fair.id, members)
  await selectThirteen(stage, staff, fair.id, members, applicationIds)
  const codes = await contractAll(stage, staff, fair.id, members.slice(0, 13), applicationIds)
  await attend(stage, staff, fair.id, codes)
  await closeDeals(stage, staff, members, applicationIds)
  stage.at('2019-07-02T09:00:00Z')
  await moveFair(await stage.as(staff('manager')), fair.id, 'close')
  return members
}

async function recruit(stage: Stage, organizerId: string, staff: Staff, fairId: string): Promise<Member[]> {
  stage.at('2019-02-18T02:00:00Z')
  const ids: string[] = []
  for (const data of GERMAN_ESTABLISHMENTS) {
    ids.push(await enterEstablishment(stage, staff('officer'), organizerId, data))
  }
  await invite(stage, staff('officer'), fairId, ids)
  const members: Member[] = []
  for (const [index, data] of GERMAN_ESTABLISHMENTS.entries()) {
    stage.at(`2019-02-${String(19 + (index % 9)).padStart(2, '0')}T03:00:00Z`)
    members.push(await takeUp(stage, ids[index] ?? '', data))
  }
  return members
}

async function applyAll(stage: Stage, fairId: string, members: Member[]): Promise<string[]> {
  const ids: string[] = []
  for (const [index, member] of members.entries()) {
    stage.at(`2019-03-${String(4 + index).padStart(2, '0')}T07:30:00Z`)
    ids.push(await apply(stage, fairId, member, 'abroad'))
  }
  return ids
}

/** Sixteen applied, thirteen places: the last three of the list score below the others. */
async function selectThirteen(
  stage: Stage,
  staff: Staff,
  fairId: string,
  members: Member[],
  applicationIds: string[],
): Promise<void> {
  stage.at('2019-04-08T02:00:00Z')
  await setCriteria(stage, staff, fairId)
  for (const id of applicationIds) await checkDossier(stage, staff, id)
  stage.at('2019-04-10T02:00:00Z')
  await assign(stage, staff, fairId, 3)
  stage.at('2019-04-15T02:00:00Z')
  await score(stage, fairId, id => {
    const place = applicationIds.indexOf(id)
    // Clear steps: who gives which sheet is drawn anew each time, the outcome must not be.
    return place < 13 ? 0.95 - place * 0.01 : 0.75 - (place - 13) * 0.08
  })
  await select(stage, staff, fairId, { day: '2019-04-18', seed: 'tendence-2019-lot' })
  for (const [index, member] of members.slice(0, 13).entries()) {
    stage.at(`2019-04-${19 + (index % 4)}T03:00:00Z`)
    await confirmPlace(stage, member.personId, applicationIds[index] ?? '')
  }
  if (members.length !== applicationIds.length) throw new Error('An application is missing')
}

async function contractAll(
  stage: Stage,
  staff: Staff,
  fairId: string,
  chosen: Member[],
  applicationIds: string[],
): Promise<string[]> {
  stage.at('2019-04-24T02:00:00Z')
  const officer = await stage.as(staff('officer'))
  const size = { widthCm: 4000, depthCm: 3000 }
  const hall = await createHall(officer, fairId, { name: 'Hall 9', level: 0, ...size })
  const booths = await addBooths(officer, fairId, hall.id, { booths: generateRows(JOINT_STAND, size) })
  const codes: string[] = []
  for (const [index, member] of chosen.entries()) {
    const applicationId = applicationIds[index] ?? ''
    await assignBooth(officer, fairId, booths[index]?.id ?? '', applicationId)
    await contract(stage, staff, applicationId, member, {
      day: `2019-05-${String(2 + (index % 8)).padStart(2, '0')}`,
      signedBy: 'both',
      scheme: 'fair-abroad',
      freightMinor: 38_000 + index * 1500,
    })
    const ctx = await stage.as(member.personId)
    const person = { position: member.data.position, email: null }
    const badge = await issueOwnBadge(ctx, applicationId, {
      holderName: member.data.representative,
      ...person,
    })
    codes.push(badge.code)
  }
  return codes
}

/** On each of the three days everybody comes in before the doors open and leaves in the evening. */
async function attend(stage: Stage, staff: Staff, fairId: string, codes: string[]): Promise<void> {
  stage.at('2019-06-28T12:00:00Z')
  const officer = await stage.as(staff('officer'))
  const gate = await createGate(officer, fairId, {
    name: 'Gian hàng chung',
    kinds: ['exhibitor', 'organizer'],
  })
  const { device, code } = await createDevice(officer, fairId, { name: 'Điện thoại của đoàn' })
  await enrolDevice(stage.public(), code)
  for (const day of ['2019-06-29', '2019-06-30', '2019-07-01']) {
    await pass(stage, fairId, device.id, gate.id, codes, 'entry', `${day}T06:35:00Z`)
    await pass(stage, fairId, device.id, gate.id, codes, 'exit', `${day}T16:10:00Z`)
  }
}

async function pass(
  stage: Stage,
  fairId: string,
  deviceId: string,
  gateId: string,
  codes: string[],
  direction: 'entry' | 'exit',
  from: string,
): Promise<void> {
  stage.at(from)
  for (const code of codes) {
    const ctx = stage.device(deviceId, fairId)
    await scan(ctx, { id: newId(), gateId, code, direction, scannedAt: stage.now() })
  }
}

/** A joint stand of sixteen places of 3 m by 3 m, two rows back to back. Rent is a sample figure in euro cents. */
const JOINT_STAND = {
  prefix: '9.0',
  firstRow: 'D',
  rows: 2,
  columns: 8,
  xCm: 600,
  yCm: 600,
  boothWidthCm: 300,
  boothDepthCm: 300,
  aisleCm: 300,
  isBackToBack: true,
  kind: 'standard',
  priceMinor: 225_000,
  cornerPercent: 8,
  fundingSource: 'national',
  sectorCode: null,
} as const

async function closeDeals(
  stage: Stage,
  staff: Staff,
  members: Member[],
  applicationIds: string[],
): Promise<void> {
  for (const deal of DEALS) {
    const index = members.findIndex(member => member.data.key === deal.establishment)
    const member = members[index]
    if (!member) throw new Error(`No such establishment: ${deal.establishment}`)
    stage.at(`${deal.signedOn}T13:00:00Z`)
    const logged = await logDeal(await stage.as(member.personId), applicationIds[index] ?? '', {
      kind: deal.kind,
      partnerName: deal.partner,
      partnerCountry: deal.country,
      partnerContact: '',
      productId: null,
      productText: deal.product,
      valueMinor: deal.value === null ? null : deal.value * 100,
      currency: deal.currency,
      signedOn: deal.signedOn,
      note: '',
      evidenceFileId: null,
    })
    if (!deal.verified) continue
    stage.at('2019-07-04T02:00:00Z')
    await verifyDeal(await stage.as(staff('officer')), logged.id, logged.version)
  }
}
