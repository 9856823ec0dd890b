import type { Action } from '@hoicho/shared/identity/permissions.ts'
import type { Namespaces } from '@hoicho/shared/locales/index.ts'

export interface NavLink {
  key: keyof Namespaces['platform'] & `desk.${string}`
  path: string
  /** Who lacks this right does not see the link. */
  action: Action
}

/** The organizer's own rooms, under /desk. */
export const DESK_LINKS: readonly NavLink[] = [
  { key: 'desk.waiting', action: 'reports.desk', path: '' },
  { key: 'desk.establishments', action: 'establishments.list', path: '/establishments' },
  { key: 'desk.people', action: 'identity.list-staff', path: '/people' },
  { key: 'desk.fair.mail', action: 'mail.list', path: '/mail' },
]

/** The rooms of one fair, in the order its work goes, under /desk/fairs/:fairId. */
export const FAIR_LINKS: readonly NavLink[] = [
  { key: 'desk.fair.overview', action: 'fairs.view', path: '/overview' },
  { key: 'desk.fair.recruitment', action: 'recruitment.list-invitations', path: '/recruitment' },
  { key: 'desk.fair.applications', action: 'recruitment.list-applications', path: '/applications' },
  { key: 'desk.fair.selection', action: 'selection.view-checks', path: '/selection' },
  { key: 'desk.fair.booths', action: 'booths.list', path: '/booths' },
  { key: 'desk.fair.contracts', action: 'contracts.list', path: '/contracts' },
  { key: 'desk.fair.badges', action: 'badges.view-hall', path: '/badges' },
  { key: 'desk.fair.deals', action: 'deals.list', path: '/deals' },
  { key: 'desk.fair.reports', action: 'reports.view', path: '/reports' },
  { key: 'desk.fair.mail', action: 'mail.list', path: '/mail' },
  { key: 'desk.fair.setup', action: 'fairs.edit', path: '/setup' },
]
