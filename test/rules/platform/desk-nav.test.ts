import { allows, ORGANIZER_ROLES, type OrganizerRole } from '@hoicho/shared/identity/permissions.ts'
import { describe, expect, it } from 'vitest'
import { roomOf } from '../../../web/src/platform/layouts/desk-nav.ts'

const fair = '/desk/fairs/01a203a3-1f68-7c91-9ab4-22a0a52bf45e'

/** Who gets in at the door of a desk page. */
function whoMay(path: string): OrganizerRole[] {
  const { action, fairId } = roomOf(path)
  const target = { organizerId: 'o', ...(fairId ? { fairId } : {}) }
  return ORGANIZER_ROLES.filter(role =>
    allows(
      action,
      {
        isSignedIn: true,
        isPlatformAdmin: false,
        deviceFairId: null,
        organizers: [{ organizerId: 'o', role }],
        establishments: [],
      },
      target,
    ),
  )
}

describe('the doors of the desk', () => {
  it.each<[string, OrganizerRole[]]>([
    ['/desk', ['manager', 'officer', 'finance', 'reviewer', 'gate']],
    ['/desk/people', ['manager', 'officer']],
    ['/desk/establishments', ['manager', 'officer', 'finance']],
    ['/desk/establishments/new', ['manager', 'officer']],
    ['/desk/establishments/5', ['manager', 'officer', 'finance']],
    ['/desk/fairs/new', ['manager', 'officer']],
    [`${fair}/overview`, ['manager', 'officer', 'finance', 'reviewer', 'gate']],
    [`${fair}/setup`, ['manager', 'officer']],
    [`${fair}/applications/7`, ['manager', 'officer', 'finance']],
    [`${fair}/selection`, ['manager', 'officer', 'reviewer']],
    [`${fair}/selection/my-sheets`, ['reviewer']],
    [`${fair}/selection/sheets/7`, ['reviewer']],
    [`${fair}/contracts/new`, ['manager', 'officer', 'finance']],
    [`${fair}/badges`, ['manager', 'officer']],
    [`${fair}/gates`, ['manager', 'officer', 'gate']],
    [`${fair}/reports/rows`, ['manager', 'officer', 'finance']],
  ])('%s lets in %j', (path, roles) => {
    expect(whoMay(path)).toEqual(roles)
  })

  it('know the fair of a page', () => {
    expect(roomOf(`${fair}/gates`).fairId).toBe(fair.split('/')[3])
    expect(roomOf('/desk/fairs/new').fairId).toBeUndefined()
    expect(roomOf('/desk/mail/5').fairId).toBeUndefined()
  })
})
