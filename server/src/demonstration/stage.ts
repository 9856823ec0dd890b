import { NOBODY } from '@hoicho/shared/identity/permissions.ts'
import { createTransport } from 'nodemailer'
import { identifyPerson } from '../identity/actor.ts'
import { deliverDue } from '../mail/deliver.ts'
import type { App, Ctx } from '../platform/context.ts'
import { systemContext } from '../platform/system-context.ts'

/**
 * Where the demonstration is played: a clock that is set to the days of 2019, people who act with their own rights,
 * and a letter box of its own. Every act is a verb a person's click would call.
 */
export type Stage = {
  app: App
  /** Turns the clock: `2019-03-04T02:00:00Z`. Each act after it comes some seconds later. */
  at(instant: string): void
  now(): string
  /** A context of the person, with the rights they hold now. */
  as(personId: string): Promise<Ctx>
  system(): Ctx
  /** Somebody who is not signed in: follows a link, registers for a visit. */
  public(): Ctx
  /** A gate device of the fair, once it is enrolled. */
  device(id: string, fairId: string): Ctx
  /** Makes an account as the sign-up page does. */
  person(name: string, email: string): Promise<string>
  /** The personal token in the newest letter to that address. */
  tokenIn(email: string): Promise<string>
}

export function openStage(app: App, password: string): Stage {
  let clock = Date.parse('2019-01-02T01:00:00Z')
  const now = () => new Date((clock += 1000)).toISOString()
  return {
    app,
    at: instant => {
      clock = Date.parse(instant)
    },
    now,
    as: async personId => ({ ...systemContext(app, now), ...(await identifyPerson(app, personId)) }),
    system: () => systemContext(app, now),
    public: () => ({ ...systemContext(app, now), actor: { kind: 'public' } }),
    device: (id, fairId) => ({
      ...systemContext(app, now),
      actor: { kind: 'device', id, fairId },
      rights: { ...NOBODY, deviceFairId: fairId },
    }),
    person: async (name, email) => {
      const { user } = await app.auth.api.signUpEmail({ body: { name, email, password } })
      return user.id
    },
    tokenIn: email => tokenIn(app, email),
  }
}

async function tokenIn(app: App, email: string): Promise<string> {
  const mail = await app.db
    .selectFrom('mail')
    .select('bodyText')
    .where('toAddress', '=', email)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const token = /(?:token=|\/i\/)([\w-]+)/.exec(mail.bodyText)?.[1]
  if (!token) throw new Error('The newest letter holds no link')
  return token
}

/**
 * Delivers the demonstration's letters into a letter box that nobody empties: its addresses end in .example, and none
 * of them may ever reach a mail server.
 */
export async function deliverLetters(app: App, now: () => string): Promise<void> {
  const letterBox = createTransport({ jsonTransport: true })
  while ((await deliverDue(app, letterBox, now)) > 0);
}
