import type { AccountView } from '@hoicho/shared/identity/schema.ts'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { accountApi } from './api.ts'

const EMPTY = { current: '', password: '' }

export function PasswordSection({ account }: { account: AccountView }) {
  const t = useMessages('identity')
  if (!account.hasPassword) {
    return (
      <Section title={t('account.password')} lead={t('account.password.none')}>
        <Button href="/forgot">{t('forgot.title')}</Button>
      </Section>
    )
  }
  return (
    <Section title={t('account.password')}>
      <Change />
    </Section>
  )
}

function Change() {
  const t = useMessages('identity')
  const form = useForm({
    initial: EMPTY,
    submit: async json => {
      await call(accountApi.account.password.$post({ json }))
      await queryClient.invalidateQueries({ queryKey: ['sessions'] })
      notify({ text: t('account.password.done') })
    },
  })
  return (
    <Form
      form={{
        ...form,
        submit: async () => {
          const isDone = await form.submit()
          if (isDone) form.setAll(EMPTY)
          return isDone
        },
      }}
    >
      <PasswordField
        {...form.field('current')}
        label={t('account.password.current')}
        autoComplete="current-password"
      />
      <PasswordField
        {...form.field('password')}
        label={t('account.password.new')}
        hint={t('signUp.password.hint')}
        autoComplete="new-password"
      />
      <div>
        <Button type="submit" busy={form.pending}>
          {t('account.password.submit')}
        </Button>
      </div>
    </Form>
  )
}
