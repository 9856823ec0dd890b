import type { Page } from 'playwright-core'
import { screenshot } from '../../support/browser.ts'

export const FAIR = {
  name: 'Hội chợ hàng công nghiệp nông thôn tiêu biểu Đông Bắc',
  slug: 'hoi-cho-dong-bac',
  venue: 'Cung Văn hoá Thể thao Thanh niên',
  city: 'Hạ Long',
}

/** A day in Việt Nam, `YYYY-MM-DD`, so many days from today. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)

/**
 * An officer writes down the fair and gives its proposed form in force. It is on right now and still takes applications,
 * so that the whole road can be walked on one day. Returns its id.
 */
export async function createFair(page: Page): Promise<string> {
  await page.goto('/desk/fairs/new')
  await page.getByRole('textbox', { name: 'Tên hội chợ (tiếng Việt)' }).fill(FAIR.name)
  await page.getByRole('textbox', { name: 'Tên hội chợ (tiếng Anh)' }).fill('North-East rural industry fair')
  await page.getByLabel('Địa chỉ trang công khai').fill(FAIR.slug)
  await page.getByLabel('Ngày khai mạc').fill(dayFromNow(-1))
  await page.getByLabel('Ngày bế mạc').fill(dayFromNow(4))
  await page.getByLabel('Giờ mở cửa hằng ngày').fill('00:00')
  await page.getByLabel('Giờ đóng cửa hằng ngày').fill('23:59')
  await page.getByLabel('Bắt đầu nhận hồ sơ').fill(`${dayFromNow(-20)}T00:00`)
  await page.getByLabel('Hết hạn nhận hồ sơ').fill(`${dayFromNow(2)}T17:00`)
  await page.getByLabel('Tên địa điểm').fill(FAIR.venue)
  await page.getByLabel('Thành phố, tỉnh').fill(FAIR.city)
  const sectors = page.getByRole('group', { name: 'Ngành hàng được tham gia' })
  await sectors.getByLabel('Thủ công mỹ nghệ').check()
  await page.getByRole('textbox', { name: 'Số đơn vị được nhận' }).fill('20')
  await page.getByRole('textbox', { name: 'Điểm đạt' }).fill('70')
  await screenshot(page, 'road/01-fair-new')
  await page.getByRole('button', { name: 'Lập hội chợ' }).click()
  await page.waitForURL(/\/desk\/fairs\/[^/]+\/setup/)
  await page.getByRole('button', { name: 'Công bố mẫu hồ sơ' }).click()
  await screenshot(page, 'road/02-form')
  return /fairs\/([^/]+)/.exec(page.url())?.[1] ?? ''
}

/** The manager looks at what is there and shows it to everybody. */
export async function publishFair(page: Page, fairId: string): Promise<void> {
  await page.goto(`/desk/fairs/${fairId}/setup?tab=publish`)
  await page.getByRole('button', { name: 'Công bố hội chợ' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố hội chợ' }).click()
  await page.getByText('Trang công khai đang mở').waitFor()
  await screenshot(page, 'road/03-published')
}
