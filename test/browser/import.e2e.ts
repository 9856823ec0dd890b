import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, enterAs, openBrowser, screenshot, type TestBrowser } from '../support/browser.ts'
import { type House, openHouse, type TestPerson } from '../support/house.ts'
import { type ServerProcess, startProcess } from '../support/process.ts'
import { look } from './pages/look.ts'

let house: House
let server: ServerProcess
let browser: TestBrowser
let officer: TestPerson

beforeAll(async () => {
  house = await openHouse()
  officer = await house.staff(await house.organizer(), 'officer', 'Trần Quốc Bảo')
  server = await startProcess(house)
  browser = await openBrowser({ origin: server.origin })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await house?.close()
})

const names = async () => {
  const rows = await house.app.db.selectFrom('establishment').select('name').orderBy('name').execute()
  return rows.map(row => row.name)
}

/**
 * 1. An officer drops the workbook of an office: guide sheet, title, two rows of headings. It is read right.
 * 2. Then a CSV file with a province that does not exist: she corrects it in the preview.
 * 3. She imports, looks at the result and takes it back.
 */
describe('a list', { timeout: 120_000 }, () => {
  it('is chosen, corrected, imported and taken back', async () => {
    const page = await browser.newPage(DESK)
    await enterAs(page, officer, server.origin)
    await page.goto('/desk/establishments')
    await page.getByRole('link', { name: 'Nhập từ tệp' }).click()
    const office = join(import.meta.dirname, '../fixtures/import/office.xlsx')
    const file = {
      name: 'Danh sách.xlsx',
      mimeType: 'application/octet-stream',
      buffer: readFileSync(office),
    }
    await page.getByLabel('Tệp danh sách').setInputFiles(file)
    await page.getByRole('heading', { level: 1, name: 'Danh sách.xlsx' }).waitFor()
    expect(await page.getByLabel('Trang tính').inputValue()).toBe('Danh sách 2026')
    expect(await page.getByLabel('Nội dung của cột Địa chỉ Xưởng').inputValue()).toBe('productionAddress')
    expect(await look(page, DESK)).toEqual([])
    await page.getByRole('button', { name: 'Bỏ lần nhập này' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Bỏ', exact: true }).click()
    await page.getByText('Lần nhập này đã bỏ.').waitFor()

    await page.getByRole('link', { name: 'Nhập tệp khác' }).click()
    const lines = ['Tên cơ sở;Tỉnh', 'HTX Hoa Sen;Bac Nin', 'HTX Hoa Súng;Hà Nội', 'HTX Hoa Cúc;Bac Nin']
    const csv = { name: 'ds.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
    await page.getByLabel('Tệp danh sách').setInputFiles(csv)
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByText('Sẽ tạo mới 1, cập nhật 0, bỏ qua 2.').waitFor()
    await screenshot(page, 'import/01-preview')
    await page.getByRole('button', { name: 'Sửa Tỉnh, thành phố của dòng 2' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Bắc Ninh' })
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Lưu và kiểm tra lại' }).click()
    await page.getByText('Sẽ tạo mới 3, cập nhật 0, bỏ qua 0.').waitFor()
    await page.getByLabel('Làm gì với dòng 3').selectOption({ label: 'Bỏ qua' })
    expect(await names()).toEqual([])

    await page.getByRole('button', { name: 'Nhập 2 cơ sở' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Nhập 2 cơ sở' }).click()
    await page.getByText('Đã tạo mới 2 và cập nhật 0 cơ sở.').waitFor()
    expect(await look(page, DESK)).toEqual([])
    await screenshot(page, 'import/02-result')
    expect(await names()).toEqual(['HTX Hoa Cúc', 'HTX Hoa Sen'])

    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác' }).click()
    await page.getByText('Đã hoàn tác.').waitFor()
    expect(await names()).toEqual([])
    expect(browser.complaints()).toEqual([])
  })
})
