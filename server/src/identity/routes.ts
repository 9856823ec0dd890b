import {
  EmailInput,
  PasswordReset,
  SecondFactorCode,
  SignInAnswer,
  SignInInput,
  SignUpInput,
  TokenInput,
} from '@hoicho/shared/identity/schema.ts'
import type { Context } from 'hono'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  type Env,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import {
  openSignInLink,
  requestPasswordReset,
  requestSignInLink,
  resetPassword,
  verifyEmail,
} from './links.ts'
import { prolongSession, SessionView, viewSession } from './session-view.ts'
import { finishSignIn, signIn, signOut } from './sign-in.ts'
import { signUp } from './sign-up.ts'

const session = createRoute({
  ...act('identity.session'),
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  responses: ok(SessionView),
})

const enter = createRoute({
  ...act('identity.sign-in'),
  method: 'post',
  path: '/session/sign-in',
  summary: 'Sign in with e-mail and password',
  request: { body: body(SignInInput) },
  responses: ok(SignInAnswer),
})

const secondFactor = createRoute({
  ...act('identity.sign-in'),
  method: 'post',
  path: '/session/second-factor',
  summary: 'Finish a sign-in with a code of the authenticator or a backup code',
  request: { body: body(SecondFactorCode) },
  responses: ok(SignInAnswer),
})

const leave = createRoute({
  ...act('identity.session'),
  method: 'delete',
  path: '/session',
  summary: 'Sign out',
  responses: noContent,
})

const askLink = createRoute({
  ...act('identity.sign-in'),
  method: 'post',
  path: '/session/link',
  summary: 'Ask for a one-time link by mail; the answer is the same whoever asks',
  request: { body: body(EmailInput) },
  responses: noContent,
})

const openLink = createRoute({
  ...act('identity.sign-in'),
  method: 'post',
  path: '/session/link/verify',
  summary: 'Sign in with the token of a mailed link, once',
  request: { body: body(TokenInput) },
  responses: ok(SignInAnswer),
})

const register = createRoute({
  ...act('identity.sign-up'),
  method: 'post',
  path: '/accounts',
  summary: 'Make an account and sign in',
  request: { body: body(SignUpInput) },
  responses: created(z.object({ id: z.uuid() })),
})

const proveEmail = createRoute({
  ...act('identity.sign-up'),
  method: 'post',
  path: '/accounts/verify-email',
  summary: 'Prove an e-mail address with the token mailed to it',
  request: { body: body(TokenInput) },
  responses: noContent,
})

const forgot = createRoute({
  ...act('identity.sign-in'),
  method: 'post',
  path: '/password/forgot',
  summary: 'Ask for a link to set a new password; the answer is the same whoever asks',
  request: { body: body(EmailInput) },
  responses: noContent,
})

const reset = createRoute({
  ...act('identity.sign-in'),
  method: 'post',
  path: '/password/reset',
  summary: 'Set a new password with the token of a mailed link',
  request: { body: body(PasswordReset) },
  responses: noContent,
})

const headersOf = (c: Context<Env>) => c.req.raw.headers

function setCookies(c: Context<Env>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}

export const identityRoutes = router()
  .openapi(session, async c => {
    setCookies(c, await prolongSession(ctxOf(c), headersOf(c)))
    return c.json(await viewSession(ctxOf(c)), 200)
  })
  .openapi(enter, async c => {
    const { cookies, secondFactor: state } = await signIn(ctxOf(c), headersOf(c), c.req.valid('json'))
    setCookies(c, cookies)
    return c.json({ secondFactor: state }, 200)
  })
  .openapi(secondFactor, async c => {
    const { cookies, secondFactor: state } = await finishSignIn(ctxOf(c), headersOf(c), c.req.valid('json'))
    setCookies(c, cookies)
    return c.json({ secondFactor: state }, 200)
  })
  .openapi(leave, async c => {
    setCookies(c, await signOut(ctxOf(c), headersOf(c)))
    return c.body(null, 204)
  })
  .openapi(askLink, async c => {
    await requestSignInLink(ctxOf(c), headersOf(c), c.req.valid('json').email)
    return c.body(null, 204)
  })
  .openapi(openLink, async c => {
    setCookies(c, await openSignInLink(ctxOf(c), headersOf(c), c.req.valid('json').token))
    return c.json({ secondFactor: 'done' as const }, 200)
  })
  .openapi(register, async c => {
    const { id, cookies } = await signUp(ctxOf(c), headersOf(c), c.req.valid('json'))
    setCookies(c, cookies)
    return c.json({ id }, 201)
  })
  .openapi(proveEmail, async c => {
    await verifyEmail(ctxOf(c), c.req.valid('json').token)
    return c.body(null, 204)
  })
  .openapi(forgot, async c => {
    await requestPasswordReset(ctxOf(c), headersOf(c), c.req.valid('json').email)
    return c.body(null, 204)
  })
  .openapi(reset, async c => {
    await resetPassword(ctxOf(c), headersOf(c), c.req.valid('json'))
    return c.body(null, 204)
  })
