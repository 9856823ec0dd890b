import type { SignUpInput } from '@hoicho/shared/identity/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { askAuth } from './ask-auth.ts'
import { demandStrong } from './demand-strong.ts'
import { rememberBrowser } from './known-browser.ts'
import { noteAccount } from './note-account.ts'
import { invitationByToken } from './queries.ts'
import { admitSignUp } from './sign-in-limits.ts'

/**
 * Makes an account, signs it in and mails the proof of address. Somebody who comes from an invitation has proven it by
 * its token. Refuses with identity.email-taken: here, unlike at sign-in, an address in use must be said, because the
 * account can be used at once; how often one network may ask is limited.
 */
export async function signUp(
  ctx: Ctx,
  headers: Headers,
  { invitation, ...input }: SignUpInput,
): Promise<{ id: string; cookies: string[] }> {
  await admitSignUp(ctx)
  demandStrong(input.password, input.email)
  const { body, cookies } = await askAuth(
    ctx.app.auth.api.signUpEmail({ body: input, headers, asResponse: true }),
  )
  const id = String((body.user as { id: unknown }).id)
  await noteAccount(ctx, 'identity.sign-up', id, 'signed-up')
  const invited = invitation ? await invitationByToken(ctx.app.db, invitation) : undefined
  if (invited?.email !== input.email) await mailProof(ctx, cookies, input.email)
  return { id, cookies: [...cookies, rememberBrowser(ctx, headers, input.email)] }
}

async function mailProof(ctx: Ctx, cookies: string[], email: string): Promise<void> {
  const cookie = cookies.map(value => value.split(';')[0]).join('; ')
  const headers = new Headers({ cookie })
  await askAuth(ctx.app.auth.api.sendVerificationEmail({ body: { email }, headers, asResponse: true }))
}
