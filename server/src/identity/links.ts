import type { PasswordReset } from '@hoicho/shared/identity/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { askAuth } from './ask-auth.ts'
import { demandStrong } from './demand-strong.ts'
import { rememberBrowser } from './known-browser.ts'
import { noteAccount } from './note-account.ts'
import { admitMail } from './sign-in-limits.ts'

/** The answer comes no sooner, whether or not there was somebody to write to. */
const FLOOR_MS = 250

/** Mails a link that signs in once, within 15 minutes, if somebody has an account under that address. */
export async function requestSignInLink(ctx: Ctx, headers: Headers, email: string): Promise<void> {
  if (!(await admitMail(ctx, 'link', email))) return await atLeast(FLOOR_MS, async () => {})
  await atLeast(FLOOR_MS, () =>
    askAuth(ctx.app.auth.api.signInMagicLink({ body: { email }, headers, asResponse: true })),
  )
}

/**
 * Opens a session with the token of a mailed link; it works once. Refuses with identity.link-expired, and with
 * identity.link-barred where the second factor has been switched on since: a link would go round it.
 */
export async function openSignInLink(ctx: Ctx, headers: Headers, token: string): Promise<string[]> {
  const { body, cookies } = await askAuth(
    ctx.app.auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true }),
  )
  const person = await personOfSession(ctx, String(body.token))
  if (!person) throw problem('identity.link-expired')
  if (person.twoFactorEnabled) {
    await ctx.app.db.deleteFrom('session').where('token', '=', String(body.token)).execute()
    throw problem('identity.link-barred')
  }
  return [...cookies, rememberBrowser(ctx, headers, person.email)]
}

/** Mails a link to set a new password, if somebody has an account under that address. */
export async function requestPasswordReset(ctx: Ctx, headers: Headers, email: string): Promise<void> {
  if (!(await admitMail(ctx, 'reset', email))) return await atLeast(FLOOR_MS, async () => {})
  await atLeast(FLOOR_MS, () =>
    askAuth(ctx.app.auth.api.requestPasswordReset({ body: { email }, headers, asResponse: true })),
  )
}

/** Sets a new password with the token of a mailed link and ends every session. The person is told by mail. */
export async function resetPassword(ctx: Ctx, headers: Headers, input: PasswordReset): Promise<void> {
  const person = await personOfReset(ctx, input.token)
  if (!person) throw problem('identity.link-expired')
  demandStrong(input.password, person.email)
  const body = { token: input.token, newPassword: input.password }
  await askAuth(ctx.app.auth.api.resetPassword({ body, headers, asResponse: true }))
  // The link came by mail: the address is theirs.
  await ctx.app.db.updateTable('person').set({ emailVerified: true }).where('id', '=', person.id).execute()
  await noteAccount(ctx, 'identity.sign-in', person.id, 'password-reset', 'password-changed')
}

/** Marks an address as proven, by the token mailed to it. Repeating it changes nothing. */
export async function verifyEmail(ctx: Ctx, token: string): Promise<void> {
  await askAuth(ctx.app.auth.api.verifyEmail({ query: { token }, asResponse: true }))
}

/** Mails the proof of address again to the person signed in; nothing when it is proven already. */
export async function resendVerification(ctx: Ctx, headers: Headers, email: string): Promise<void> {
  if (!(await admitMail(ctx, 'verify', email))) return
  const person = await ctx.app.db
    .selectFrom('person')
    .select('emailVerified')
    .where('email', '=', email)
    .executeTakeFirst()
  if (person?.emailVerified !== false) return
  await askAuth(ctx.app.auth.api.sendVerificationEmail({ body: { email }, headers, asResponse: true }))
}

async function personOfSession(ctx: Ctx, token: string) {
  return await ctx.app.db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .select(['person.id', 'person.email', 'person.twoFactorEnabled'])
    .where('session.token', '=', token)
    .executeTakeFirst()
}

async function personOfReset(ctx: Ctx, token: string) {
  const row = await ctx.app.db
    .selectFrom('verification')
    .select('value')
    .where('identifier', '=', `reset-password:${token}`)
    .where('expiresAt', '>', ctx.now())
    .executeTakeFirst()
  if (!row) return undefined
  return await ctx.app.db
    .selectFrom('person')
    .select(['id', 'email'])
    .where('id', '=', row.value)
    .executeTakeFirst()
}

async function atLeast(ms: number, work: () => Promise<unknown>): Promise<void> {
  const floor = new Promise<void>(resolve => setTimeout(resolve, ms))
  await Promise.all([work(), floor])
}
