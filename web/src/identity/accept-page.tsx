import type { ReceivedInvitation } from '@hoicho/shared/identity/schema.ts'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { signOut, useSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Await, ErrorState, Notice } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { wayOn, withNext } from './after-sign-in.ts'
import { peopleApi } from './api.ts'
import { Door } from './door.tsx'
import { useRoleName } from './role-name.ts'
import { SignUpForm } from './sign-up-form.tsx'

/** Where an invitation's link leads: sign in or make an account under that address, and take the role up. */
export default function AcceptPage({ query }: PageProps) {
  const t = useMessages('identity')
  const token = query.token ?? ''
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(peopleApi.invitations.view.$post({ json: { token } })),
    enabled: token !== '',
  })
  return (
    <Door title={t('accept.title')}>
      {token === '' ? (
        <Notice tone="warning">{t('token.missing')}</Notice>
      ) : (
        <Await query={invitation}>{found => <Invitation invitation={found} token={token} />}</Await>
      )}
    </Door>
  )
}

function Invitation({ invitation, token }: { invitation: ReceivedInvitation; token: string }) {
  const t = useMessages('identity')
  const { route } = useLocation()
  const { person, isPending } = useSession()
  const roleName = useRoleName()
  const [error, setError] = useState<unknown>()
  const { email, place, kind } = invitation
  const accept = async () => {
    setError(undefined)
    await call(peopleApi.invitations.accept.$post({ json: { token } }))
    notify({ text: t('accept.done') })
    route(await wayOn(undefined), true)
  }
  const here = `/accept?token=${encodeURIComponent(token)}`
  return (
    <div class="flex flex-col gap-4">
      <p class="text-lg">
        {t(kind === 'organizer' ? 'accept.lead.organizer' : 'accept.lead.establishment', {
          place,
          role: roleName(invitation.role),
        })}
      </p>
      {error !== undefined && <ErrorState error={error} />}
      {person?.email === email && (
        <>
          <p>{t('accept.as', { name: person.name, email })}</p>
          <Button kind="primary" wide onClick={() => void accept().catch(setError)}>
            {t('accept.submit')}
          </Button>
        </>
      )}
      {person && person.email !== email && (
        <Notice tone="warning" action={<SignOutButton />}>
          {t('accept.other', { email, current: person.email })}
        </Notice>
      )}
      {!person && !isPending && invitation.hasAccount && (
        <>
          <p>{t('accept.haveAccount', { email })}</p>
          <Actions>
            <Button kind="primary" href={withNext('/sign-in', here)}>
              {t('signIn.title')}
            </Button>
          </Actions>
        </>
      )}
      {!person && !isPending && !invitation.hasAccount && (
        <>
          <p>{t('accept.newAccount', { email })}</p>
          <SignUpForm invited={{ email, token }} onDone={accept} />
        </>
      )}
    </div>
  )
}

function SignOutButton() {
  const t = useMessages('platform')
  return <Button onClick={() => void signOut().catch(notifyError)}>{t('action.signOut')}</Button>
}
