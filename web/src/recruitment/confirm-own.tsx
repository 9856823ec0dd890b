import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState, Notice } from '../ui/states.tsx'
import { confirmApplication } from './confirmation-api.ts'

/** For the establishment's own people: an officer entered this, and it waits for their word. */
export function ConfirmOwn({ view }: { view: ApplicationView }) {
  const t = useMessages('recruitment')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const confirm = async () => {
    setBusy(true)
    setError(undefined)
    await confirmApplication(view.id).catch(setError)
    setBusy(false)
  }
  return (
    <Notice
      tone="warning"
      title={t('confirm.own.title')}
      action={
        <Button kind="primary" busy={isBusy} onClick={() => void confirm()}>
          {t('confirm.do')}
        </Button>
      }
    >
      <p>{t('confirm.own.text')}</p>
      {error !== undefined && <ErrorState error={error} />}
    </Notice>
  )
}
