import { useEffect, useState } from 'preact/hooks'
import { useMessages } from '../../platform/i18n.ts'
import { isProblem } from '../../platform/problem.ts'
import { Button } from '../../ui/button.tsx'
import { LanguageSwitcher } from '../../ui/switchers.tsx'
import { wakeSound } from './sound.ts'
import { enrol } from './sync.ts'

/** The one-time code, typed or already in the address after the `#`. */
export function EnrolScreen() {
  const t = useMessages('gate')
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)))
  const [trouble, setTrouble] = useState<'enrol.refused' | 'enrol.network'>()
  const [isBusy, setBusy] = useState(false)
  // The code must not stay in the address: it would be shared with it.
  useEffect(() => history.replaceState(null, '', location.pathname), [])
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    wakeSound()
    setBusy(true)
    setTrouble(undefined)
    try {
      await enrol(code)
    } catch (error) {
      setTrouble(
        isProblem(error, 'badges.code-not-valid') || isProblem(error, 'platform.invalid')
          ? 'enrol.refused'
          : 'enrol.network',
      )
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="mx-auto flex w-full max-w-md flex-1 flex-col justify-center gap-5 p-5">
      <div class="absolute top-2 right-2">
        <LanguageSwitcher />
      </div>
      <h1 class="text-2xl font-semibold">{t('enrol.title')}</h1>
      <p class="text-muted">{t('enrol.text')}</p>
      <form onSubmit={event => void submit(event)} class="flex flex-col gap-4">
        <label class="flex flex-col gap-1">
          <span class="font-medium">{t('enrol.code')}</span>
          <input
            class="input tnum h-16 w-full text-center text-3xl font-semibold tracking-widest uppercase"
            value={code}
            maxLength={20}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={trouble ? true : undefined}
            aria-describedby="enrol-trouble"
            onInput={event => setCode(event.currentTarget.value)}
          />
        </label>
        <p id="enrol-trouble" role="alert" class="font-medium text-error">
          {trouble && t(trouble)}
        </p>
        <Button type="submit" kind="primary" wide busy={isBusy}>
          {t('enrol.submit')}
        </Button>
      </form>
    </div>
  )
}
