import type { Action } from '@hoicho/shared/identity/permissions.ts'
import type { Namespaces } from '@hoicho/shared/locales/index.ts'
import { isInside } from '../is-inside.ts'

export interface Room {
  path: string
  /** Who lacks this right neither sees a link nor gets in. */
  action: Action
}

export interface NavLink {
  key: keyof Namespaces['platform'] & `desk.${string}`
  /** The link leads to the first room the person may enter, and stands out in all of them. */
  rooms: readonly Room[]
}

const to = (key: NavLink['key'], ...rooms: [path: string, action: Action][]): NavLink => ({
  key,
  rooms: rooms.map(([path, action]) => ({ path, action })),
})

/** The organizer's own rooms, under /desk. */
export const DESK_LINKS: readonly NavLink[] = [
  to('desk.waiting', ['', 'reports.desk']),
  to('desk.establishments', ['/establishments', 'establishments.list']),
  to('desk.people', ['/people', 'identity.list-staff']),
  to('desk.settings', ['/settings', 'identity.configure-organizer']),
  to('desk.log', ['/log', 'identity.list-audit']),
  to('desk.fair.mail', ['/mail', 'mail.list']),
]

/** The rooms of one fair, in the order its work goes, under /desk/fairs/:fairId. */
export const FAIR_LINKS: readonly NavLink[] = [
  to('desk.fair.overview', ['/overview', 'fairs.view']),
  to(
    'desk.fair.recruitment',
    ['/recruitment', 'recruitment.list-invitations'],
    ['/campaigns', 'recruitment.list-invitations'],
  ),
  to('desk.fair.applications', ['/applications', 'recruitment.list-applications']),
  to('desk.fair.selection', ['/selection', 'selection.view-checks']),
  to('desk.fair.booths', ['/booths', 'booths.list']),
  to('desk.fair.contracts', ['/contracts', 'contracts.list']),
  to('desk.fair.badges', ['/badges', 'badges.list'], ['/gates', 'badges.view-hall']),
  to('desk.fair.deals', ['/deals', 'deals.list']),
  to('desk.fair.reports', ['/reports', 'reports.view']),
  to('desk.fair.mail', ['/mail', 'mail.list']),
  to('desk.fair.setup', ['/setup', 'fairs.edit']),
]

/** Rooms inside a room that ask for another right than it. */
const INNER_DESK: readonly Room[] = [
  { path: '/fairs/new', action: 'fairs.create' },
  { path: '/establishments/new', action: 'establishments.add' },
]
const INNER_FAIR: readonly Room[] = [
  { path: '/campaigns/new', action: 'recruitment.run-campaigns' },
  { path: '/contracts/new', action: 'contracts.issue' },
  { path: '/selection/my-sheets', action: 'selection.score' },
  { path: '/selection/sheets', action: 'selection.score' },
]

/** What a page of the desk asks for, and of which fair; the right to the desk itself where nothing more is asked. */
export function roomOf(path: string): { action: Action; fairId: string | undefined } {
  const found = /^\/desk\/fairs\/(?!new$)([^/]+)(\/.*)?$/.exec(path)
  const fairId = found?.[1]
  const inside = fairId === undefined ? path.slice('/desk'.length) : (found?.[2] ?? '')
  const rooms = fairId === undefined ? roomsOf(INNER_DESK, DESK_LINKS) : roomsOf(INNER_FAIR, FAIR_LINKS)
  const room = rooms.find(one => one.path !== '' && isInside(inside, one.path))
  return { action: room?.action ?? (fairId === undefined ? 'reports.desk' : 'fairs.view'), fairId }
}

const roomsOf = (inner: readonly Room[], links: readonly NavLink[]): readonly Room[] => [
  ...inner,
  ...links.flatMap(link => link.rooms),
]
