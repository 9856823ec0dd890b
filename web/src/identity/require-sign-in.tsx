import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useSession } from '../platform/session.ts'
import { ErrorState, Loading } from '../ui/states.tsx'

/** Sends a guest to the door, and back here afterwards. */
export function RequireSignIn({ children }: { children: ComponentChildren }) {
  const { person, isPending, error } = useSession()
  const { route, url } = useLocation()
  const isGuest = !isPending && !error && person === null
  useEffect(() => {
    if (isGuest) route(`/sign-in?next=${encodeURIComponent(url)}`, true)
  }, [isGuest])
  if (person) return <>{children}</>
  return <div class="mx-auto max-w-3xl p-6">{error ? <ErrorState error={error} /> : <Loading />}</div>
}
