import type { identityRoutes } from '@hoicho/server/identity/routes.ts'
import type { SessionView } from '@hoicho/server/identity/session-view.ts'
import { useQuery } from '@tanstack/preact-query'
import { call, client } from './client.ts'
import { isProblem } from './problem.ts'
import { queryClient } from './query.ts'
import { forgetAll } from './store.ts'

export type Session = SessionView

const NOBODY: Session = { person: null, organizers: [], establishments: [] }
const identity = client<typeof identityRoutes>('/api')
export const sessionKey = ['session'] as const

async function fetchSession(): Promise<Session> {
  try {
    return await call(identity.session.$get())
  } catch (error) {
    if (isProblem(error) && (error.status === 401 || error.status === 404)) return NOBODY
    throw error
  }
}

/** Who is here. `session` is undefined until known; `person` is null for a guest. */
export function useSession() {
  const { data, isPending, error } = useQuery({
    queryKey: sessionKey,
    queryFn: fetchSession,
    staleTime: 60_000,
  })
  return { session: data, person: data?.person ?? null, isPending, error }
}

/** Asks again after signing in, accepting an invitation or changing the account. */
export async function refreshSession(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: sessionKey })
}

/** Signs out, forgets what this device kept, and starts again at the door. */
export async function signOut(): Promise<void> {
  await call(identity.session.$delete())
  forgetAll('draft.')
  queryClient.clear()
  location.assign('/')
}
