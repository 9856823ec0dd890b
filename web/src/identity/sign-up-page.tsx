import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { wayOn, withNext } from './after-sign-in.ts'
import { Aside, Door, linkClass } from './door.tsx'
import { SignUpForm } from './sign-up-form.tsx'

/** A new account, ready to use. */
export default function SignUpPage({ query }: PageProps) {
  const t = useMessages('identity')
  const { route } = useLocation()
  return (
    <Door title={t('signUp.title')} lead={t('signUp.lead')}>
      <SignUpForm onDone={async () => route(await wayOn(query.next), true)} />
      <Aside>
        {t('signUp.have')}{' '}
        <a class={linkClass} href={withNext('/sign-in', query.next)}>
          {t('signIn.title')}
        </a>
      </Aside>
    </Door>
  )
}
