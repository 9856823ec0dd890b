import type { PasswordChange } from '@hoicho/shared/identity/schema.ts'
import { type Ctx, personOf } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { askAuth } from './ask-auth.ts'
import { demandStrong } from './demand-strong.ts'
import { noteAccount } from './note-account.ts'
import { admitProof, proofWasRight } from './sign-in-limits.ts'

/** Replaces the password and ends every other session; this one goes on under a new token. The person is told by mail. */
export async function changePassword(ctx: Ctx, headers: Headers, input: PasswordChange): Promise<string[]> {
  await mayRead(ctx, 'identity.account')
  const person = personOf(ctx)
  demandStrong(input.password, person.email)
  await admitProof(ctx, person.id)
  const body = { currentPassword: input.current, newPassword: input.password, revokeOtherSessions: true }
  const { cookies } = await askAuth(
    ctx.app.auth.api.changePassword({ body, headers, asResponse: true }),
    '/current',
  )
  await proofWasRight(ctx, person.id)
  await noteAccount(ctx, 'identity.account', person.id, 'password-changed', 'password-changed')
  return cookies
}
