import { call } from '../platform/client.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, PasswordField, TextField } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { sessionApi } from './api.ts'

export interface SignUpFormProps {
  onDone: () => Promise<unknown>
  /** From an invitation: the address is given, and its token proves it. */
  invited?: { email: string; token: string }
}

/** Name, address, password. */
export function SignUpForm({ onDone, invited }: SignUpFormProps) {
  const t = useMessages('identity')
  const form = useForm({
    initial: { name: '', email: invited?.email ?? '', password: '' },
    submit: async values => {
      const json = { ...values, locale: locale.peek(), ...(invited ? { invitation: invited.token } : {}) }
      await call(sessionApi.accounts.$post({ json }))
      await onDone()
    },
  })
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label={t('signUp.name')} autoComplete="name" maxLength={100} />
      <EmailField
        {...form.field('email')}
        label={t('signIn.email')}
        autoComplete="username"
        disabled={invited !== undefined}
      />
      <PasswordField
        {...form.field('password')}
        label={t('signIn.password')}
        hint={t('signUp.password.hint')}
        autoComplete="new-password"
      />
      <Button kind="primary" type="submit" busy={form.pending} wide>
        {t('signUp.submit')}
      </Button>
    </Form>
  )
}
