import type { connect } from '@hoicho/db/connect.ts'
import type { Database } from '@hoicho/db/schema.ts'
import type { Rights } from '@hoicho/shared/identity/permissions.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import type { Kysely, Transaction } from 'kysely'
import type { Auth } from '../identity/auth.ts'
import type { Config } from './config.ts'
import type { Events } from './events.ts'
import type { Log } from './log.ts'
import { problem } from './problem.ts'
import type { Secrets } from './secrets.ts'

export type Db = Kysely<Database>
export type Tx = Transaction<Database>

/** What lives as long as the process. */
export type App = {
  config: Config
  secrets: Secrets
  log: Log
  db: Db
  sql: ReturnType<typeof connect>['sql']
  auth: Auth
  events: Events
}

/** Who is acting. A person's rights are read once per request. */
export type Actor =
  | { kind: 'public' }
  | {
      kind: 'person'
      id: string
      name: string
      email: string
      sessionId: string | null
      lacksSecondFactor: boolean
    }
  | { kind: 'device'; id: string; fairId: string }
  | { kind: 'system' }

/** One request, or one act of the seed or a job. Handed to every verb and read. */
export type Ctx = {
  app: App
  actor: Actor
  rights: Rights
  locale: Locale
  requestId: string
  /** The client's address as far as it can be trusted; for rate limits only. */
  ip: string
  /** Makes a repeated write answer as the first one did. */
  idempotencyKey: string | null
  /** The one clock, an ISO instant. The seed turns it back to 2019. */
  now(): string
}

/** The person acting; anybody else is told to sign in. */
export function personOf(ctx: Ctx): Extract<Actor, { kind: 'person' }> {
  if (ctx.actor.kind !== 'person') throw problem('identity.not-signed-in')
  return ctx.actor
}

/** The person's id when a person acts, for columns such as assigned_by. */
export const actorPersonId = (ctx: Ctx) => (ctx.actor.kind === 'person' ? ctx.actor.id : null)
