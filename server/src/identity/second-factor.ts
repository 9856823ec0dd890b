import type { SecondFactorSetup } from '@hoicho/shared/identity/schema.ts'
import { qrSvg } from '../documents/qr-svg.ts'
import { type Ctx, personOf } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { problem } from '../platform/problem.ts'
import { askAuth } from './ask-auth.ts'
import { noteAccount } from './note-account.ts'
import { secondFactorRequiredBy } from './queries.ts'
import { admitCode, admitProof, codeWasRight, proofWasRight } from './sign-in-limits.ts'

/** Makes a key for the authenticator and ten backup codes. It takes hold once confirmed with a code. */
export async function beginSecondFactor(
  ctx: Ctx,
  headers: Headers,
  password: string,
): Promise<SecondFactorSetup> {
  const person = await proven(ctx)
  const body = { password, method: 'totp' as const }
  const answer = await askAuth(ctx.app.auth.api.enableTwoFactor({ body, headers, asResponse: true }))
  await proofWasRight(ctx, person.id)
  const uri = String(answer.body.totpURI)
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return {
    uri,
    key: secret.replace(/(.{4})(?=.)/g, '$1 '),
    qrSvg: qrSvg(uri),
    backupCodes: codesOf(answer.body),
  }
}

/** Switches the second factor on with the first code of the authenticator. The session goes on under a new token. */
export async function confirmSecondFactor(ctx: Ctx, headers: Headers, code: string): Promise<string[]> {
  await mayRead(ctx, 'identity.account')
  const person = personOf(ctx)
  await admitCode(ctx, person.id, person.sessionId ?? undefined)
  const body = { code: code.replaceAll(' ', '') }
  const { cookies } = await askAuth(ctx.app.auth.api.verifyTOTP({ body, headers, asResponse: true }))
  await codeWasRight(ctx, person.id, person.sessionId ?? undefined)
  await noteAccount(ctx, 'identity.account', person.id, 'second-factor-on', 'second-factor-changed')
  return cookies
}

/** Switches it off. Refuses where an organizer the person works for asks for it. */
export async function disableSecondFactor(ctx: Ctx, headers: Headers, password: string): Promise<string[]> {
  const person = await proven(ctx)
  const [organizer] = await secondFactorRequiredBy(ctx.app.db, person.id)
  if (organizer) throw problem('identity.second-factor-required', { organizer })
  const { cookies } = await askAuth(
    ctx.app.auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true }),
  )
  await proofWasRight(ctx, person.id)
  await noteAccount(ctx, 'identity.account', person.id, 'second-factor-off', 'second-factor-changed')
  return cookies
}

/** Ten new backup codes; the old ones work no more. */
export async function renewBackupCodes(ctx: Ctx, headers: Headers, password: string): Promise<string[]> {
  const person = await proven(ctx)
  const { body } = await askAuth(
    ctx.app.auth.api.generateBackupCodes({ body: { password }, headers, asResponse: true }),
  )
  await proofWasRight(ctx, person.id)
  await noteAccount(ctx, 'identity.account', person.id, 'backup-codes-renewed', 'second-factor-changed')
  return codesOf(body)
}

/** The person signed in, their try at proving it counted. */
async function proven(ctx: Ctx) {
  await mayRead(ctx, 'identity.account')
  const person = personOf(ctx)
  await admitProof(ctx, person.id)
  return person
}

const codesOf = (body: Record<string, unknown>) =>
  Array.isArray(body.backupCodes) ? body.backupCodes.map(String) : []
