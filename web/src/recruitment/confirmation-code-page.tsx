import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { TextField } from '../ui/inputs.tsx'
import { Page } from '../ui/page.tsx'

/** Where the code an officer read over the telephone is typed in. */
export default function ConfirmationCodePage() {
  const t = useMessages('recruitment')
  const { route } = useLocation()
  const [code, setCode] = useState('')
  const [isTried, setTried] = useState(false)
  const bare = code.replace(/[^0-9A-Za-z]/g, '')
  const open = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (bare.length === 10) route(`/x/${bare.toUpperCase()}`)
  }
  return (
    <Page width="narrow" title={t('confirm.title')} lead={t('confirm.code.lead')}>
      <form class="flex flex-col gap-4" onSubmit={open} noValidate>
        <TextField
          id="confirmation-code"
          name="code"
          label={t('confirm.code')}
          hint={t('confirm.code.hint')}
          width="md"
          maxLength={20}
          autoComplete="off"
          spellcheck={false}
          value={code}
          onValue={setCode}
          error={isTried && bare.length !== 10 ? t('confirm.code.hint') : undefined}
        />
        <Actions>
          <Button kind="primary" type="submit">
            {t('confirm.code.open')}
          </Button>
        </Actions>
      </form>
    </Page>
  )
}
