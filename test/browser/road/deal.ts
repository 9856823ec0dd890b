import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { screenshot } from '../../support/browser.ts'

export const PARTNER = 'Công ty TNHH Nội thất Hạ Long'

/** At the booth somebody logs a contract just signed. */
export async function logDeal(page: Page): Promise<void> {
  await page.goto('/e')
  await page
    .getByRole('link', { name: /giao dịch/i })
    .first()
    .click()
  await page.getByRole('button', { name: 'Ghi giao dịch' }).click()
  await page.getByRole('radio', { name: 'Hợp đồng đã ký' }).check()
  await page.getByLabel('Đối tác', { exact: true }).fill(PARTNER)
  await page.getByLabel('Giá trị').fill('185000000')
  await screenshot(page, 'road/31-deal-form')
  await page.getByRole('button', { name: 'Lưu giao dịch' }).click()
  await page.getByText(`Đã ghi giao dịch với ${PARTNER}`).waitFor()
}

/** The officer looks at it and confirms. */
export async function verifyDeal(page: Page, fairId: string): Promise<void> {
  await page.goto(`/desk/fairs/${fairId}/deals`)
  await page.getByRole('button', { name: PARTNER }).click()
  await screenshot(page, 'road/32-deal')
  await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await page.getByText(`Đã xác nhận giao dịch với ${PARTNER}`).waitFor()
}

/** The report on screen: each step of the road with its figure. */
export async function readReport(page: Page, fairId: string): Promise<[string, number][]> {
  await page.goto(`/desk/fairs/${fairId}/reports`)
  const steps = page.getByRole('figure').getByRole('listitem')
  await steps.first().waitFor()
  await screenshot(page, 'road/33-report')
  const lines = await steps.allInnerTexts()
  return lines.map(line => {
    const [word = '', figure = ''] = line.split('\n').filter(part => part.trim() !== '')
    return [word, Number(figure)]
  })
}

/** The workbook, downloaded and read: its sheets by name, rows of cells. */
export async function downloadReport(page: Page) {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Xuất Excel' }).click()
  return await readXlsxFile(await readFile(await (await download).path()))
}
