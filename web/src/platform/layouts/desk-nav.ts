import type { Namespaces } from '@hoicho/shared/locales/index.ts'

export interface NavLink {
  key: keyof Namespaces['platform'] & `desk.${string}`
  path: string
}

/** The organizer's own rooms, under /desk. */
export const DESK_LINKS: readonly NavLink[] = [
  { key: 'desk.waiting', path: '' },
  { key: 'desk.establishments', path: '/establishments' },
  { key: 'desk.people', path: '/people' },
]

/** The rooms of one fair, in the order its work goes, under /desk/fairs/:fairId. */
export const FAIR_LINKS: readonly NavLink[] = [
  { key: 'desk.fair.overview', path: '/overview' },
  { key: 'desk.fair.recruitment', path: '/recruitment' },
  { key: 'desk.fair.applications', path: '/applications' },
  { key: 'desk.fair.selection', path: '/selection' },
  { key: 'desk.fair.booths', path: '/booths' },
  { key: 'desk.fair.contracts', path: '/contracts' },
  { key: 'desk.fair.badges', path: '/badges' },
  { key: 'desk.fair.deals', path: '/deals' },
  { key: 'desk.fair.reports', path: '/reports' },
  { key: 'desk.fair.mail', path: '/mail' },
  { key: 'desk.fair.setup', path: '/setup' },
]
