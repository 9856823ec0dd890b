import type { DemoEstablishment } from '@hoicho/db/seed/demonstration/establishments.ts'
import { renderPdf } from '../documents/render-pdf.ts'
import { uploadFile } from '../files/store-file.ts'
import { acceptFairInvitation } from '../recruitment/accept-fair-invitation.ts'
import { addPaper } from '../recruitment/add-paper.ts'
import { inviteEstablishments } from '../recruitment/invite-establishments.ts'
import { openInvitation } from '../recruitment/open-invitation.ts'
import { saveDraft } from '../recruitment/save-draft.ts'
import { startApplication } from '../recruitment/start-application.ts'
import { submitApplication } from '../recruitment/submit-application.ts'
import { fillProfile, type Member, ownerEmail } from './cast.ts'
import type { Stage } from './stage.ts'

/** The officer writes to the establishments; each letter holds a personal link. */
export async function invite(stage: Stage, officerId: string, fairId: string, establishmentIds: string[]) {
  await inviteEstablishments(await stage.as(officerId), fairId, { establishmentIds })
}

/** Somebody opens the letter, makes an account, becomes the owner and fills the profile. */
export async function takeUp(
  stage: Stage,
  establishmentId: string,
  data: DemoEstablishment,
): Promise<Member> {
  const token = await stage.tokenIn(ownerEmail(data))
  await openInvitation(stage.public(), token)
  const personId = await stage.person(data.representative, ownerEmail(data))
  await acceptFairInvitation(await stage.as(personId), token)
  return {
    establishmentId,
    personId,
    data,
    productIds: await fillProfile(stage, personId, establishmentId, data),
  }
}

/** Starts an application and fills it, without handing it in. */
export async function draft(stage: Stage, fairId: string, member: Member, kind: 'home' | 'abroad') {
  const ctx = await stage.as(member.personId)
  const { id, version } = await startApplication(ctx, fairId, member.establishmentId)
  await saveDraft(ctx, id, { version, answers: answersOf(member.data, kind), productIds: member.productIds })
  return id
}

/** A full application with its papers, handed in. */
export async function apply(stage: Stage, fairId: string, member: Member, kind: 'home' | 'abroad') {
  const id = await draft(stage, fairId, member, kind)
  const ctx = await stage.as(member.personId)
  for (const { code, title } of PAPERS.filter(paper => kind === 'abroad' || !paper.isAbroad)) {
    const file = await uploadFile(ctx, `${title}.pdf`, await samplePaper(member.data, title))
    await addPaper(ctx, id, { paperCode: code, fileId: file.id })
  }
  await submitApplication(ctx, id)
  return id
}

const PAPERS = [
  { code: 'businessRegistration', title: 'Giấy chứng nhận đăng ký kinh doanh', isAbroad: false },
  { code: 'balanceSheet', title: 'Bảng cân đối kế toán năm 2018', isAbroad: false },
  { code: 'supportRequest', title: 'Văn bản đề nghị hỗ trợ', isAbroad: false },
  { code: 'englishProfile', title: 'Company profile', isAbroad: true },
]

const samplePaper = (data: DemoEstablishment, title: string) =>
  renderPdf('sample-paper', {
    title,
    establishment: data.name,
    lines: [`Mã số thuế: ${data.taxCode}.`, `Địa chỉ: ${data.address}, ${data.province}.`],
    note: 'Giấy tờ minh họa, không có giá trị pháp lý.',
  })

function answersOf(data: DemoEstablishment, kind: 'home' | 'abroad') {
  const common = {
    fasciaName: data.name.toUpperCase().slice(0, 60),
    fasciaNameEn: data.nameEn.slice(0, 60),
    goods: data.products.map(product => product.vi).join('; '),
    boothCount: data.employees > 120 ? 2 : 1,
    cornerWish: data.employees > 80,
    power: data.sector === 'mechanical' ? 'machine' : 'light',
    noOtherStateMoney: true,
    goodsAsRegistered: true,
  }
  if (kind === 'home') return common
  const exports = data.exportMarkets
    ? `Đã xuất khẩu sang ${data.exportMarkets}.`
    : 'Chưa xuất khẩu trực tiếp.'
  return {
    ...common,
    boothCount: 1,
    exportExperience: exports,
    freight: 'sea',
    delegateCount: 2,
    englishSpeaker: data.exportMarkets !== '',
  }
}
