/**
 * Who may do what: the only place. The server's one door for writing and every read ask this table, the screens ask
 * it to show or explain a button, and a test walks every route with every role against it.
 */
export const ORGANIZER_ROLES = ['manager', 'officer', 'finance', 'reviewer', 'gate'] as const
export type OrganizerRole = (typeof ORGANIZER_ROLES)[number]

export const ESTABLISHMENT_ROLES = ['owner', 'member'] as const
export type EstablishmentRole = (typeof ESTABLISHMENT_ROLES)[number]

/** Who holds a right. `public`: anybody. `signedIn`: any account. `device`: an enrolled gate device of the same fair. */
export type Grant = {
  readonly public?: true
  readonly signedIn?: true
  readonly platform?: true
  readonly device?: true
  readonly organizer?: readonly OrganizerRole[]
  /** Holders of these roles at whichever organizer: the directory is shared by all of them. */
  readonly anyOrganizer?: readonly OrganizerRole[]
  /** The same, while nobody has an account for the establishment: organizers keep such an entry. */
  readonly unclaimed?: readonly OrganizerRole[]
  /** The organizer's own, about an application they entered for the establishment. */
  readonly entered?: readonly OrganizerRole[]
  readonly establishment?: readonly EstablishmentRole[]
}

const everyone = { public: true } as const
const account = { signedIn: true } as const
const staff = ['manager', 'officer', 'finance', 'reviewer'] as const
const staffBesideCouncil = ['manager', 'officer', 'finance'] as const
const desk = ['manager', 'officer'] as const
const members = ['owner', 'member'] as const

export const PERMISSIONS = {
  // Accounts
  'identity.session': everyone,
  'identity.sign-in': everyone,
  'identity.sign-up': everyone,
  'identity.account': account,
  'identity.accept-invitation': everyone,
  'identity.make-platform-admin': { platform: true }, // by command; no route
  'identity.create-organizer': { platform: true },
  'identity.list-organizers': { platform: true },
  'identity.invite-manager': { platform: true },
  'identity.list-audit': { organizer: ['manager'] },
  'identity.list-staff': { organizer: ['manager', 'officer'] },
  'identity.manage-staff': { organizer: ['manager'] },
  'identity.configure-organizer': { organizer: ['manager'] },
  'identity.list-members': { establishment: members },
  'identity.manage-members': { establishment: ['owner'] },

  // Files
  'files.upload': account,
  'files.download': everyone, // each file is then checked against what it hangs on

  // Directory
  'establishments.reference': everyone,
  'establishments.create': account,
  'establishments.list-own': account,
  // Council members know of establishments what their sheets show, so that no list tells what a sheet hides.
  'establishments.list': { organizer: staffBesideCouncil },
  'establishments.add': { organizer: desk },
  'establishments.import': { organizer: desk },
  'establishments.view': { anyOrganizer: staffBesideCouncil, establishment: members },
  'establishments.edit': { unclaimed: desk, establishment: members },
  // Where money goes is the owner's to say.
  'establishments.edit-bank': { unclaimed: desk, establishment: ['owner'] },
  'establishments.find-duplicates': { organizer: desk },
  // Two records of one establishment become one; what may not be merged is refused (decision 0012).
  'establishments.merge': { platform: true, organizer: ['manager'] },

  // Fairs
  'fairs.public': everyone,
  'fairs.list': { organizer: [...staff, 'gate'] },
  'fairs.view': { organizer: [...staff, 'gate'] },
  'fairs.create': { organizer: desk },
  'fairs.edit': { organizer: desk },
  'fairs.publish': { organizer: ['manager'] },

  // Recruitment
  'recruitment.list-invitations': { organizer: staffBesideCouncil },
  'recruitment.invite': { organizer: desk },
  'recruitment.run-campaigns': { organizer: desk },
  'recruitment.keep-lists': { organizer: desk },
  'recruitment.log-calls': { organizer: desk },
  'recruitment.stop-letters': everyone, // the token in the link is the right
  'recruitment.open-invitation': everyone, // the token in the link is the right
  'recruitment.decline-invitation': everyone, // the same
  'recruitment.accept-invitation': account, // the same
  'recruitment.apply': { establishment: members },
  'recruitment.enter-application': { organizer: desk },
  'recruitment.save-draft': { entered: desk, establishment: members },
  'recruitment.change-papers': { entered: desk, establishment: members },
  'recruitment.submit': { entered: desk, establishment: members },
  'recruitment.withdraw': { entered: desk, establishment: members },
  'recruitment.answer-remark': { entered: desk, establishment: members },
  'recruitment.view-confirmation': { organizer: ['manager', 'officer', 'finance'] },
  'recruitment.ask-confirmation': { organizer: desk },
  'recruitment.confirm-with-paper': { organizer: desk },
  'recruitment.confirm': { establishment: members },
  'recruitment.open-confirmation': everyone, // the link or code is the right
  'recruitment.confirm-by-link': everyone, // the same
  // Reviewers read the applications assigned to them through selection.score, and no others.
  'recruitment.view-application': { organizer: ['manager', 'officer', 'finance'], establishment: members },
  'recruitment.list-applications': { organizer: ['manager', 'officer', 'finance'] },
  'recruitment.list-own-applications': { establishment: members },
  'recruitment.request-correction': { organizer: desk },
  'recruitment.resolve-remark': { organizer: desk },
  'recruitment.assign-officer': { organizer: desk },
  'recruitment.view-notes': { organizer: ['manager', 'officer', 'finance'] },
  'recruitment.write-note': { organizer: desk },

  // Selection
  'selection.check': { organizer: desk },
  'selection.override-check': { organizer: ['manager'] },
  'selection.view-support': { organizer: ['manager', 'officer', 'finance'] },
  'selection.record-support': { organizer: desk },
  'selection.declare-support': { establishment: members },
  'selection.view-fee': { organizer: ['manager', 'officer', 'finance'], establishment: members },
  'selection.record-fee': { organizer: ['finance', 'manager'] },
  'selection.view-barred': { organizer: desk },
  'selection.bar': { organizer: ['manager'] },
  'selection.view': { organizer: ['manager', 'officer', 'reviewer'] },
  'selection.view-checks': { organizer: ['manager', 'officer', 'reviewer'] },
  'selection.configure': { organizer: desk },
  'selection.assign-reviewers': { organizer: desk },
  'selection.score': { organizer: ['reviewer'] },
  'selection.set-council': { organizer: desk },
  'selection.edit-profile': { organizer: [...desk, 'reviewer'] }, // a reviewer their own
  'selection.preside': { organizer: ['reviewer'] }, // the chair alone
  'selection.settle-conflict': { organizer: ['manager', 'reviewer'] }, // of the reviewers, the chair alone
  'selection.remind': { organizer: [...desk, 'reviewer'] }, // of the reviewers, chair and secretary
  'selection.view-ranking': { organizer: desk },
  'selection.try-rules': { organizer: desk },
  'selection.hold-meeting': { organizer: desk },
  'selection.sign-minutes': { organizer: ['manager'] },
  'selection.decide': { organizer: ['manager'] },
  'selection.send-letters': { organizer: desk },
  'selection.answer-place': { establishment: members },
  'selection.record-answer': { organizer: desk },
  'selection.offer-place': { organizer: desk },
  'selection.lapse-places': { organizer: desk },
  'selection.view-own-outcome': { establishment: members },
  'selection.complain': { organizer: desk, establishment: members },
  'selection.answer-complaint': { organizer: ['manager'] },

  // Booths
  'booths.public-plan': everyone,
  'booths.list': { organizer: staffBesideCouncil },
  'booths.draw': { organizer: desk },
  'booths.assign': { organizer: desk },

  // Contracts
  'contracts.list': { organizer: ['manager', 'officer', 'finance'] },
  'contracts.list-own': { establishment: members },
  'contracts.view': { organizer: ['manager', 'officer', 'finance'], establishment: members },
  'contracts.issue': { organizer: ['manager', 'officer', 'finance'] },
  'contracts.sign-for-establishment': { establishment: ['owner'] },
  'contracts.sign-for-organizer': { organizer: ['manager'] },
  'contracts.cancel': { organizer: ['manager'] },
  'contracts.record-payment': { organizer: ['finance', 'manager'] },

  // Badges and gates
  'badges.register-visitor': everyone,
  'badges.show': everyone, // the signed code in the address is the right
  'badges.list': { organizer: ['manager', 'officer'] },
  'badges.issue': { organizer: ['manager', 'officer'] },
  'badges.issue-own': { establishment: members },
  'badges.revoke': { organizer: ['manager', 'officer'] },
  'badges.manage-gates': { organizer: ['manager', 'officer'] },
  'badges.enrol-device': everyone, // the one-time code is the right
  'badges.scan': { device: true },
  'badges.view-hall': { organizer: ['manager', 'officer', 'gate'] },

  // Deals
  'deals.list': { organizer: ['manager', 'officer', 'finance'] },
  'deals.log': { organizer: desk, establishment: members },
  'deals.correct': { organizer: desk, establishment: members },
  'deals.remove': { organizer: desk, establishment: members },
  'deals.list-of-application': {
    organizer: ['manager', 'officer', 'finance'],
    establishment: members,
  },
  'deals.verify': { organizer: desk },
  'deals.reject': { organizer: desk },
  'deals.reopen': { organizer: desk },

  // Mail and reports
  'mail.list': { organizer: desk },
  'mail.resend': { organizer: desk },
  'mail.set-quiet-hours': { organizer: ['manager'] },
  'reports.view': { organizer: ['manager', 'officer', 'finance'] },
  'reports.desk': { organizer: [...staff, 'gate'] },
  'reports.overview': { organizer: [...staff, 'gate'] },
  'reports.own-home': { establishment: members },

  // The house itself
  'platform.health': everyone,
} as const satisfies Record<string, Grant>

export type Action = keyof typeof PERMISSIONS

/** What a person or device is, as far as rights go. */
export type Rights = {
  isSignedIn: boolean
  isPlatformAdmin: boolean
  deviceFairId: string | null
  organizers: readonly { organizerId: string; role: OrganizerRole }[]
  establishments: readonly { establishmentId: string; role: EstablishmentRole }[]
}

/** What an action is done to: the tenants that own it. */
export type Target = {
  organizerId?: string
  fairId?: string
  establishmentId?: string
  applicationId?: string
  /** Nobody has an account for the establishment. */
  isUnclaimed?: boolean
  /** The desk entered the application for the establishment. */
  isEntered?: boolean
  /** The establishment asked for was merged into this one. */
  mergedInto?: string
}

export const NOBODY: Rights = {
  isSignedIn: false,
  isPlatformAdmin: false,
  deviceFairId: null,
  organizers: [],
  establishments: [],
}

/** True when the table grants `action` on `target` to somebody with these rights. Default: no. */
export function allows(action: Action, rights: Rights, target: Target = {}): boolean {
  const grant: Grant = PERMISSIONS[action]
  if (grant.public) return true
  if (grant.signedIn && rights.isSignedIn) return true
  if (grant.platform && rights.isPlatformAdmin) return true
  if (grant.device && rights.deviceFairId !== null && rights.deviceFairId === target.fairId) return true
  const asOrganizer = rights.organizers.some(
    held =>
      held.organizerId === target.organizerId &&
      (grant.organizer?.includes(held.role) || (target.isEntered && grant.entered?.includes(held.role))),
  )
  if (asOrganizer) return true
  if (target.establishmentId && rights.organizers.some(held => sharesDirectory(grant, target, held.role)))
    return true
  return rights.establishments.some(
    held => held.establishmentId === target.establishmentId && grant.establishment?.includes(held.role),
  )
}

/** Whether a role of any organizer opens an entry of the shared directory. */
const sharesDirectory = (grant: Grant, target: Target, role: OrganizerRole): boolean =>
  Boolean(grant.anyOrganizer?.includes(role) || (target.isUnclaimed && grant.unclaimed?.includes(role)))

/** True when the person belongs to one of the tenants that own the target: a refusal may then say so (403, not 404). */
export function belongsTo(rights: Rights, target: Target): boolean {
  return (
    rights.organizers.some(held => held.organizerId === target.organizerId) ||
    rights.establishments.some(held => held.establishmentId === target.establishmentId)
  )
}
