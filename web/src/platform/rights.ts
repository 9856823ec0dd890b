import {
  type Action,
  allows,
  type EstablishmentRole,
  type OrganizerRole,
  type Rights,
  type Target,
} from '@hoicho/shared/identity/permissions.ts'
import { type Session, useSession } from './session.ts'

export type Can = (action: Action, target?: Target) => boolean

/**
 * Asks the same permission table as the server whether the person signed in may do something: to show a link, or to say
 * why a button is off. The server decides in the end. Before the session is known nothing is allowed.
 */
export function useCan(): Can {
  const { session } = useSession()
  const rights = rightsOf(session)
  return (action, target) => allows(action, rights, target)
}

/** Whether the person may do it for any organizer they work for: for what is not tied to one fair yet. */
export function useCanSomewhere(): (action: Action) => boolean {
  const { session } = useSession()
  const rights = rightsOf(session)
  return action => (session?.organizers ?? []).some(({ id }) => allows(action, rights, { organizerId: id }))
}

function rightsOf(session: Session | undefined): Rights {
  return {
    isSignedIn: Boolean(session?.person),
    isPlatformAdmin: session?.person?.isPlatformAdmin ?? false,
    deviceFairId: null,
    // The roles come from the table's own columns, which only hold these.
    organizers: (session?.organizers ?? []).flatMap(({ id, roles }) =>
      roles.map(role => ({ organizerId: id, role: role as OrganizerRole })),
    ),
    establishments: (session?.establishments ?? []).flatMap(({ id, roles }) =>
      roles.map(role => ({ establishmentId: id, role: role as EstablishmentRole })),
    ),
  }
}
