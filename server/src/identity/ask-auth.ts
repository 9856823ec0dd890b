import type { ProblemCode } from '@hoicho/shared/platform/all-problems.ts'
import { invalid, problem } from '../platform/problem.ts'

/** What better-auth answered: its JSON, and the cookies to hand on. */
export type AuthAnswer = { body: Record<string, unknown>; cookies: string[] }

const REFUSALS: Record<string, ProblemCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'identity.wrong-credentials',
  INVALID_CODE: 'identity.wrong-code',
  INVALID_BACKUP_CODE: 'identity.wrong-code',
  INVALID_TWO_FACTOR_COOKIE: 'identity.challenge-expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'identity.challenge-expired',
  TOTP_ALREADY_ENABLED: 'identity.second-factor-on',
  TOTP_NOT_ENABLED: 'identity.second-factor-off',
  BACKUP_CODES_NOT_ENABLED: 'identity.second-factor-off',
  INVALID_TOKEN: 'identity.link-expired',
  TOKEN_EXPIRED: 'identity.link-expired',
  USER_NOT_FOUND: 'identity.link-expired',
  USER_ALREADY_EXISTS: 'identity.email-taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'identity.email-taken',
  PASSWORD_TOO_SHORT: 'identity.password-too-weak',
  PASSWORD_TOO_LONG: 'identity.password-too-weak',
  TWO_FACTOR_NOT_ENABLED: 'identity.second-factor-off',
  FAILED_TO_CREATE_USER: 'identity.email-taken',
  UNAUTHORIZED: 'identity.not-signed-in',
}

/**
 * Waits for a call of better-auth's server API made with `asResponse: true` and turns its refusals into ours.
 * `passwordField` is where a wrong password stands in the request.
 * @throws Error for an answer nobody has foreseen: a fault of ours, so a 500
 */
export async function askAuth(call: Promise<Response>, passwordField = '/password'): Promise<AuthAnswer> {
  const response = await call
  const redirected = response.headers.get('location')
  if (redirected && redirected.includes('error=')) throw problem('identity.link-expired')
  const parsed: unknown = await response.json().catch(() => null)
  const body = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  if (response.ok) return { body, cookies: response.headers.getSetCookie() }
  const code = 'code' in body ? String(body.code) : `status ${response.status}`
  if (code === 'INVALID_PASSWORD' || code === 'CREDENTIAL_ACCOUNT_NOT_FOUND')
    throw invalid({ pointer: passwordField, code: 'wrong-password' })
  const refusal = REFUSALS[code]
  if (refusal) throw problem(refusal)
  throw new Error(`better-auth refused with ${code}`)
}
