import type { Action, Target } from '@hoicho/shared/identity/permissions.ts'
import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { useMessages } from './i18n.ts'
import { useWhoMay } from './rights.ts'
import { useSession } from './session.ts'

/** A page opened without the right to it: whom it is for, and the way back to one's own. */
export function NoAccessPage({ action, target }: { action?: Action; target?: Target }) {
  const t = useMessages('platform')
  const who = useWhoMay()
  const { session } = useSession()
  const lacksFactor = session?.person?.lacksSecondFactor
  const elsewhere = session?.person?.isPlatformAdmin && !session.establishments.length ? '/admin' : '/e'
  const home = session?.organizers.length ? '/desk' : elsewhere
  return (
    <Page title={t('access.none.title')} width="narrow">
      <p class="max-w-prose">
        {lacksFactor && t('access.secondFactor')}
        {!lacksFactor && action && t('access.none.text', { who: who(action, target) })}
        {!lacksFactor && !action && t('access.none.other')}
      </p>
      <div>
        {lacksFactor ? (
          <Button kind="primary" href="/account?need=second-factor">
            {t('access.secondFactor.go')}
          </Button>
        ) : (
          <Button href={home}>{t('access.home')}</Button>
        )}
      </div>
    </Page>
  )
}
