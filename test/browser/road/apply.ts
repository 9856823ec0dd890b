import type { Page } from 'playwright-core'
import { PHONE, screenshot, type TestBrowser } from '../../support/browser.ts'
import { ESTABLISHMENT } from './recruit.ts'

export const PASSWORD = 'men gốm xanh lá cây 27'
export const FASCIA = 'GỐM SỨ ĐÔNG TRIỀU'
export const PRODUCT = 'Bình gốm men ngọc khắc hoa sen'

/** The establishment opens its letter on a cheap phone, makes an account and begins. Then it closes the tab. */
export async function begin(browser: TestBrowser, link: string): Promise<Page> {
  const page = await browser.newPage(PHONE)
  await page.goto(link)
  await page.getByRole('heading', { level: 1, name: 'Thư mời tham gia hội chợ' }).waitFor()
  await screenshot(page, 'road/06-letter-opened')
  await page.getByRole('link', { name: 'Tạo tài khoản để tiếp tục' }).click()
  await page.getByLabel('Họ và tên').fill(ESTABLISHMENT.representative)
  await page.getByLabel('Thư điện tử').fill(ESTABLISHMENT.email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Tạo tài khoản' }).click()
  // The bar at the top knows the person at once.
  await page.getByRole('button', { name: ESTABLISHMENT.representative }).waitFor()
  await page.getByRole('button', { name: 'Nộp hồ sơ tham gia' }).click()
  await page.getByRole('link', { name: 'Tên hiển thị và sản phẩm trưng bày' }).click()
  await page.getByLabel('Tên trên biển gian hàng (tiếng Việt)').fill(FASCIA)
  await page.getByLabel('Sản phẩm sẽ trưng bày').fill('Bình, ấm chén, tượng gốm men ngọc')
  await page.getByText('Đã lưu lúc').waitFor()
  await screenshot(page, 'road/07-first-visit')
  const again = await page.context().newPage()
  await page.close()
  return again
}

/**
 * On the second visit what was typed is there. The rest is filled in, a product described, the papers added, all of it
 * checked and sent. Returns the number on the receipt.
 */
export async function finish(page: Page, paper: Buffer): Promise<string> {
  await page.goto('/e')
  await page.getByRole('link', { name: 'Điền tiếp' }).click()
  await page.getByRole('link', { name: 'Tên hiển thị và sản phẩm trưng bày' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tên hiển thị' }).waitFor()
  const kept = await page.getByLabel('Tên trên biển gian hàng (tiếng Việt)').inputValue()
  if (kept !== FASCIA) throw new Error(`The draft holds "${kept}"`)
  await onward(page)
  await page.getByLabel('Số gian hàng đăng ký').fill('1')
  await page
    .getByRole('group', { name: /gian góc/ })
    .getByLabel('Có', { exact: true })
    .check()
  await page.getByLabel('Thêm đèn chiếu sáng').check()
  await onward(page)
  await addProduct(page)
  await addPapers(page, paper)
  await page.getByLabel(/Chúng tôi cam kết không nhận kinh phí khác/).check()
  await page.getByLabel(/Chúng tôi cam kết trưng bày đúng sản phẩm/).check()
  await screenshot(page, 'road/10-declarations')
  await onward(page)
  await screenshot(page, 'road/11-check')
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
  const receipt = await page.getByText(/Đã nhận hồ sơ số/).innerText()
  await screenshot(page, 'road/12-receipt')
  return /số (\S+)/.exec(receipt)?.[1] ?? ''
}

async function addProduct(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm sản phẩm' }).click()
  await page.getByLabel('Tên sản phẩm').fill(PRODUCT)
  await page.getByLabel('Mô tả ngắn').fill('Đất sét Đông Triều, nung 1.250 °C, khắc tay.')
  await page.getByRole('button', { name: 'Thêm', exact: true }).click()
  await page.getByRole('checkbox', { name: PRODUCT }).waitFor()
  await screenshot(page, 'road/08-products')
  await onward(page)
}

/** Every paper the form demands, as a scan in PDF. */
async function addPapers(page: Page, buffer: Buffer): Promise<void> {
  const demanded = ['Giấy chứng nhận đăng ký doanh nghiệp', 'Bảng cân đối kế toán', 'Văn bản đề nghị hỗ trợ']
  for (const [n, paper] of demanded.entries()) {
    const name = `Giấy tờ số ${n + 1}.pdf`
    await page
      .getByLabel(`Thêm tệp cho: ${paper}`)
      .setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await page.getByRole('link', { name }).waitFor()
  }
  await screenshot(page, 'road/09-papers')
  await onward(page)
}

const onward = (page: Page) => page.getByRole('button', { name: 'Lưu và tiếp tục' }).click()
