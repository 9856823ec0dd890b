import {
  AccountEdit,
  AccountView,
  PasswordChange,
  PasswordProof,
  SecondFactorCode,
  SecondFactorSetup,
  SessionEntry,
} from '@hoicho/shared/identity/schema.ts'
import type { Context } from 'hono'
import { personOf } from '../platform/context.ts'
import {
  act,
  body,
  createRoute,
  ctxOf,
  type Env,
  IdParam,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { editAccount, endOtherSessions, endSession, listSessions, viewAccount } from './account.ts'
import { changePassword } from './change-password.ts'
import { resendVerification } from './links.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  disableSecondFactor,
  renewBackupCodes,
} from './second-factor.ts'

const mine = act('identity.account')

const view = createRoute({
  ...mine,
  method: 'get',
  path: '/account',
  summary: 'The account of the person signed in',
  responses: ok(AccountView),
})

const edit = createRoute({
  ...mine,
  method: 'put',
  path: '/account',
  summary: 'Change name and language',
  request: { body: body(AccountEdit) },
  responses: ok(AccountView),
})

const password = createRoute({
  ...mine,
  method: 'post',
  path: '/account/password',
  summary: 'Change the password; every other session ends',
  request: { body: body(PasswordChange) },
  responses: noContent,
})

const proof = createRoute({
  ...mine,
  method: 'post',
  path: '/account/verification-mail',
  summary: 'Send the mail that proves the address again',
  responses: noContent,
})

const sessions = createRoute({
  ...mine,
  method: 'get',
  path: '/account/sessions',
  summary: 'Where the person is signed in',
  responses: ok(z.object({ items: z.array(SessionEntry) })),
})

const endOne = createRoute({
  ...mine,
  method: 'delete',
  path: '/account/sessions/{sessionId}',
  summary: 'End one session',
  request: { params: z.object({ sessionId: IdParam }) },
  responses: noContent,
})

const endOthers = createRoute({
  ...mine,
  method: 'delete',
  path: '/account/sessions',
  summary: 'End every session but this one',
  responses: ok(z.object({ ended: z.number() })),
})

const begin = createRoute({
  ...mine,
  method: 'post',
  path: '/account/second-factor/begin',
  summary: 'Make a key for an authenticator, and backup codes',
  request: { body: body(PasswordProof) },
  responses: ok(SecondFactorSetup),
})

const confirm = createRoute({
  ...mine,
  method: 'post',
  path: '/account/second-factor/confirm',
  summary: 'Switch the second factor on with its first code',
  request: { body: body(SecondFactorCode) },
  responses: noContent,
})

const disable = createRoute({
  ...mine,
  method: 'post',
  path: '/account/second-factor/disable',
  summary: 'Switch the second factor off',
  request: { body: body(PasswordProof) },
  responses: noContent,
})

const renew = createRoute({
  ...mine,
  method: 'post',
  path: '/account/second-factor/backup-codes',
  summary: 'Make new backup codes; the old ones work no more',
  request: { body: body(PasswordProof) },
  responses: ok(z.object({ items: z.array(z.string()) })),
})

const headersOf = (c: Context<Env>) => c.req.raw.headers

function done(c: Context<Env>, cookies: readonly string[]) {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  return c.body(null, 204)
}

export const accountRoutes = router()
  .openapi(view, async c => c.json(await viewAccount(ctxOf(c)), 200))
  .openapi(edit, async c => c.json(await editAccount(ctxOf(c), c.req.valid('json')), 200))
  .openapi(password, async c => done(c, await changePassword(ctxOf(c), headersOf(c), c.req.valid('json'))))
  .openapi(proof, async c => {
    await resendVerification(ctxOf(c), headersOf(c), personOf(ctxOf(c)).email)
    return c.body(null, 204)
  })
  .openapi(sessions, async c => c.json({ items: await listSessions(ctxOf(c)) }, 200))
  .openapi(endOne, async c => {
    await endSession(ctxOf(c), c.req.valid('param').sessionId)
    return c.body(null, 204)
  })
  .openapi(endOthers, async c => c.json(await endOtherSessions(ctxOf(c)), 200))
  .openapi(begin, async c =>
    c.json(await beginSecondFactor(ctxOf(c), headersOf(c), c.req.valid('json').password), 200),
  )
  .openapi(confirm, async c =>
    done(c, await confirmSecondFactor(ctxOf(c), headersOf(c), c.req.valid('json').code)),
  )
  .openapi(disable, async c =>
    done(c, await disableSecondFactor(ctxOf(c), headersOf(c), c.req.valid('json').password)),
  )
  .openapi(renew, async c => {
    return c.json(
      { items: await renewBackupCodes(ctxOf(c), headersOf(c), c.req.valid('json').password) },
      200,
    )
  })
