import { createHash } from 'node:crypto'
import { issueDocument } from '@hoicho/server/documents/issue-document.ts'
import { nextNumber } from '@hoicho/server/documents/next-number.ts'
import { qrSvg } from '@hoicho/server/documents/qr-svg.ts'
import { renderPdf } from '@hoicho/server/documents/render-pdf.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'

let house: House
let organizerId: string

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
})
afterAll(() => house.close())

describe('nextNumber', () => {
  const take = (series: string, year: number) =>
    house.app.db.transaction().execute(tx => nextNumber(tx, organizerId, series, year))

  it('counts each series and year from 1', async () => {
    expect(await take('QĐ', 2025)).toBe(1)
    expect(await take('QĐ', 2025)).toBe(2)
    expect(await take('QĐ', 2026)).toBe(1)
    expect(await take('HĐ', 2025)).toBe(1)
  })

  it('gives no number twice to 40 at once', async () => {
    const numbers = await Promise.all(Array.from({ length: 40 }, () => take('TB', 2026)))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  })

  it('gives a number again when its transaction failed', async () => {
    const failing = house.app.db.transaction().execute(async tx => {
      await nextNumber(tx, organizerId, 'GM', 2026)
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(await take('GM', 2026)).toBe(1)
  })
})

describe('renderPdf', () => {
  it('says which template failed and why', async () => {
    await expect(renderPdf('contract', {})).rejects.toThrow(/contract does not compile.*title/)
    await expect(renderPdf('../contract', {})).rejects.toThrow('Not a template')
  })
})

describe('issueDocument', () => {
  it('freezes the bytes with their hash, the data and the day of its rules', async () => {
    const ctx = systemContext(house.app, () => '2019-05-02T03:00:00.000Z')
    const data = { ...paper, made: 'Gửi “Nguyễn”: #đậm * _ $ \\ <x>' }
    const issued = await house.app.db.transaction().execute(tx =>
      issueDocument(tx, ctx, {
        kind: 'notice',
        organizerId,
        fairId: null,
        number: '01/TB-TTKC',
        ruleSetOn: '2019-05-01',
        template: 'contract',
        data,
        fileName: 'a.pdf',
        scope: { organizerId },
      }),
    )
    const row = await house.app.db
      .selectFrom('document')
      .innerJoin('file', 'file.id', 'document.fileId')
      .innerJoin('fileBlob', 'fileBlob.sha256', 'file.sha256')
      .select([
        'document.sha256',
        'document.data',
        'document.ruleSetOn',
        'document.issuedAt',
        'fileBlob.bytes',
      ])
      .where('document.id', '=', issued.id)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ data, ruleSetOn: '2019-05-01', issuedAt: '2019-05-02T03:00:00.000Z' })
    expect(createHash('sha256').update(row.bytes).digest('hex')).toBe(issued.sha256)
    expect(row.sha256).toBe(issued.sha256)
  })
})

describe('qrSvg', () => {
  it('draws a square with a quiet zone and nothing that runs', () => {
    const svg = qrSvg('HC1:ABC')
    expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 29 29"[^>]*><path d="M4 4h7v1h-7z/)
    expect(() => qrSvg('x'.repeat(3000))).toThrow()
  })
})

const paper = {
  title: 'Thử',
  head: { parent: '', agency: 'Trung tâm', numberLine: 'Số: 01', placeDate: 'Hà Nội' },
  kind: 'HỢP ĐỒNG',
  subject: '',
  bases: [],
  parties: [],
  agree: '',
  booths: { head: [], rows: [] },
  price: { head: [], rows: [], total: [] },
  articles: [],
  signers: [],
  signatures: null,
}
