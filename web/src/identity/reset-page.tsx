import { useLocation } from 'preact-iso'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { isProblem } from '../platform/problem.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/inputs.tsx'
import { Notice } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { sessionApi } from './api.ts'
import { Aside, Door, linkClass } from './door.tsx'

/** Where the link of a reset mail leads: a new password. */
export default function ResetPage({ query }: PageProps) {
  const t = useMessages('identity')
  const { route } = useLocation()
  const token = query.token ?? ''
  const form = useForm({
    initial: { password: '' },
    submit: async values => {
      await call(sessionApi.password.reset.$post({ json: { token, ...values } }))
      route('/sign-in?reset=done', true)
    },
  })
  const isOver = isProblem(form.problem, 'identity.link-expired')
  return (
    <Door title={t('reset.title')} lead={t('reset.lead')}>
      {token ? (
        <Form form={form}>
          <PasswordField
            {...form.field('password')}
            label={t('account.password.new')}
            hint={t('signUp.password.hint')}
            autoComplete="new-password"
          />
          <Button kind="primary" type="submit" busy={form.pending} wide>
            {t('reset.submit')}
          </Button>
        </Form>
      ) : (
        <Notice tone="warning">{t('token.missing')}</Notice>
      )}
      {(isOver || !token) && (
        <Aside>
          <a class={linkClass} href="/forgot">
            {t('link.again')}
          </a>
        </Aside>
      )}
    </Door>
  )
}
