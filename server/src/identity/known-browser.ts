import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Ctx } from '../platform/context.ts'
import { newToken } from '../platform/ids.ts'

const NAME = 'hoicho.browser'
const MOST_PEOPLE = 5
const YEAR_SECONDS = 365 * 86_400

/**
 * A cookie that says "this person has signed in from this browser before": a random id of the browser and, for each of
 * the last people, a mark only this server can make. It opens nothing; it only exempts from being slowed down by others.
 */
export type KnownBrowser = { id: string; marks: string[] }

export function readBrowser(headers: Headers): KnownBrowser | undefined {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/)
  const value = cookies.find(cookie => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1)
  const [id, ...marks] = value?.split('.') ?? []
  if (!id || !/^[\w-]{43}$/.test(id)) return undefined
  return { id, marks: marks.slice(0, MOST_PEOPLE) }
}

/** The browser's id when this person has signed in from it before. Needs no look-up, so it takes equally long for all. */
export function knownTo(ctx: Ctx, headers: Headers, email: string): string | undefined {
  const browser = readBrowser(headers)
  if (!browser) return undefined
  const mark = Buffer.from(markOf(ctx, browser.id, email))
  const isKnown = browser.marks.some(given => {
    const bytes = Buffer.from(given)
    return bytes.length === mark.length && timingSafeEqual(bytes, mark)
  })
  return isKnown ? browser.id : undefined
}

/** The Set-Cookie that remembers this person on this browser for a year. */
export function rememberBrowser(ctx: Ctx, headers: Headers, email: string): string {
  const browser = readBrowser(headers) ?? { id: newToken(), marks: [] }
  const mark = markOf(ctx, browser.id, email)
  const marks = [mark, ...browser.marks.filter(other => other !== mark)].slice(0, MOST_PEOPLE)
  const secure = ctx.app.config.publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${NAME}=${[browser.id, ...marks].join('.')}; Path=/api; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

const markOf = (ctx: Ctx, browserId: string, email: string) =>
  createHmac('sha256', ctx.app.secrets.sessionSecret)
    .update(`browser ${browserId} ${email}`)
    .digest('base64url')
