import type { AccountView, SecondFactorSetup } from '@hoicho/shared/identity/schema.ts'
import { useState } from 'preact/hooks'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import { queryClient } from '../platform/query.ts'
import { refreshSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { PasswordField } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { accountApi } from './api.ts'
import { BackupCodes, SecondFactorSteps } from './second-factor-setup.tsx'

type Doing = 'begin' | 'renew' | 'disable'

/** The second factor: what it is, and switching it on, renewing its backup codes, switching it off. */
export function SecondFactorSection({ account }: { account: AccountView }) {
  const t = useMessages('identity')
  const [doing, setDoing] = useState<Doing>()
  const [setup, setSetup] = useState<SecondFactorSetup>()
  const [codes, setCodes] = useState<string[]>()
  const reload = async (text: string) => {
    setSetup(undefined)
    setDoing(undefined)
    notify({ text })
    await queryClient.invalidateQueries({ queryKey: ['account'] })
    await queryClient.invalidateQueries({ queryKey: ['sessions'] })
    await refreshSession()
  }
  const proceed = async (password: string) => {
    const factor = accountApi.account['second-factor']
    const json = { password }
    if (doing === 'begin') setSetup(await call(factor.begin.$post({ json })))
    if (doing === 'renew') setCodes((await call(factor['backup-codes'].$post({ json }))).items)
    if (doing === 'disable') {
      await call(factor.disable.$post({ json }))
      await reload(t('factor.disabled'))
    }
    setDoing(undefined)
  }
  const isOn = account.hasSecondFactor
  return (
    <Section
      id="second-factor"
      title={t('factor.title')}
      lead={t('factor.text')}
      actions={
        <StateTag tone={isOn ? 'success' : 'neutral'}>{t(isOn ? 'factor.on' : 'factor.off')}</StateTag>
      }
    >
      {codes && <BackupCodes codes={codes} />}
      {setup && <SecondFactorSteps setup={setup} onDone={() => reload(t('factor.done'))} />}
      {doing && <Proof onProceed={proceed} onCancel={() => setDoing(undefined)} />}
      {!doing && !setup && <Choices account={account} choose={setDoing} />}
    </Section>
  )
}

function Choices({ account, choose }: { account: AccountView; choose: (doing: Doing) => void }) {
  const t = useMessages('identity')
  if (!account.hasSecondFactor) {
    return (
      <Actions>
        <Button kind="primary" onClick={() => choose('begin')}>
          {t('factor.begin')}
        </Button>
      </Actions>
    )
  }
  const by = account.secondFactorRequiredBy.join(', ')
  return (
    <Actions>
      <Button onClick={() => choose('renew')}>{t('factor.renew')}</Button>
      <Button
        kind="danger"
        disabledReason={by ? t('factor.required', { organizers: by }) : undefined}
        onClick={() => choose('disable')}
      >
        {t('factor.disable')}
      </Button>
    </Actions>
  )
}

function Proof(props: { onProceed: (password: string) => Promise<void>; onCancel: () => void }) {
  const t = useMessages('identity')
  const words = useMessages('platform')
  const form = useForm({
    initial: { password: '' },
    submit: ({ password }) => props.onProceed(password),
  })
  return (
    <Form form={form}>
      <PasswordField
        {...form.field('password')}
        label={t('factor.password')}
        autoComplete="current-password"
      />
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {words('action.continue')}
        </Button>
        <Button onClick={props.onCancel}>{words('action.cancel')}</Button>
      </Actions>
    </Form>
  )
}
