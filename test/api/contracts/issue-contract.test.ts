import { describe, expect, it } from 'vitest'
import {
  auditOf,
  finance,
  house,
  issue,
  issued,
  mailsOf,
  officer,
  organizerId,
  otherManager,
  pdf,
  placed,
  terms,
} from '../../support/contracts.ts'
import { textOfPdf } from '../../support/read-pdf.ts'

describe('issue', () => {
  it('freezes number, parties, lines and paper, confirms the booths, tells the owner', async () => {
    const place = await placed(2)
    const { status, body } = await issue(officer, place)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'issued',
      number: expect.stringMatching(/^\d{2}\/HĐ-TTKC$/),
      boothNumbers: ['A01', 'A02'],
      totalMinor: 20_000_000,
      supportMinor: 16_000_000,
      ownMinor: 4_000_000,
      balanceMinor: 4_000_000,
    })
    const { applicationId, fairId, establishmentId, owner } = place
    expect(await auditOf(body.id)).toEqual([
      {
        action: 'contracts.issue',
        actorId: officer.id,
        fairId,
        organizerId,
        establishmentId,
        entity: 'contract',
      },
    ])
    const mails = await mailsOf(fairId)
    expect(mails.map(mail => [mail.template, mail.toAddress])).toEqual([['contract-issued', owner.email]])
    expect(mails[0]?.bodyText).toContain(`/e/contracts/${body.id}`)
    const states = await house.app.db
      .selectFrom('boothAssignment')
      .select('state')
      .where('applicationId', '=', applicationId)
      .execute()
    expect(states.map(row => row.state)).toEqual(['confirmed', 'confirmed'])
  })

  it('prints what the law asks for, letter for letter', async () => {
    const place = await issued(2, { note: 'Bàn giao ngày 14/12 – “đúng giờ” #1' })
    const bytes = await pdf(officer, place.contract.fileId)
    const text = await textOfPdf(bytes)
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Số: ${place.contract.number}`,
      place.name.toLocaleUpperCase('vi'),
      'Nguyễn Thị Hường',
      'Số lượng: 2 gian hàng',
      'A01',
      'Tổng giá trị hợp đồng: 20.000.000 đồng (bằng chữ: Hai mươi triệu đồng).',
      'Kinh phí khuyến công hỗ trợ: 16.000.000 đồng (bằng chữ: Mười sáu triệu đồng).',
      'Bên B nộp: 4.000.000 đồng (bằng chữ: Bốn triệu đồng).',
      'Thỏa thuận khác: Bàn giao ngày 14/12 – “đúng giờ” #1',
      `Hồ sơ tham gia số ${place.number}`,
    ]) {
      expect(text).toContain(words)
    }
    const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
    expect(Buffer.from(hash).toString('hex')).toBe(place.contract.sha256)
  })

  it('shows beforehand what it will say, and writes nothing', async () => {
    const place = await placed(1)
    const path = `/api/applications/${place.applicationId}/contract-draft`
    const usual = await officer.send('GET', path)
    expect(usual.body.proposal).toMatchObject({ scheme: 'organise-home-fair', vatPercent: 10 })
    expect(usual.body).toMatchObject({ totalMinor: 11_000_000, supportMinor: 11_000_000, ownMinor: 0 })
    const changed = await officer.send('POST', path, {
      ...terms,
      overrides: [{ lineKey: 'booth:A01', percent: 30, reason: 'Ngân sách tỉnh' }],
      extras: [{ costItem: 'design', description: 'Trang trí', amountMinor: 1_000_000 }],
    })
    expect(changed.body).toMatchObject({ supportMinor: 3_000_000, ownMinor: 8_000_000 })
    const stray = await officer.send('POST', path, {
      ...terms,
      overrides: [{ lineKey: 'booth:Z9', percent: 30, reason: 'x' }],
    })
    expect([stray.status, stray.body.errors[0].pointer]).toEqual([422, '/overrides/0/lineKey'])
    const list = await officer.send('GET', `/api/fairs/${place.fairId}/contracts`)
    expect(list.body.items).toEqual([])
    expect(list.body.ready).toMatchObject([{ applicationId: place.applicationId, boothNumbers: ['A01'] }])
  })

  it('needs a selected application, a booth and someone who signs', async () => {
    const without = await placed(0)
    const unselected = await placed(1)
    const set = (state: 'withdrawn') =>
      house.app.db
        .updateTable('application')
        .set({ state })
        .where('id', '=', unselected.applicationId)
        .execute()
    await set('withdrawn')
    const nobody = await placed(1)
    await house.app.db
      .updateTable('establishment')
      .set({ representativeName: null })
      .where('id', '=', nobody.establishmentId)
      .execute()
    const answers = await Promise.all([without, unselected, nobody].map(place => issue(officer, place)))
    expect(answers.map(answer => [answer.status, answer.body.code])).toEqual([
      [409, 'contracts.no-booth'],
      [409, 'contracts.not-selected'],
      [409, 'contracts.representative-missing'],
    ])
    const named = await issue(officer, nobody, { representativeName: 'Lê Văn Đức' })
    expect(named.body.parties.establishment.representativeName).toBe('Lê Văn Đức')
  })

  it('is once for two who try at once', async () => {
    const place = await placed(1)
    const answers = await Promise.all([issue(officer, place), issue(finance, place)])
    expect(answers.map(answer => answer.body.code ?? 'won').sort()).toEqual([
      'contracts.already-issued',
      'won',
    ])
  })

  it('holds the booths: no release, no further booth, no edit', async () => {
    const place = await issued(1)
    const [booth] = place.booths
    const base = `/api/fairs/${place.fairId}/plan/booths/${booth?.id}`
    const answers = await Promise.all([
      officer.send('POST', `${base}/release`, { reason: 'x' }),
      officer.send('DELETE', base),
    ])
    expect(answers.map(answer => answer.body.code)).toEqual(['booths.in-contract', 'booths.still-assigned'])
  })

  it('knows who may', async () => {
    const place = await placed(1)
    const reviewer = await house.staff(organizerId, 'reviewer')
    const people = [house.visitor, otherManager, reviewer, place.owner]
    const answers = await Promise.all(people.map(person => issue(person, place)))
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403, 403])
  })
})
