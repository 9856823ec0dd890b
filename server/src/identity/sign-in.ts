import type { SecondFactorCode, SignInAnswer, SignInInput } from '@hoicho/shared/identity/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { askAuth } from './ask-auth.ts'
import { knownTo, rememberBrowser } from './known-browser.ts'
import { challengedPerson } from './queries.ts'
import { admitCode, admitPassword, codeWasRight, passwordWasRight } from './sign-in-limits.ts'

export type SignedIn = SignInAnswer & { cookies: string[] }

/**
 * Opens a session with a password, or asks for the second factor. An address nobody has and a wrong password get the same
 * answer in the same time. Refuses with identity.wrong-credentials, platform.too-many-attempts.
 */
export async function signIn(ctx: Ctx, headers: Headers, input: SignInInput): Promise<SignedIn> {
  const browser = knownTo(ctx, headers, input.email)
  await admitPassword(ctx, input.email, browser)
  const { body, cookies } = await askAuth(
    ctx.app.auth.api.signInEmail({ body: input, headers, asResponse: true }),
  )
  await passwordWasRight(ctx, input.email, browser)
  // With a second factor to come the browser is not known yet: a password alone proves too little.
  if (body.twoFactorRedirect === true) return { secondFactor: 'needed', cookies }
  return { secondFactor: 'done', cookies: [...cookies, rememberBrowser(ctx, headers, input.email)] }
}

/** Finishes a sign-in with six digits of the authenticator or a backup code, within ten minutes and five tries. */
export async function finishSignIn(
  ctx: Ctx,
  headers: Headers,
  { code }: SecondFactorCode,
): Promise<SignedIn> {
  const person = await challengedPerson(ctx.app.db, challengeOf(headers))
  if (!person) throw problem('identity.challenge-expired')
  const browser = knownTo(ctx, headers, person.email)
  await admitCode(ctx, person.id, browser)
  const api = ctx.app.auth.api
  const digits = code.replaceAll(' ', '')
  const { cookies } = await askAuth(
    /^\d{6}$/.test(digits)
      ? api.verifyTOTP({ body: { code: digits }, headers: withoutSession(headers), asResponse: true })
      : api.verifyBackupCode({ body: { code }, headers: withoutSession(headers), asResponse: true }),
  )
  await codeWasRight(ctx, person.id, browser)
  return { secondFactor: 'done', cookies: [...cookies, rememberBrowser(ctx, headers, person.email)] }
}

/** Ends the session of this browser. */
export async function signOut(ctx: Ctx, headers: Headers): Promise<string[]> {
  const { cookies } = await askAuth(ctx.app.auth.api.signOut({ headers, asResponse: true }))
  return cookies
}

/** The identifier in better-auth's signed cookie of a sign-in that waits for its second factor. */
function challengeOf(headers: Headers): string {
  const cookie = /hoicho\.two_factor=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''
  return decodeURIComponent(cookie).split('.')[0] ?? ''
}

/** An older session in the same browser must not be what the code is checked against. */
function withoutSession(headers: Headers): Headers {
  const bare = new Headers(headers)
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/)
  bare.set('cookie', cookies.filter(cookie => !cookie.includes('hoicho.session_token=')).join('; '))
  return bare
}
