import { HANOI_ESTABLISHMENTS } from '@hoicho/db/seed/demonstration/establishments.ts'
import { HANOI_2019 } from '@hoicho/db/seed/demonstration/fairs.ts'
import { VISITORS } from '@hoicho/db/seed/demonstration/visitors.ts'
import { NOTICE_VERSION } from '@hoicho/shared/badges/vocabulary.ts'
import { generateRows } from '@hoicho/shared/booths/generate-rows.ts'
import type { BoothView } from '@hoicho/shared/booths/schema.ts'
import { createGate } from '../badges/create-gate.ts'
import { issueBadge } from '../badges/issue-badge.ts'
import { issueOwnBadge } from '../badges/issue-own-badge.ts'
import { registerVisitor } from '../badges/register-visitor.ts'
import { addBooths } from '../booths/add-booths.ts'
import { assignBooth } from '../booths/assign-booth.ts'
import { createHall } from '../booths/create-hall.ts'
import { createFair } from '../fairs/create-fair.ts'
import { moveFair } from '../fairs/move-fair.ts'
import { proposeForm } from '../fairs/propose-form.ts'
import { publishForm } from '../fairs/publish-form.ts'
import { declineInvitation } from '../recruitment/decline-invitation.ts'
import { openInvitation } from '../recruitment/open-invitation.ts'
import { requestCorrection } from '../recruitment/request-correction.ts'
import { enterEstablishment, type Member, ownerEmail } from './cast.ts'
import { contract } from './contract.ts'
import { apply, draft, invite, takeUp } from './recruit.ts'
import { assign, checkDossier, confirmPlace, score, select, setCriteria } from './select.ts'
import type { Stage } from './stage.ts'

type Staff = (key: string) => string
type Applied = { applicationId: string; member: Member }

/**
 * The national fair in Hà Nội as it stood on 29 August 2019: a first list decided, booths being placed, contracts on
 * their way, a second round of applications being judged, and letters still without an answer.
 */
export async function playHanoi(
  stage: Stage,
  organizerId: string,
  staff: Staff,
  veterans: Member[],
): Promise<void> {
  stage.at('2019-05-27T02:00:00Z')
  const officer = staff('officer')
  const { id: fairId } = await createFair(await stage.as(officer), organizerId, {
    ...HANOI_2019,
    sectorCodes: [...HANOI_2019.sectorCodes],
  })
  await publishForm(await stage.as(officer), fairId, await proposeForm('home'))
  await moveFair(await stage.as(staff('manager')), fairId, 'publish')
  const entered = await enterAll(stage, organizerId, officer)
  stage.at('2019-06-04T02:00:00Z')
  await invite(stage, officer, fairId, [...veterans.map(member => member.establishmentId), ...entered])

  const firstRound = await applyFirst(stage, fairId, veterans, entered.slice(0, 9))
  await decideFirst(stage, staff, fairId, firstRound)
  const booths = await drawHall(stage, officer, fairId)
  await placeAndContract(stage, staff, fairId, firstRound, booths)
  await secondRound(stage, staff, fairId, entered.slice(9))
  await openGates(stage, officer, fairId)
}

async function enterAll(stage: Stage, organizerId: string, officerId: string): Promise<string[]> {
  const ids: string[] = []
  for (const data of HANOI_ESTABLISHMENTS)
    ids.push(await enterEstablishment(stage, officerId, organizerId, data))
  return ids
}

async function applyFirst(
  stage: Stage,
  fairId: string,
  veterans: Member[],
  ids: string[],
): Promise<Applied[]> {
  const applied: Applied[] = []
  const newcomers: Member[] = []
  for (const [index, id] of ids.entries()) {
    stage.at(`2019-06-${String(6 + index).padStart(2, '0')}T02:30:00Z`)
    newcomers.push(await takeUp(stage, id, dataAt(index)))
  }
  for (const [index, member] of [...veterans.slice(0, 13), ...newcomers].entries()) {
    stage.at(`2019-06-${String(8 + index).padStart(2, '0')}T03:10:00Z`)
    applied.push({ member, applicationId: await apply(stage, fairId, member, 'home') })
  }
  return applied
}

async function decideFirst(stage: Stage, staff: Staff, fairId: string, applied: Applied[]): Promise<void> {
  stage.at('2019-07-08T02:00:00Z')
  await setCriteria(stage, staff, fairId)
  for (const { applicationId } of applied) await checkDossier(stage, staff, applicationId)
  await assign(stage, staff, fairId, 3)
  stage.at('2019-07-15T02:00:00Z')
  await score(stage, fairId, id => {
    const place = applied.findIndex(one => one.applicationId === id)
    return place < 21 ? 0.95 - place * 0.01 : 0.6
  })
  await select(stage, staff, fairId, { day: '2019-07-22', seed: 'cnnt-2019-first-list' })
  for (const [index, { applicationId, member }] of applied.slice(0, 18).entries()) {
    stage.at(`2019-07-${23 + (index % 2)}T03:00:00Z`)
    await confirmPlace(stage, member.personId, applicationId)
  }
}

async function drawHall(stage: Stage, officerId: string, fairId: string): Promise<BoothView[]> {
  stage.at('2019-07-24T02:00:00Z')
  const officer = await stage.as(officerId)
  const size = { widthCm: 6000, depthCm: 4000 }
  const hall = await createHall(officer, fairId, { name: 'Khu A', level: 0, ...size })
  return await addBooths(officer, fairId, hall.id, { booths: generateRows(BLOCK, size) })
}

const BLOCK = {
  prefix: '',
  firstRow: 'A',
  rows: 6,
  columns: 14,
  xCm: 600,
  yCm: 300,
  boothWidthCm: 300,
  boothDepthCm: 300,
  aisleCm: 400,
  isBackToBack: true,
  kind: 'standard',
  priceMinor: 12_000_000,
  cornerPercent: 10,
  fundingSource: 'national',
  sectorCode: null,
} as const

/** Eighteen have a booth, fourteen a contract, at every stage from issued to paid; a few already have badges. */
async function placeAndContract(
  stage: Stage,
  staff: Staff,
  fairId: string,
  applied: Applied[],
  booths: BoothView[],
): Promise<void> {
  for (const [index, { applicationId, member }] of applied.slice(0, 18).entries()) {
    stage.at(`2019-07-${String(25 + (index % 6)).padStart(2, '0')}T02:00:00Z`)
    await assignBooth(await stage.as(staff('officer')), fairId, booths[index * 3]?.id ?? '', applicationId)
    if (index >= 14) continue
    await contract(stage, staff, applicationId, member, {
      day: `2019-08-${String(1 + index).padStart(2, '0')}`,
      signedBy: index < 8 ? 'both' : index < 11 ? 'establishment' : 'nobody',
      scheme: 'organise-home-fair',
      freightMinor: 1_500_000,
    })
    if (index >= 5) continue
    const ctx = await stage.as(member.personId)
    await issueOwnBadge(ctx, applicationId, {
      holderName: member.data.representative,
      position: member.data.position,
      email: ownerEmail(member.data),
    })
  }
}

/** Late August: some judged, some waiting at the desk, one sent back, one still a draft, one declined. */
async function secondRound(stage: Stage, staff: Staff, fairId: string, ids: string[]): Promise<void> {
  const members: Member[] = []
  for (const [index, id] of ids.slice(0, 9).entries()) {
    stage.at(`2019-08-${String(10 + index).padStart(2, '0')}T02:30:00Z`)
    members.push(await takeUp(stage, id, dataAt(9 + index)))
  }
  const applied: Applied[] = []
  for (const member of members.slice(0, 8)) {
    stage.at(`2019-08-${String(20 + applied.length).padStart(2, '0')}T08:00:00Z`)
    applied.push({ member, applicationId: await apply(stage, fairId, member, 'home') })
  }
  const [late] = members.slice(8)
  if (late) await draft(stage, fairId, late, 'home')
  stage.at('2019-08-28T02:00:00Z')
  for (const { applicationId } of applied.slice(0, 5)) await checkDossier(stage, staff, applicationId)
  await assign(stage, staff, fairId, 3)
  await score(stage, fairId, id =>
    applied.slice(0, 2).some(one => one.applicationId === id) ? 0.82 : undefined,
  )
  await sendBack(stage, staff, applied[5])
  await declineOne(stage, dataAt(18))
}

async function sendBack(stage: Stage, staff: Staff, applied: Applied | undefined): Promise<void> {
  if (!applied) return
  await requestCorrection(await stage.as(staff('officer2')), applied.applicationId, {
    note: 'Bảng cân đối kế toán thiếu trang có chữ ký. Xin gửi lại bản đầy đủ.',
    fields: [{ pointer: '/papers/balanceSheet', note: 'Thiếu trang cuối có chữ ký và dấu.' }],
    dueOn: '2019-09-04',
  })
}

async function declineOne(stage: Stage, data: ReturnType<typeof dataAt>): Promise<void> {
  const token = await stage.tokenIn(ownerEmail(data))
  await openInvitation(stage.public(), token)
  await declineInvitation(stage.public(), token, {
    code: 'no-time',
    reason: 'Tháng 9 là chính vụ, cơ sở không bố trí được người.',
  })
}

async function openGates(stage: Stage, officerId: string, fairId: string): Promise<void> {
  stage.at('2019-08-29T02:00:00Z')
  const officer = await stage.as(officerId)
  await createGate(officer, fairId, {
    name: 'Cổng chính Hoàng Diệu',
    kinds: ['exhibitor', 'visitor', 'buyer', 'guest', 'press', 'organizer'],
  })
  await createGate(officer, fairId, { name: 'Cổng hàng hóa', kinds: ['exhibitor', 'crew', 'organizer'] })
  for (const [holderName, company] of [
    ['Phóng viên Lê An', 'Báo Công Thương (minh họa)'],
    ['Phóng viên Mai Chi', 'Truyền hình (minh họa)'],
  ] as const) {
    await issueBadge(officer, fairId, {
      kind: 'press',
      holderName,
      company,
      position: 'Phóng viên',
      email: null,
      locale: 'vi',
    })
  }
  for (const [name, company, country, locale] of VISITORS) {
    await registerVisitor({ ...stage.public(), locale, ip: name }, HANOI_2019.slug, {
      name,
      email: `${name
        .toLowerCase()
        .normalize('NFD')
        .replace(/[^a-z]/g, '')}@khach.example`,
      phone: '',
      company,
      country,
      interests: [],
      locale,
      noticeVersion: NOTICE_VERSION,
      hasConsented: true,
      wantsNews: false,
    })
  }
}

function dataAt(index: number) {
  const data = HANOI_ESTABLISHMENTS[index]
  if (!data) throw new Error(`There is no establishment ${index}`)
  return data
}
