import { useState } from 'preact/hooks'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField } from '../ui/inputs.tsx'
import { Notice } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { sessionApi } from './api.ts'
import { Aside, Door, linkClass } from './door.tsx'

/** Asks for a link to set a new password. */
export default function ForgotPage() {
  const t = useMessages('identity')
  const [sentTo, setSentTo] = useState<string>()
  const form = useForm({
    initial: { email: '' },
    submit: async values => {
      await call(sessionApi.password.forgot.$post({ json: values }))
      setSentTo(values.email)
    },
  })
  return (
    <Door title={t('forgot.title')}>
      {sentTo ? (
        <Notice tone="success" title={t('link.sent.title')}>
          {t('forgot.sent', { email: sentTo })}
        </Notice>
      ) : (
        <Form form={form}>
          <p class="text-muted">{t('forgot.lead')}</p>
          <EmailField {...form.field('email')} label={t('signIn.email')} autoComplete="username" />
          <Button kind="primary" type="submit" busy={form.pending} wide>
            {t('link.send')}
          </Button>
        </Form>
      )}
      <Aside>
        <a class={linkClass} href="/sign-in">
          {t('signIn.byPassword')}
        </a>
      </Aside>
    </Door>
  )
}
