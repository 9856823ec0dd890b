import { Button } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { ErrorState } from '../ui/states.tsx'
import { useMessages } from './i18n.ts'

export function NotFoundPage() {
  const t = useMessages('platform')
  return (
    <Page title={t('error.notFound.title')} width="narrow">
      <p class="max-w-prose">{t('error.notFound.text')}</p>
      <div>
        <Button href="/">{t('error.notFound.home')}</Button>
      </div>
    </Page>
  )
}

export function CrashPage({ error }: { error: unknown }) {
  const t = useMessages('platform')
  return (
    <Page title={t('error.crash')} width="narrow">
      <ErrorState error={error} title={t('error.title')} retry={() => location.reload()} />
    </Page>
  )
}
