import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { isProblem } from '../platform/problem.ts'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { EmailField, PasswordField } from '../ui/inputs.tsx'
import { Notice } from '../ui/states.tsx'
import { useForm } from '../ui/use-form.ts'
import { wayOn, withNext } from './after-sign-in.ts'
import { sessionApi } from './api.ts'
import { CodeStep } from './code-step.tsx'
import { Aside, Door, linkClass } from './door.tsx'
import { LinkRequest } from './link-request.tsx'

type Step = 'password' | 'link' | 'code'

/** The way in: a password, then the second factor where there is one; or a link by mail. */
export default function SignInPage({ query }: PageProps) {
  const t = useMessages('identity')
  const { route } = useLocation()
  const [step, setStep] = useState<Step>(query.by === 'link' ? 'link' : 'password')
  const [email, setEmail] = useState('')
  const enter = async () => route(await wayOn(query.next), true)
  if (step === 'code') {
    return (
      <Door title={t('code.title')} lead={t('code.lead')}>
        <CodeStep onDone={enter} onRestart={() => setStep('password')} />
      </Door>
    )
  }
  return (
    <Door title={t('signIn.title')}>
      {query.reset === 'done' && (
        <div class="mb-4">
          <Notice tone="success">{t('reset.done')}</Notice>
        </div>
      )}
      {step === 'link' ? (
        <LinkRequest email={email} />
      ) : (
        <PasswordStep
          email={email}
          onEmail={setEmail}
          next={query.next}
          onDone={enter}
          onCode={() => setStep('code')}
        />
      )}
      <Aside>
        {step === 'password' && <p class="mb-2 text-muted">{t('signIn.byLink.text')}</p>}
        <Button onClick={() => setStep(step === 'link' ? 'password' : 'link')}>
          {t(step === 'link' ? 'signIn.byPassword' : 'signIn.byLink')}
        </Button>
      </Aside>
      <Aside>
        {t('signIn.noAccount')}{' '}
        <a class={linkClass} href={withNext('/sign-up', query.next)}>
          {t('signUp.title')}
        </a>
      </Aside>
    </Door>
  )
}

interface PasswordStepProps {
  email: string
  onEmail: (email: string) => void
  next: string | undefined
  onDone: () => Promise<void>
  onCode: () => void
}

function PasswordStep({ email, onEmail, onDone, onCode }: PasswordStepProps) {
  const t = useMessages('identity')
  const form = useForm({
    initial: { email, password: '' },
    submit: async values => {
      const answer = await call(sessionApi.session['sign-in'].$post({ json: values }))
      if (answer.secondFactor === 'needed') onCode()
      else await onDone()
    },
  })
  const emailField = form.field('email')
  return (
    <Form form={form}>
      {isProblem(form.problem, 'platform.too-many-attempts') && <p>{t('signIn.slow')}</p>}
      <EmailField
        {...emailField}
        label={t('signIn.email')}
        autoComplete="username"
        onValue={value => {
          emailField.onValue(value)
          onEmail(value)
        }}
      />
      <div>
        <PasswordField
          {...form.field('password')}
          label={t('signIn.password')}
          autoComplete="current-password"
        />
        <a class={linkClass} href="/forgot">
          {t('signIn.forgot')}
        </a>
      </div>
      <Button kind="primary" type="submit" busy={form.pending} wide>
        {t('signIn.submit')}
      </Button>
    </Form>
  )
}
