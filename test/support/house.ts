import { randomBytes } from 'node:crypto'
import { createApp } from '@hoicho/server/app.ts'
import { acceptInvitation } from '@hoicho/server/identity/accept-invitation.ts'
import { identifyPerson } from '@hoicho/server/identity/actor.ts'
import { createOrganizer } from '@hoicho/server/identity/create-organizer.ts'
import { inviteStaff } from '@hoicho/server/identity/invite.ts'
import { openApp } from '@hoicho/server/open-app.ts'
import type { Config } from '@hoicho/server/platform/config.ts'
import type { App, Ctx } from '@hoicho/server/platform/context.ts'
import { createLog } from '@hoicho/server/platform/log.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { FairInput } from '@hoicho/shared/fairs/schema.ts'
import type { OrganizerRole } from '@hoicho/shared/identity/permissions.ts'
import type { OrganizerInput } from '@hoicho/shared/identity/schema.ts'
import type { TestDatabase } from './database.ts'

/** A person of a test: sends requests with their own session, and has a context to call verbs with. */
export type TestPerson = {
  id: string
  email: string
  cookie: string
  /** A request as the browser sends it. A body that is no string or bytes goes as JSON. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  ctx(): Promise<Ctx>
}

// A test looks into bodies of every shape; what it expects of them it asserts.
// oxlint-disable-next-line typescript/no-explicit-any
export type Answer = { status: number; headers: Headers; body: any; response: Response }

export type House = {
  app: App
  database: TestDatabase
  http: ReturnType<typeof createApp>
  /** Anybody: no session. */
  visitor: Pick<TestPerson, 'send'>
  signUp(name?: string): Promise<TestPerson>
  /** An organizer of its own, with nobody in it. */
  organizer(input?: Partial<OrganizerInput>): Promise<string>
  /** A new person who has accepted an invitation to that role. */
  staff(organizerId: string, role: OrganizerRole, name?: string): Promise<TestPerson>
  /** The personal link in the newest mail to that address: its token. */
  tokenMailedTo(email: string): Promise<string>
  close(): Promise<void>
}

export const PASSWORD = 'Mat khau cua toi 1'

const config: Config = {
  nodeEnv: 'test',
  production: false,
  port: 0,
  host: '127.0.0.1',
  tls: undefined,
  publicUrl: 'http://localhost:3000',
  trustProxy: false,
  databaseUrl: undefined,
  dataDir: '',
  smtpUrl: undefined,
  mailFrom: 'Hoicho <no-reply@hoicho.test>',
  logLevel: 'silent',
  demo: false,
}

/** The whole server on a database of its own, without a socket. Close it when the file ends. */
export async function openHouse(changes: Partial<Config> = {}, given?: TestDatabase): Promise<House> {
  // The benchmarks bring their own database; only a test run has one to draw from.
  const database = given ?? (await (await import('./database.ts')).freshDatabase())
  const secret = () => randomBytes(32).toString('base64url')
  const secrets = { sessionSecret: secret(), tokenPepper: secret(), keyEncryptionKey: secret() }
  const { app, close } = openApp({ ...config, ...changes }, secrets, createLog('silent'), database.url, 8)
  const http = createApp(app)
  const send = sender(http)
  const signUp = (name = 'Nguyễn Văn Ân') => signUpPerson(app, send, name)
  const tokenMailedTo = (email: string) => readToken(app, email)
  return {
    app,
    database,
    http,
    visitor: { send },
    signUp,
    tokenMailedTo,
    organizer: async input => (await createOrganizer(systemContext(app), organizerInput(input))).id,
    staff: async (organizerId, role, name = `${role} ${randomBytes(3).toString('hex')}`) => {
      const person = await signUp(name)
      await inviteStaff(systemContext(app), organizerId, { email: person.email, role, locale: 'vi' })
      await acceptInvitation(await person.ctx(), await tokenMailedTo(person.email))
      return person
    },
    close: async () => {
      await close()
      await database.close()
    },
  }
}

function sender(http: House['http'], cookie = '') {
  return async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const raw = typeof body === 'string' || body instanceof Uint8Array
    const response = await http.request(path, {
      method,
      headers: {
        'x-requested-with': 'hoicho',
        ...(cookie ? { cookie } : {}),
        ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    })
    const isJson = response.headers.get('content-type')?.includes('json')
    const parsed = isJson ? await response.clone().json() : undefined
    return { status: response.status, headers: response.headers, body: parsed, response }
  }
}

async function signUpPerson(app: App, _send: TestPerson['send'], name: string): Promise<TestPerson> {
  // A domain of one's own: people who share one are taken to have something to do with each other.
  const email = `nguoi@${randomBytes(6).toString('hex')}.example.vn`
  const answer = await app.auth.api.signUpEmail({
    body: { email, name, password: PASSWORD },
    asResponse: true,
  })
  const cookie = answer.headers
    .getSetCookie()
    .map(value => value.split(';')[0])
    .join('; ')
  const { user } = (await answer.json()) as { user: { id: string } }
  return personOf(app, user.id, email, cookie)
}

function personOf(app: App, id: string, email: string, cookie: string): TestPerson {
  return {
    id,
    email,
    cookie,
    send: (...request) => sender(createApp(app), cookie)(...request),
    ctx: async () => ({ ...systemContext(app), ...(await identifyPerson(app, id)) }),
  }
}

async function readToken(app: App, email: string): Promise<string> {
  const mail = await app.db
    .selectFrom('mail')
    .select('bodyText')
    .where('toAddress', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const token = /(?:token=|\/i\/)([\w-]+)/.exec(mail.bodyText)?.[1]
  if (!token) throw new Error(`No link in the mail to ${email}`)
  return token
}

export function organizerInput(changes: Partial<OrganizerInput> = {}): OrganizerInput {
  return {
    slug: `org-${randomBytes(4).toString('hex')}`,
    nameVi: 'Trung tâm Khuyến công thử nghiệm',
    nameEn: 'Test Industrial Promotion Centre',
    parentNameVi: 'Cục Công Thương địa phương',
    shortName: 'TTKC',
    documentSymbol: 'TTKC',
    placeVi: 'Hà Nội',
    address: '1 phố Thử, Hà Nội',
    phone: '+842412345678',
    email: 'vanthu@example.vn',
    taxCode: null,
    representativeName: 'Trần Thị Bình',
    representativePosition: 'Giám đốc',
    bankBin: null,
    bankAccount: null,
    bankHolder: null,
    requiresSecondFactor: false,
    ...changes,
  }
}

/** An instant so many days from now. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** A fair's own day: in the evening of UTC it is tomorrow already in Hà Nội. */
export const dayInHanoi = (days: number) => day(days + 7 / 24).slice(0, 10)

/** A fair at home that can be published as it stands. Registration is open now. */
export function fairInput(changes: Partial<FairInput> = {}): FairInput {
  return {
    slug: `hoi-cho-${randomBytes(4).toString('hex')}`,
    kind: 'home',
    nameVi: 'Hội chợ hàng công nghiệp nông thôn',
    nameEn: 'Rural industry fair',
    nameDe: 'Messe der ländlichen Industrie',
    themeVi: '',
    themeEn: '',
    themeDe: '',
    descriptionVi: '',
    descriptionEn: '',
    descriptionDe: '',
    opensOn: dayInHanoi(30),
    closesOn: dayInHanoi(34),
    dailyOpensAt: '08:30',
    dailyClosesAt: '18:00',
    timeZone: 'Asia/Ho_Chi_Minh',
    currency: 'VND',
    country: 'VN',
    city: 'Hà Nội',
    venueName: 'Hoàng thành Thăng Long',
    venueAddress: '',
    sectorCodes: ['food', 'handicraft'],
    quota: 10,
    passMark: 70,
    ruleSetOn: dayInHanoi(0),
    registrationOpensAt: day(-1),
    registrationClosesAt: day(10),
    ...changes,
  }
}
