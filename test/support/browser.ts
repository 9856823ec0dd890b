import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'

const ARTIFACTS = fileURLToPath(new URL('../../artifacts', import.meta.url))

/** The narrowest phone and the desk every page is looked at on, in CSS pixels. */
export const PHONE = 360
export const DESK = 1440

export type PageOptions = {
  locale?: 'vi-VN' | 'en-GB' | 'de-DE'
  colorScheme?: 'light' | 'dark'
  /** What a sign-in left behind: `context.storageState()`. */
  storageState?: Exclude<BrowserContextOptions['storageState'], undefined>
  camera?: boolean
}

/** A Chromium of a test. Every page of it is watched: `complaints` must be empty when the test ends. */
export type TestBrowser = {
  browser: Browser
  /** A page in a context of its own, as another person at another device. */
  newPage(width: number, options?: PageOptions): Promise<Page>
  /**
   * What went wrong on any page since it was last asked: script errors, console errors, breaches of the policy, answers
   * of 500 and above, requests to strangers.
   */
  complaints(): string[]
  close(): Promise<void>
}

export type BrowserOptions = {
  /** The server's address; pages may talk to nobody else. */
  origin: string
  /** A file of JPEG frames that the camera shows over and over. */
  cameraFile?: string
}

export async function openBrowser({ origin, cameraFile }: BrowserOptions): Promise<TestBrowser> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--lang=vi',
      ...(cameraFile
        ? [
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
            `--use-file-for-fake-video-capture=${cameraFile}`,
          ]
        : []),
    ],
  })
  const complaints: string[] = []
  return {
    browser,
    newPage: async (width, options = {}) => {
      const context = await browser.newContext(contextOptions(origin, width, options))
      context.setDefaultTimeout(10_000)
      watch(context, origin, text => complaints.push(text))
      const page = await context.newPage()
      countRequests(page)
      return page
    },
    complaints: () => complaints.splice(0),
    close: () => browser.close(),
  }
}

function contextOptions(origin: string, width: number, options: PageOptions): BrowserContextOptions {
  const isPhone = width < 600
  return {
    baseURL: origin,
    locale: options.locale ?? 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width, height: isPhone ? 740 : 900 },
    isMobile: isPhone,
    hasTouch: isPhone,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...(options.storageState === undefined ? {} : { storageState: options.storageState }),
    ...(options.camera ? { permissions: ['camera'] } : {}),
  }
}

/** A refusal (4xx) is an answer like any other; the browser's own line about it is left out. */
function watch(context: BrowserContext, origin: string, complain: (text: string) => void): void {
  const isOurs = (url: string) => url.startsWith(origin) || !/^(https?|wss?):/.test(url)
  context.on('console', message => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    complain(`${message.page()?.url()}: console: ${message.text()}`)
  })
  context.on('weberror', error => complain(`${error.page()?.url()}: ${error.error().stack}`))
  context.on('request', request => {
    if (!isOurs(request.url())) complain(`${request.frame().url()}: asked ${request.url()}`)
  })
  context.on('response', response => {
    if (response.status() < 500) return
    complain(`${response.status()} from ${response.request().method()} ${response.url()}`)
  })
}

/** Signs in with a password through the page, and waits until it has led on. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL(url => url.pathname !== '/sign-in')
}

/** Gives the browser the session a person of the house already has. */
export async function enterAs(page: Page, person: { cookie: string }, origin: string): Promise<void> {
  const cookies = person.cookie.split('; ').map(pair => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: origin }
  })
  await page.context().addCookies(cookies)
}

const QUIET_MS = 80
const inFlight = new WeakMap<Page, { count: number; changedAt: number }>()

function countRequests(page: Page): void {
  const traffic = { count: 0, changedAt: Date.now() }
  inFlight.set(page, traffic)
  const change = (by: number) => () => {
    traffic.count += by
    traffic.changedAt = Date.now()
  }
  page.on('request', change(1))
  page.on('requestfinished', change(-1))
  page.on('requestfailed', change(-1))
}

/** Waits until the page has its words, its data and its letters: a heading stands, nothing is under way. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const isBusy = () => {
    const { count, changedAt } = inFlight.get(page) ?? { count: 0, changedAt: 0 }
    return count > 0 || Date.now() - changedAt < QUIET_MS
  }
  for (const limit = Date.now() + 10_000; isBusy(); ) {
    if (Date.now() > limit) throw new Error(`${page.url()} does not come to rest`)
    await setTimeout(20)
  }
  // The gallery shows what loading looks like, for ever.
  await page.waitForFunction(() => location.pathname === '/ui' || !document.querySelector('.loading-lines'))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

/** Of a list that goes on and on the beginning is enough. */
const LONGEST = 2400

/** Keeps the whole page as artifacts/screenshots/<name>.png, once it has come to rest. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await settled(page)
  await picture(page, name)
}

/** The same for a page that is at rest. */
export async function picture(page: Page, name: string): Promise<void> {
  const path = join(ARTIFACTS, 'screenshots', `${name}.png`)
  mkdirSync(dirname(path), { recursive: true })
  const drawn = await page.evaluate(() => document.documentElement.scrollHeight)
  const window = page.viewportSize() ?? { width: DESK, height: 900 }
  // A window as tall as the page: what sticks to its edge stands where it belongs.
  const isTall = drawn > window.height
  if (isTall) await page.setViewportSize({ ...window, height: Math.min(drawn, LONGEST) })
  await page.screenshot({ path, animations: 'disabled' })
  if (isTall) await page.setViewportSize(window)
}

/** Keeps what every open page shows and where it is, as artifacts/failed/<name>-<n>.png, for whoever looks for the cause. */
export async function keepEvidence({ browser }: TestBrowser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap(context => context.pages())
  for (const [n, page] of pages.entries()) {
    const path = join(ARTIFACTS, 'failed', `${name.replaceAll(/\W+/g, '-')}-${n}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => {})
    process.stderr.write(`${path}: ${page.url()}\n`)
  }
}
