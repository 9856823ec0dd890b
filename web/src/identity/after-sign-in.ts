import { nextPath } from '@hoicho/shared/identity/next-path.ts'
import { call } from '../platform/client.ts'
import { queryClient } from '../platform/query.ts'
import { type Session, sessionKey } from '../platform/session.ts'
import { sessionApi } from './api.ts'

/** The first place of a person: where they can do something. */
export function homeOf(session: Session): string {
  if (session.person?.lacksSecondFactor) return '/account?need=second-factor'
  if (session.organizers.length > 0) return '/desk'
  if (session.establishments.length > 0) return '/e'
  if (session.person?.isPlatformAdmin) return '/admin'
  return '/e'
}

/**
 * After a sign-in: what was cached for a guest is forgotten, and the way on is known. The session itself is replaced and
 * not removed: the bar at the top watches it, and would go on showing a guest.
 */
export async function wayOn(next: string | undefined): Promise<string> {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
  const session = await call(sessionApi.session.$get())
  queryClient.setQueryData(sessionKey, session)
  const wanted = nextPath(next)
  if (session.person?.lacksSecondFactor && !wanted?.startsWith('/accept')) return homeOf(session)
  return wanted ?? homeOf(session)
}

/** A link to another page of the door that keeps where the person wanted to go. */
export function withNext(path: string, next: string | undefined): string {
  const wanted = nextPath(next)
  return wanted ? `${path}?next=${encodeURIComponent(wanted)}` : path
}
