import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readQr } from '../../support/camera.ts'
import { type House, openHouse } from '../../support/house.ts'
import { textOfPdf } from '../../support/read-pdf.ts'
import { openCall } from './call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>
beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

const ask = (fairId: string, query = '', person = call.officer) =>
  person.send('GET', `/api/fairs/${fairId}/public-call.pdf${query}`)

async function bytesOf(fairId: string, query = '') {
  const { status, response } = await ask(fairId, query)
  expect(status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return new Uint8Array(await response.arrayBuffer())
}

/** How many pages, how large (points), and what the code on the first says. */
async function seen(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'poster-'))
  try {
    const pdf = join(folder, 'a.pdf')
    writeFileSync(pdf, bytes)
    const info = execFileSync('pdfinfo', [pdf]).toString()
    execFileSync('pdftoppm', ['-r', '80', '-png', '-singlefile', pdf, join(folder, 'a')])
    return {
      pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
      width: Math.round(Number(/Page size:\s+([\d.]+)/.exec(info)?.[1])),
      code: await readQr(readFileSync(join(folder, 'a.png'))),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const address = (slug: string) => `${house.app.config.publicUrl}/f/${slug}/apply`

describe('GET /fairs/{fairId}/public-call.pdf', () => {
  it('is one page of the paper asked for, and its code leads to where one applies', async () => {
    for (const [paper, width] of [
      ['a4', 595],
      ['a3', 842],
    ] as const) {
      const bytes = await bytesOf(call.fairId, `?paper=${paper}`)
      expect(await seen(bytes)).toEqual({ pages: 1, width, code: address(call.slug) })
    }
  })

  it('says what, when, where, who, until when and whom to ask, in both languages', async () => {
    const fair = await house.app.db
      .selectFrom('fair')
      .innerJoin('organizer', 'organizer.id', 'fair.organizerId')
      .select(['fair.nameVi', 'fair.nameEn', 'venueName', 'organizer.phone', 'organizer.email'])
      .where('fair.id', '=', call.fairId)
      .executeTakeFirstOrThrow()
    const vi = await textOfPdf(await bytesOf(call.fairId))
    const en = await textOfPdf(await bytesOf(call.fairId, '?lang=en'))
    for (const part of [
      fair.nameVi,
      fair.venueName,
      fair.phone,
      fair.email,
      'Hạn nộp hồ sơ',
      'hộ kinh doanh',
    ]) {
      expect(vi).toContain(part)
    }
    for (const part of [fair.nameEn || fair.nameVi, fair.phone, 'Apply by', 'household businesses']) {
      expect(en).toContain(part)
    }
  })

  it('stays on one page with the longest names a form lets in, and takes markup for what it is', async () => {
    const codes = await house.app.db.selectFrom('sector').select('code').execute()
    const long = await openCall(house, {
      nameVi: 'Hội chợ triển lãm sản phẩm công nghiệp nông thôn tiêu biểu '.repeat(4).slice(0, 200),
      themeVi: '#pagebreak() *Kết nối* $x$ giao thương vùng miền '.repeat(7).slice(0, 300),
      venueName: 'Trung tâm hội chợ triển lãm quốc gia '.repeat(6).slice(0, 200),
      venueAddress: 'Đường Trường Sa, xã Đông Anh '.repeat(11).slice(0, 300),
      sectorCodes: codes.map(sector => sector.code).slice(0, 30),
    })
    const officer = long.officer
    const { response } = await ask(long.fairId, '', officer)
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect(await seen(bytes)).toEqual({ pages: 1, width: 595, code: address(long.slug) })
    expect(await textOfPdf(bytes)).toContain('#pagebreak() *Kết nối* $x$')
  })

  it('is not printed for a call nobody can answer', async () => {
    const { db } = house.app
    const late = await openCall(house)
    const past = { registrationOpensAt: '2019-01-01T00:00:00Z', registrationClosesAt: '2019-02-01T00:00:00Z' }
    await db.updateTable('fair').set(past).where('id', '=', late.fairId).execute()
    expect((await ask(late.fairId, '', late.officer)).body.code).toBe('recruitment.closed')
    await db.updateTable('fair').set({ state: 'draft' }).where('id', '=', late.fairId).execute()
    expect((await ask(late.fairId, '', late.officer)).body.code).toBe('recruitment.fair-not-published')
  })

  it("is not there for another organizer's officer, nor for other papers", async () => {
    const stranger = await house.staff(await house.organizer(), 'officer')
    expect((await ask(call.fairId, '', stranger)).status).toBe(404)
    expect((await ask(call.fairId, '?paper=a5')).status).toBe(422)
  })
})
