import { qrSvg } from '@hoicho/server/documents/qr-svg.ts'
import { renderPdf } from '@hoicho/server/documents/render-pdf.ts'
import { spreadsheet } from '@hoicho/server/documents/spreadsheet.ts'
import { queueMail } from '@hoicho/server/mail/queue-mail.ts'
import { expect, it } from 'vitest'
import { house, issue, manager, officer, organizerId, pdf, placed } from '../../support/contracts.ts'
import { textOfPdf } from '../../support/read-pdf.ts'

/** Markup of HTML, Typst and spreadsheets, a query and a broken tag, as a company's name. */
const NAME = `<script>alert(1)</script> #eval("1") *x* $y$ @z '; drop table person; --`

it('a hostile name stands as text in a contract and leaves the database alone', async () => {
  const place = await placed()
  await house.app.db
    .updateTable('establishment')
    .set({ name: NAME, registeredAddress: '#panic("x") [y] // z' })
    .where('id', '=', place.establishmentId)
    .execute()
  const { status, body } = await issue(officer, place)
  expect(status).toBe(201)
  const text = await textOfPdf(await pdf(officer, body.fileId))
  for (const part of ['<script>alert(1)</script>', '#eval("1")', '*x* $y$', '#panic("x")']) {
    expect(text.replaceAll(/[“”]/g, '"')).toContain(part)
  }
  const found = await manager.send(
    'GET',
    `/api/organizers/${organizerId}/establishments?q=${encodeURIComponent(NAME)}`,
  )
  expect(found.status).toBeLessThan(500)
  const people = await house.app.db.selectFrom('person').select('id').limit(1).execute()
  expect(people).toHaveLength(1)
})

it('a hostile name stands as text in the HTML of a mail, and makes no header', async () => {
  const id = await house.app.db.transaction().execute(tx =>
    queueMail(house.app, tx, new Date().toISOString(), {
      template: 'password-changed',
      to: { address: 'an@example.vn', name: `An\r\nBcc: all@example.vn` },
      locale: 'vi',
      params: { name: `${NAME}\r\nBcc: all@example.vn`, link: 'http://localhost:3000/forgot' },
    }),
  )
  const mail = await house.app.db
    .selectFrom('mail')
    .select(['subject', 'bodyHtml'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(mail.bodyHtml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(mail.bodyHtml).not.toContain('<script')
  expect(mail.subject).not.toMatch(/[\r\n]/)
})

it('a badge prints a hostile name as it stands', async () => {
  const badge = {
    kind: 'exhibitor',
    kindLabel: 'A',
    name: '#eval("1")',
    company: '<b>*x*</b>',
    position: '',
    number: '1',
    fair: '$x$',
    dates: '',
    place: '',
    qr: qrSvg('</svg><script>alert(1)</script>'),
  }
  const text = await textOfPdf(await renderPdf('badge', { layout: 'single', badges: [badge] }))
  expect(text.replaceAll(/[“”]/g, '"')).toContain('#eval("1")')
  expect(text).toContain('<b>*x*</b>')
})

it('a QR code of markup holds none', () => {
  const svg = qrSvg('</svg><script>alert(1)</script>')
  expect(svg).toMatch(/^<svg [^<>]*><path d="[Mhvz\d -]+" fill="#000"\/><\/svg>$/)
})

it('a workbook holds no formula, whatever the texts', async () => {
  const rows = [
    ['=1+1', NAME],
    ['@SUM(A1)', '+1'],
  ]
  const bytes = await spreadsheet([{ name: '=1+1', header: ['=cmd|calc', 'x'], rows }])
  const { readSheet } = await import('read-excel-file/node')
  const cells = (await readSheet(Buffer.from(bytes))).flat()
  expect(cells).toEqual(expect.arrayContaining(['=1+1', '=cmd|calc', '@SUM(A1)', NAME]))
})
