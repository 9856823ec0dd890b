import { ESTABLISHMENT_ROLES, ORGANIZER_ROLES } from '@hoicho/shared/identity/permissions.ts'
import { useMessages } from '../platform/i18n.ts'

const ROLES = [...ORGANIZER_ROLES, ...ESTABLISHMENT_ROLES]

/** A role in the reader's language. */
export function useRoleName(): (role: string) => string {
  const t = useMessages('identity')
  return role => {
    const known = ROLES.find(name => name === role)
    return known ? t(`role.${known}`) : role
  }
}
