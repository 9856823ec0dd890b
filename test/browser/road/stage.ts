import { randomBytes } from 'node:crypto'
import type { OrganizerRole } from '@hoicho/shared/identity/permissions.ts'
import type { Page } from 'playwright-core'
import { DESK, openBrowser, signIn, type TestBrowser } from '../../support/browser.ts'
import { type House, openHouse, PASSWORD } from '../../support/house.ts'
import { type Mailbox, openMailbox } from '../../support/mailbox.ts'
import { freePort, type ServerProcess, startProcess } from '../../support/process.ts'

/** A real server with a real mail server, and a browser; what the walk has learnt on its way. */
export type Stage = {
  house: House
  mailbox: Mailbox
  server: ServerProcess
  browser: TestBrowser
  organizerId: string
  /** Each person of the organizer at a desk of their own, signed in through the page. */
  desk(role: OrganizerRole, nth?: number): Promise<Page>
  close(): Promise<void>
}

const NAMES: Record<OrganizerRole, string[]> = {
  manager: ['Nguyễn Thị Hồng Hạnh'],
  officer: ['Trần Quốc Bảo'],
  finance: ['Phạm Minh Đức'],
  reviewer: ['Vũ Đình Khôi', 'Đặng Thị Ngọc'],
  gate: ['Bùi Thị Cổng'],
}

export async function openStage(given?: House): Promise<Stage> {
  const house = given ?? (await openHouse())
  const mailbox = await openMailbox()
  const port = String(await freePort())
  const PUBLIC_URL = `http://127.0.0.1:${port}`
  const server = await startProcess(house, { PORT: port, PUBLIC_URL, SMTP_URL: mailbox.url })
  const browser = await openBrowser({ origin: server.origin })
  const organizerId = await house.organizer({
    slug: `ttkc-${randomBytes(3).toString('hex')}`,
    nameVi: 'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp',
    representativeName: 'Nguyễn Thị Hồng Hạnh',
    bankBin: '970436',
    bankAccount: '1234567890',
    bankHolder: 'TRUNG TAM KHUYEN CONG',
  })
  const openDesk = async (role: OrganizerRole, nth: number) => {
    const person = await house.staff(organizerId, role, NAMES[role][nth - 1])
    const page = await browser.newPage(DESK)
    await signIn(page, person.email, PASSWORD)
    return page
  }
  const desks = new Map<string, Promise<Page>>()
  const desk: Stage['desk'] = (role, nth = 1) => {
    const key = `${role}${nth}`
    const open = desks.get(key) ?? openDesk(role, nth)
    desks.set(key, open)
    return open
  }
  return {
    house,
    mailbox,
    server,
    browser,
    organizerId,
    desk,
    close: async () => {
      await browser.close()
      await server.stop()
      await mailbox.close()
      await house.close()
    },
  }
}
