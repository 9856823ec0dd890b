import type { AccountView } from '@hoicho/shared/identity/schema.ts'
import { isLocale, LOCALES } from '@hoicho/shared/platform/i18n.ts'
import { useMutation, useQuery } from '@tanstack/preact-query'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { queryClient } from '../platform/query.ts'
import { refreshSession } from '../platform/session.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify, notifyError } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { accountApi } from './api.ts'
import { PasswordSection } from './password-section.tsx'
import { RequireSignIn } from './require-sign-in.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { SessionsSection } from './sessions-section.tsx'

export const accountKey = ['account']

/** One's own account: name, language, password, second factor, where one is signed in. */
export default function AccountPage({ query }: PageProps) {
  const t = useMessages('identity')
  return (
    <RequireSignIn>
      <Page title={t('account.title')} width="narrow">
        <Account isFactorNeeded={query.need === 'second-factor'} />
      </Page>
    </RequireSignIn>
  )
}

function Account({ isFactorNeeded }: { isFactorNeeded: boolean }) {
  const t = useMessages('identity')
  const account = useQuery({ queryKey: accountKey, queryFn: () => call(accountApi.account.$get()) })
  return (
    <Await query={account}>
      {found => (
        <>
          {isFactorNeeded && !found.hasSecondFactor && found.secondFactorRequiredBy.length > 0 && (
            <Notice tone="warning">
              {t('account.need', { organizers: found.secondFactorRequiredBy.join(', ') })}
            </Notice>
          )}
          {!found.emailVerified && <Unverified email={found.email} />}
          <Profile account={found} />
          <SecondFactorSection account={found} />
          <PasswordSection account={found} />
          <SessionsSection />
        </>
      )}
    </Await>
  )
}

function Unverified({ email }: { email: string }) {
  const t = useMessages('identity')
  const send = useMutation({
    mutationFn: () => call(accountApi.account['verification-mail'].$post()),
    onSuccess: () => notify({ text: t('account.unverified.sent') }),
    onError: notifyError,
  })
  return (
    <Notice
      tone="warning"
      action={
        <Button small busy={send.isPending} onClick={() => send.mutate()}>
          {t('account.unverified.again')}
        </Button>
      }
    >
      {t('account.unverified', { email })}
    </Notice>
  )
}

function Profile({ account }: { account: AccountView }) {
  const t = useMessages('identity')
  const words = useMessages('platform')
  const form = useForm<{ name: string; locale: string }>({
    initial: { name: account.name, locale: account.locale },
    submit: async ({ name, locale }) => {
      const json = { name, locale: isLocale(locale) ? locale : account.locale }
      queryClient.setQueryData(accountKey, await call(accountApi.account.$put({ json })))
      await refreshSession()
      notify({ text: words('status.saved') })
    },
  })
  return (
    <Section title={t('account.profile')} lead={account.email}>
      <Form form={form}>
        <TextField {...form.field('name')} label={t('signUp.name')} autoComplete="name" maxLength={100} />
        <SelectField
          {...form.field('locale')}
          label={t('account.locale')}
          width="sm"
          options={LOCALES.map(value => ({ value, label: words(`locale.${value}`) }))}
        />
        <div>
          <Button kind="primary" type="submit" busy={form.pending}>
            {words('action.save')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
