import type { Page } from 'playwright-core'
import { screenshot } from '../../support/browser.ts'

export const ESTABLISHMENT = {
  name: 'Hợp tác xã Gốm sứ Đông Triều',
  taxCode: '9900000425',
  address: '15 đường Nguyễn Bình, phường Mạo Khê',
  representative: 'Đặng Thị Ước',
  email: 'gomdongtrieu@coso.example',
}

/** An officer puts the establishment into the directory: nobody has an account for it yet. */
export async function addEstablishment(page: Page): Promise<void> {
  await page.goto('/desk/establishments/new')
  await page.getByRole('textbox', { name: 'Tên cơ sở' }).fill(ESTABLISHMENT.name)
  await page.getByLabel('Mã số thuế').fill(ESTABLISHMENT.taxCode)
  await page.getByLabel('Ngành').selectOption({ label: 'Thủ công mỹ nghệ' })
  await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Quảng Ninh' })
  await page.getByLabel('Địa chỉ đăng ký').fill(ESTABLISHMENT.address)
  await page.getByLabel('Người đại diện').fill(ESTABLISHMENT.representative)
  await page.getByLabel('Số điện thoại').fill('0912 345 678')
  await page.getByLabel('Thư điện tử').fill(ESTABLISHMENT.email)
  await page.getByText('Hợp lệ', { exact: true }).waitFor()
  await screenshot(page, 'road/04-establishment-new')
  await page.getByRole('button', { name: 'Thêm vào danh bạ' }).click()
  await page.getByRole('heading', { level: 1, name: ESTABLISHMENT.name }).waitFor()
}

/** The officer chooses it in the directory and sends the letter with its personal link. */
export async function invite(page: Page, fairId: string): Promise<void> {
  await page.goto(`/desk/fairs/${fairId}/recruitment`)
  await page.getByRole('tab', { name: 'Mời cơ sở' }).click()
  // Without its diacritics, as it is typed in a hurry.
  await page.getByRole('searchbox', { name: 'Tên, mã số thuế' }).fill('gom su dong trieu')
  await page.getByRole('checkbox', { name: ESTABLISHMENT.name }).check()
  await screenshot(page, 'road/05-invite')
  await page.getByRole('button', { name: 'Gửi thư mời cho 1 cơ sở' }).click()
  await page.getByText('Đã mời 1;').waitFor()
}
