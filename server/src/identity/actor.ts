import { NOBODY, type Rights } from '@hoicho/shared/identity/permissions.ts'
import type { Actor, App } from '../platform/context.ts'
import { hashToken } from '../platform/ids.ts'

export type Identified = { actor: Actor; rights: Rights }

const ANYBODY: Identified = { actor: { kind: 'public' }, rights: NOBODY }

/** Who sends this request: a gate device by its token, a person by the session cookie, or anybody. */
export async function identify(app: App, headers: Headers): Promise<Identified> {
  const token = /^Device (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
  if (token) return await identifyDevice(app, token)
  if (!headers.get('cookie')?.includes('hoicho.session_token')) return ANYBODY
  const found = await app.auth.api.getSession({ headers })
  if (!found) return ANYBODY
  return await identifyPerson(app, found.user.id, found.session.id)
}

async function identifyDevice(app: App, token: string): Promise<Identified> {
  const device = await app.db
    .selectFrom('gateDevice')
    .select(['id', 'fairId'])
    .where('tokenHash', '=', hashToken(token))
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  if (!device) return ANYBODY
  return {
    actor: { kind: 'device', id: device.id, fairId: device.fairId },
    rights: { ...NOBODY, deviceFairId: device.fairId },
  }
}

/**
 * A person with all their rights. Where an organizer asks for the second factor and the person has none, the roles
 * there do not count until it is set up.
 */
export async function identifyPerson(
  app: App,
  personId: string,
  sessionId: string | null,
): Promise<Identified> {
  const person = await app.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  if (!person) return ANYBODY
  const asStaff = await staffRoles(app, personId)
  const asMember = await app.db
    .selectFrom('establishmentMember')
    .select(['establishmentId', 'role'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
  const usable = asStaff.filter(held => person.twoFactorEnabled || !held.requiresSecondFactor)
  return {
    actor: {
      kind: 'person',
      id: person.id,
      name: person.name,
      email: person.email,
      sessionId,
      lacksSecondFactor: usable.length < asStaff.length,
    },
    rights: {
      isSignedIn: true,
      isPlatformAdmin: person.isPlatformAdmin,
      deviceFairId: null,
      organizers: usable.map(({ organizerId, role }) => ({ organizerId, role })),
      establishments: asMember,
    },
  }
}

async function staffRoles(app: App, personId: string) {
  return await app.db
    .selectFrom('organizerMember')
    .innerJoin('organizer', 'organizer.id', 'organizerMember.organizerId')
    .select(['organizerMember.organizerId', 'organizerMember.role', 'organizer.requiresSecondFactor'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
}
