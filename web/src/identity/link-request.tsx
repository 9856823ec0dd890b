import { useState } from 'preact/hooks'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField } from '../ui/inputs.tsx'
import { Notice } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { sessionApi } from './api.ts'

/** Asks for a one-time link; what is answered does not depend on who asks. */
export function LinkRequest({ email }: { email: string }) {
  const t = useMessages('identity')
  const [sentTo, setSentTo] = useState<string>()
  const form = useForm({
    initial: { email },
    submit: async values => {
      await call(sessionApi.session.link.$post({ json: values }))
      setSentTo(values.email)
    },
  })
  if (sentTo) {
    return (
      <Notice tone="success" title={t('link.sent.title')}>
        {t('link.sent.text', { email: sentTo })}
      </Notice>
    )
  }
  return (
    <Form form={form}>
      <p class="text-muted">{t('signIn.byLink.text')}</p>
      <EmailField {...form.field('email')} label={t('signIn.email')} autoComplete="username" />
      <Button kind="primary" type="submit" busy={form.pending} wide>
        {t('link.send')}
      </Button>
    </Form>
  )
}
