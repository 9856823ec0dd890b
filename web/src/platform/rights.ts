import {
  type Action,
  allows,
  type EstablishmentRole,
  type Grant,
  type OrganizerRole,
  PERMISSIONS,
  type Rights,
  type Target,
} from '@hoicho/shared/identity/permissions.ts'
import { locale, useMessages } from './i18n.ts'
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

/** Why the person may not do something, in a sentence that names who may; undefined when they may. */
export function useWhyNot(): (action: Action, target?: Target) => string | undefined {
  const can = useCan()
  const t = useMessages('platform')
  const who = useWhoMay()
  return (action, target) => {
    if (can(action, target)) return undefined
    const { organizer }: Grant = PERMISSIONS[action]
    const isManagers = organizer?.length === 1 && organizer[0] === 'manager' && !target?.establishmentId
    return isManagers ? t('access.only.manager') : t('access.only', { who: who(action, target) })
  }
}

/** The roles the table grants an action to, as words: those of the establishment where the target is one. */
export function useWhoMay(): (action: Action, target?: Target) => string {
  const t = useMessages('platform')
  return (action, target) => {
    const { organizer = [], establishment = [] }: Grant = PERMISSIONS[action]
    const isOwn = target?.establishmentId !== undefined && target.organizerId === undefined
    const roles = isOwn || organizer.length === 0 ? establishment : organizer
    const words = roles.map(role => t(`access.who.${role}`))
    return new Intl.ListFormat(locale.value, { type: 'disjunction' }).format(words)
  }
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
