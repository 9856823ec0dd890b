import { useMutation } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { call } from '../platform/client.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState, Notice } from '../ui/states.tsx'
import { wayOn } from './after-sign-in.ts'
import { sessionApi } from './api.ts'
import { Aside, Door, linkClass } from './door.tsx'

/** Where the link of a sign-in mail leads. It wants a press: mail programs open links to look at them, which would use it up. */
export default function LinkPage({ query }: PageProps) {
  const t = useMessages('identity')
  const { route } = useLocation()
  const open = useMutation({
    mutationFn: async (token: string) => {
      await call(sessionApi.session.link.verify.$post({ json: { token } }))
      route(await wayOn(query.next), true)
    },
  })
  const { token } = query
  return (
    <Door title={t('signIn.title')}>
      {!token && <Notice tone="warning">{t('token.missing')}</Notice>}
      {token && !open.error && (
        <>
          <p class="mb-4">{t('link.open.text')}</p>
          <Button kind="primary" wide busy={open.isPending} onClick={() => open.mutate(token)}>
            {t('link.open')}
          </Button>
        </>
      )}
      {open.error && <ErrorState error={open.error} />}
      {(open.error || !token) && (
        <Aside>
          <a class={linkClass} href="/sign-in?by=link">
            {t('link.again')}
          </a>
        </Aside>
      )}
    </Door>
  )
}
