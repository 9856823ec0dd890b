import { createHmac, timingSafeEqual } from 'node:crypto'
import type { EstablishmentRole, OrganizerRole, Rights } from '@hoicho/shared/identity/permissions.ts'
import { NOBODY } from '@hoicho/shared/identity/permissions.ts'
import { sql } from 'kysely'
import type { Actor, App } from '../platform/context.ts'
import { hashToken } from '../platform/ids.ts'

export type Identified = { actor: Actor; rights: Rights }

const ANYBODY: Identified = { actor: { kind: 'public' }, rights: NOBODY }

/** Who sends this request: a gate device by its token, a person by the session cookie, or anybody. */
export async function identify(app: App, headers: Headers): Promise<Identified> {
  const deviceToken = /^Device (\S+)$/.exec(headers.get('authorization') ?? '')?.[1]
  if (deviceToken) return await identifyDevice(app, deviceToken)
  const sessionToken = sessionTokenOf(headers.get('cookie') ?? '', app.secrets.sessionSecret)
  if (!sessionToken) return ANYBODY
  return identified(await personBySession(app, sessionToken))
}

/** A person with all their rights, without a session: for commands, jobs and the demonstration. */
export async function identifyPerson(app: App, personId: string): Promise<Identified> {
  return identified(await personById(app, personId))
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
 * The session token in a cookie of better-auth's making: `<token>.<base64 of its HMAC-SHA-256>`. Checked here so that a
 * request costs one statement; better-auth itself prolongs the session when the page asks who is signed in.
 */
function sessionTokenOf(cookies: string, secret: string): string | undefined {
  const value = /(?:^|; ?)(?:__Secure-)?hoicho\.session_token=([^;]+)/.exec(cookies)?.[1]
  if (!value) return undefined
  const signed = decode(value)
  const cut = signed.lastIndexOf('.')
  const token = signed.slice(0, cut)
  const given = Buffer.from(signed.slice(cut + 1), 'base64')
  const right = createHmac('sha256', secret).update(token).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? token : undefined
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

type StaffRole = { organizerId: string; role: OrganizerRole; needsSecondFactor: boolean }
type MemberRole = { establishmentId: string; role: EstablishmentRole }
type PersonRow = NonNullable<Awaited<ReturnType<typeof personById>>>

const personBySession = (app: App, token: string) =>
  peopleWithRoles(app)
    .innerJoin('session', 'session.personId', 'person.id')
    .select('session.id as sessionId')
    .where('session.token', '=', token)
    // Sessions are better-auth's: they run by the machine's clock, not by the one of the demonstration.
    .where('session.expiresAt', '>', new Date().toISOString())
    .executeTakeFirst()

const personById = (app: App, id: string) =>
  peopleWithRoles(app)
    .select(sql<string | null>`null`.as('sessionId'))
    .where('person.id', '=', id)
    .executeTakeFirst()

/** People, each with the roles they hold now, in one statement. */
function peopleWithRoles(app: App) {
  return app.db.selectFrom('person').select([
    'person.id',
    'person.name',
    'person.email',
    'person.isPlatformAdmin',
    'person.twoFactorEnabled',
    sql<
      StaffRole[]
    >`(select coalesce(json_agg(json_build_object('organizerId', m.organizer_id, 'role', m.role,
        'needsSecondFactor', o.requires_second_factor) order by m.id), '[]')
        from organizer_member m join organizer o on o.id = m.organizer_id
        where m.person_id = person.id and m.ended_at is null)`.as('staff'),
    sql<
      MemberRole[]
    >`(select coalesce(json_agg(json_build_object('establishmentId', m.establishment_id, 'role', m.role)
        order by m.id), '[]') from establishment_member m
        where m.person_id = person.id and m.ended_at is null)`.as('memberships'),
  ])
}

/** Where an organizer asks for the second factor and the person has none, the roles there do not count until it is set up. */
function identified(person: PersonRow | undefined): Identified {
  if (!person) return ANYBODY
  const { id, name, email, sessionId, staff, isPlatformAdmin } = person
  const usable = staff.filter(held => person.twoFactorEnabled || !held.needsSecondFactor)
  return {
    actor: { kind: 'person', id, name, email, sessionId, lacksSecondFactor: usable.length < staff.length },
    rights: {
      isSignedIn: true,
      isPlatformAdmin,
      deviceFairId: null,
      organizers: usable.map(({ organizerId, role }) => ({ organizerId, role })),
      establishments: person.memberships,
    },
  }
}
