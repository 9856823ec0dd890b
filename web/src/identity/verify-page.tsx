import { useQuery } from '@tanstack/preact-query'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState, Loading, Notice } from '../ui/states.tsx'
import { sessionApi } from './api.ts'
import { Door } from './door.tsx'

/** Where the link of a proof mail leads. Opening it twice changes nothing, so it needs no press. */
export default function VerifyPage({ query }: PageProps) {
  const t = useMessages('identity')
  const token = query.token ?? ''
  const proof = useQuery({
    queryKey: ['verify-email', token],
    queryFn: async () => {
      await call(sessionApi.accounts['verify-email'].$post({ json: { token } }))
      return true
    },
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Door title={t('verify.title')}>
      {token === '' && <Notice tone="warning">{t('token.missing')}</Notice>}
      {token !== '' && proof.isPending && <Loading lines={2} />}
      {proof.error && <ErrorState error={proof.error} />}
      {proof.data && (
        <>
          <Notice tone="success">{t('verify.done')}</Notice>
          <div class="mt-4">
            <Button kind="primary" href="/e">
              {t('verify.continue')}
            </Button>
          </div>
        </>
      )}
    </Door>
  )
}
