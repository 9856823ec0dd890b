import { hashToken } from '@hoicho/server/platform/ids.ts'
import { runCampaigns } from '@hoicho/server/recruitment/campaigns/run-campaigns.ts'
import { describe, expect, it } from 'vitest'
import { textOfPdf } from '../../support/read-pdf.ts'
import { auditOf, mailsTo, openCall } from './call.ts'
import { ANYBODY, campaignInput, draft, noon, places, started } from './campaign.ts'
import { campaignHouse, later } from './campaign-house.ts'

const stage = campaignHouse()
const { path, view, run, smtp } = stage

const sumOf = (counts: Record<string, number>) => Object.values(counts).reduce((sum, one) => sum + one, 0)

describe('a draft', () => {
  it('is kept with its audience as a description, and is replaced whole', async () => {
    const made = await draft(stage.house, stage.call.officer, stage.call.fairId)
    expect(made).toMatchObject({
      state: 'draft',
      audience: ANYBODY,
      total: 0,
      letterNumber: null,
      version: 1,
    })
    expect(await auditOf(stage.house, made.id)).toMatchObject([
      {
        action: 'recruitment.run-campaigns',
        actorId: stage.call.officer.id,
        fairId: stage.call.fairId,
        after: { state: 'draft' },
      },
    ])
    const input = await campaignInput(stage.house, stage.call.fairId, { name: 'Đợt hai' })
    const edited = await stage.call.officer.send('PUT', path(made.id), { ...input, version: 1 })
    expect(edited.body).toMatchObject({ name: 'Đợt hai', version: 2 })
    const stale = await stage.call.officer.send('PUT', path(made.id), { ...input, version: 1 })
    expect([stale.status, stale.body.code]).toEqual([409, 'platform.changed-meanwhile'])
    expect(await mailsTo(stage.house, 'x')).toEqual([])
  })

  it('refuses a merge field nobody knows, at its field', async () => {
    const input = await campaignInput(stage.house, stage.call.fairId)
    const letter = { ...input.letter, body: 'Kính mời {co_so}, {ten_sai}' }
    const answer = await stage.call.officer.send('POST', `/api/fairs/${stage.call.fairId}/campaigns`, {
      ...input,
      letter,
    })
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toMatchObject([{ pointer: '/letter/body' }])
  })

  it('is kept from strangers, and another fair does not know it', async () => {
    const { id } = await draft(stage.house, stage.call.officer, stage.call.fairId)
    const finance = await stage.house.staff(stage.call.organizerId, 'finance')
    const other = await openCall(stage.house)
    const start = (person: typeof finance, fairId: string) =>
      person.send('POST', `/api/fairs/${fairId}/campaigns/${id}/start`, { version: 1 })
    expect((await start(finance, stage.call.fairId)).status).toBe(403)
    expect((await start(other.officer, stage.call.fairId)).status).toBe(404)
    expect((await start(other.officer, other.fairId)).status).toBe(404)
  })
})

describe('a started campaign', () => {
  it('freezes its recipients, numbers its letter once, and sends in batches', async () => {
    await places(stage.house, 5, nth => (nth === 4 ? { email: null } : {}))
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId, {
      batchSize: 2,
      batchMinutes: 10,
    })
    expect(campaign.letterNumber).toMatch(/^01\/TTKC/)
    expect(campaign.counts).toEqual({ queued: 4, 'to-call': 1 })
    await places(stage.house, 3)
    const { server, deliver } = await smtp()
    const at = noon()
    expect(await run(at)).toBe(2)
    expect(await run(at)).toBe(0)
    await deliver(at)
    expect((await view(campaign.id)).counts).toEqual({ queued: 2, sent: 2, 'to-call': 1 })
    expect(await run(later(at, 10))).toBe(2)
    await deliver(later(at, 10))
    const done = await view(campaign.id)
    expect(done).toMatchObject({ state: 'done', counts: { sent: 4, 'to-call': 1 }, total: 5 })
    expect(server.letters).toHaveLength(4)
    expect(server.letters[0]?.raw).toContain('application/pdf')
    const documents = await stage.house.app.db
      .selectFrom('document')
      .select(['number', 'kind'])
      .where('fairId', '=', stage.call.fairId)
      .execute()
    expect(documents).toEqual([{ number: campaign.letterNumber, kind: 'campaign-letter' }])
  })

  it('writes the letter to each in the layout of decree 30, with a link of its own', async () => {
    const [place] = await places(stage.house, 1, () => ({ name: 'Hợp tác xã Gốm <Phù Lãng>' }))
    await started(stage.house, stage.call.officer, stage.call.fairId)
    await run(noon())
    const mail = await stage.house.app.db
      .selectFrom('mail')
      .selectAll()
      .where('isBulk', '=', true)
      .executeTakeFirstOrThrow()
    expect(mail).toMatchObject({ template: 'campaign-letter', isSecret: true, establishmentId: place?.id })
    const token = /\/i\/([\w-]{43})\n/.exec(mail.bodyText)?.[1] ?? ''
    const invitation = await stage.house.app.db
      .selectFrom('fairInvitation')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(invitation).toMatchObject({ tokenHash: hashToken(token), channel: 'campaign', mailId: mail.id })
    expect(mail.unsubscribeUrl).toBe(`${stage.house.app.config.publicUrl}/i/${token}?stop=1`)
    const [paper] = mail.attachments as { fileId: string }[]
    const { bytes } = await stage.house.app.db
      .selectFrom('file')
      .innerJoin('fileBlob', 'fileBlob.sha256', 'file.sha256')
      .select('bytes')
      .where('file.id', '=', paper?.fileId ?? '')
      .executeTakeFirstOrThrow()
    const text = await textOfPdf(bytes)
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    expect(text).toContain('Kính gửi: Hợp tác xã Gốm <Phù Lãng>')
    expect(text).toMatch(/Số: 01\/TTKC/)
    expect(text).toContain('V/v mời tham gia')
    expect(text).toContain('Nơi nhận')
  })

  it('is written by one of two workers, each letter once', async () => {
    await places(stage.house, 30)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId, {
      batchSize: 10,
      batchMinutes: 1,
    })
    const at = noon()
    for (let minute = 0; minute < 4; minute++) {
      await Promise.all([run(later(at, minute)), run(later(at, minute)), run(later(at, minute))])
    }
    expect(await view(campaign.id)).toMatchObject({ state: 'done', total: 30 })
    const mails = await stage.house.app.db
      .selectFrom('mail')
      .select('toAddress')
      .where('isBulk', '=', true)
      .execute()
    expect(mails).toHaveLength(30)
    expect(new Set(mails.map(mail => mail.toAddress)).size).toBe(30)
  })

  it('goes on where it was after a batch that died in the middle', async () => {
    await places(stage.house, 3)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId, {
      batchSize: 2,
      batchMinutes: 1,
    })
    const at = noon()
    const broken = {
      ...stage.house.app,
      secrets: {
        ...stage.house.app.secrets,
        get tokenPepper(): string {
          throw new Error('dead')
        },
      },
    }
    await runCampaigns(broken, () => at)
    expect((await view(campaign.id)).counts).toEqual({ queued: 3 })
    await run(at)
    await run(later(at, 1))
    expect(await view(campaign.id)).toMatchObject({ state: 'done' })
    expect(
      await stage.house.app.db.selectFrom('mail').select('id').where('isBulk', '=', true).execute(),
    ).toHaveLength(3)
  })

  it('skips who was invited or opted out since, and the figures still add up', async () => {
    const [one, two] = await places(stage.house, 4)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId)
    await stage.call.officer.send('POST', `/api/fairs/${stage.call.fairId}/invitations`, {
      establishmentIds: [one?.id],
    })
    await stage.house.app.db
      .insertInto('invitationOptOut')
      .values({ organizerId: stage.call.organizerId, establishmentId: two?.id ?? '', createdAt: noon() })
      .execute()
    await run(noon())
    const seen = await view(campaign.id)
    expect(seen.counts).toEqual({ queued: 2, skipped: 2 })
    expect(sumOf(seen.counts)).toBe(seen.total)
  })

  it('shows a refusal of the mail server beside the invitee', async () => {
    const rows = await places(stage.house, 2)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId)
    const { deliver } = await smtp({
      onRcptTo(address, _session, done) {
        if (address.address !== rows[0]?.email) return done()
        done(Object.assign(new Error('No such user here'), { responseCode: 550 }))
      },
    })
    await run(noon())
    await deliver(noon())
    expect((await view(campaign.id)).counts).toEqual({ sent: 1, refused: 1 })
    const { items } = (await stage.call.officer.send('GET', path(campaign.id, '/invitees'))).body
    const refused = items.find((item: { state: string }) => item.state === 'refused')
    expect(refused).toMatchObject({ establishmentId: rows[0]?.id })
    expect(refused.mailError).toContain('No such user here')
  })

  it('refuses to start twice, for nobody, or for a fair that is over', async () => {
    const { id } = await draft(stage.house, stage.call.officer, stage.call.fairId)
    const nobody = await stage.call.officer.send('POST', path(id, '/start'), { version: 1 })
    expect([nobody.status, nobody.body.code]).toEqual([409, 'recruitment.nobody-to-write-to'])
    await places(stage.house, 1)
    const starts = await Promise.all(
      [1, 2].map(() => stage.call.officer.send('POST', path(id, '/start'), { version: 1 })),
    )
    expect(starts.map(answer => answer.status).toSorted()).toEqual([200, 409])
    const numbers = await stage.house.app.db
      .selectFrom('numberSeries')
      .select('lastNumber')
      .where('series', '=', 'letter')
      .where('organizerId', '=', stage.call.organizerId)
      .execute()
    expect(numbers).toEqual([{ lastNumber: 1 }])
    stage.call = await openCall(stage.house, {
      registrationOpensAt: noon(-5),
      registrationClosesAt: noon(-2),
    })
    const late = await draft(stage.house, stage.call.officer, stage.call.fairId)
    const closed = await stage.call.officer.send('POST', path(late.id, '/start'), { version: 1 })
    expect(closed.body.code).toBe('recruitment.closed')
  })
})

describe('before it starts', () => {
  it('shows the mail and the letter of one real establishment, and sends a trial to oneself', async () => {
    const [place] = await places(stage.house, 1)
    const { id } = await draft(stage.house, stage.call.officer, stage.call.fairId)
    const query = `?establishmentId=${place?.id}`
    const preview = await stage.call.officer.send('GET', path(id, `/preview${query}`))
    expect(preview.body.to).toBe(place?.email)
    expect(preview.body.text).toContain(place?.name)
    const pdf = await stage.call.officer.send('GET', path(id, `/letter.pdf${query}`))
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    const trial = await stage.call.officer.send('POST', path(id, '/trial'), { establishmentId: place?.id })
    expect(trial.body.to).toBe(stage.call.officer.email)
    const [mail] = await mailsTo(stage.house, stage.call.officer.email)
    expect(mail?.subject).toContain('[Gửi thử]')
    expect(mail?.bodyText).not.toContain('/i/')
    expect(await stage.house.app.db.selectFrom('fairInvitation').selectAll().execute()).toEqual([])
    const sheet = await stage.call.officer.send('GET', path(id, '/invitees.xlsx?lang=en'))
    expect(sheet.headers.get('content-type')).toContain('spreadsheet')
  })

  it('its pace can be changed while it runs, from the version seen', async () => {
    await places(stage.house, 2)
    const { id, version } = await started(stage.house, stage.call.officer, stage.call.fairId)
    const pace = { batchSize: 7, batchMinutes: 3, reminderDays: [2, 10, 2], remindersOn: false }
    const answer = await stage.call.officer.send('PUT', path(id, '/pace'), { ...pace, version })
    expect(answer.body).toMatchObject({
      batchSize: 7,
      reminderDays: [10, 2],
      remindersOn: false,
      nextReminder: null,
    })
    expect((await stage.call.officer.send('PUT', path(id, '/pace'), { ...pace, version })).status).toBe(409)
  })
})
