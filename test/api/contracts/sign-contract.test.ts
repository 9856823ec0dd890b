import { describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import {
  auditOf,
  house,
  type Issued,
  issued,
  mailsOf,
  manager,
  officer,
  otherManager,
  pdf,
  signature,
} from '../../support/contracts.ts'
import type { TestPerson } from '../../support/house.ts'
import { textOfPdf } from '../../support/read-pdf.ts'

describe('sign', () => {
  const forEstablishment = (person: Pick<TestPerson, 'send'>, held: Issued, changes = {}) =>
    person.send('POST', `${held.path}/sign-for-establishment`, { ...signature(held), ...changes })
  const forOrganizer = (person: Pick<TestPerson, 'send'>, held: Issued, changes = {}) =>
    person.send('POST', `${held.path}/sign-for-organizer`, {
      ...signature(held),
      signerName: 'Trần Thị Bình',
      signerPosition: 'Giám đốc',
      ...changes,
    })

  it('first the establishment, then the centre; the signed paper goes to both', async () => {
    const held = await issued(1)
    const early = await forOrganizer(manager, held)
    expect([early.status, early.body.code]).toEqual([409, 'platform.wrong-state'])
    expect((await forEstablishment(held.owner, held)).body.state).toBe('signed-by-establishment')
    const { status, body } = await forOrganizer(manager, held)
    expect([status, body.state]).toEqual([200, 'signed'])
    expect(body.signatures.map((one: { side: string }) => one.side)).toEqual(['establishment', 'organizer'])
    const text = await textOfPdf(await pdf(held.owner, body.signedFileId))
    for (const words of ['TRANG CHỮ KÝ', 'Nguyễn Thị Hường', 'Trần Thị Bình', held.contract.sha256]) {
      expect(text).toContain(words)
    }
    const mails = await mailsOf(held.fairId)
    expect(mails.map(mail => [mail.template, mail.toAddress])).toEqual([
      ['contract-issued', held.owner.email],
      ['contract-to-countersign', 'vanthu@example.vn'],
      ['contract-signed', held.owner.email],
      ['contract-signed-desk', 'vanthu@example.vn'],
    ])
    expect(mails[2]?.attachments).toMatchObject([{ fileId: body.signedFileId }])
    expect((await auditOf(held.contract.id)).map(entry => [entry.action, entry.actorId])).toEqual([
      ['contracts.issue', officer.id],
      ['contracts.sign-for-establishment', held.owner.id],
      ['contracts.sign-for-organizer', manager.id],
    ])
  })

  it('stands under the text the signer saw, and needs a yes', async () => {
    const held = await issued(1)
    const other = await forEstablishment(held.owner, held, { sha256: 'a'.repeat(64) })
    expect([other.status, other.body.code]).toEqual([409, 'contracts.text-changed'])
    const unsure = await forEstablishment(held.owner, held, { isConfirmed: false })
    expect(unsure.status).toBe(422)
  })

  it('counts once when two sign at once', async () => {
    const held = await issued(1)
    const own = await Promise.all([1, 2].map(() => forEstablishment(held.owner, held)))
    expect(own.map(answer => answer.status).sort()).toEqual([200, 409])
    const centre = await Promise.all([1, 2].map(() => forOrganizer(manager, held)))
    expect(centre.map(answer => answer.status).sort()).toEqual([200, 409])
    const signatures = await house.app.db
      .selectFrom('contractSignature')
      .select('side')
      .where('contractId', '=', held.contract.id)
      .execute()
    expect(signatures).toHaveLength(2)
  })

  it('is for the owner and the manager only', async () => {
    const held = await issued(1)
    const stranger = (await establishment(house)).owner
    const own = await Promise.all(
      [house.visitor, stranger, manager].map(person => forEstablishment(person, held)),
    )
    expect(own.map(answer => answer.status)).toEqual([401, 404, 403])
    await forEstablishment(held.owner, held)
    const centre = await Promise.all(
      [house.visitor, otherManager, officer, held.owner].map(person => forOrganizer(person, held)),
    )
    expect(centre.map(answer => answer.status)).toEqual([401, 404, 403, 403])
  })
})
