import { newId } from '@hoicho/server/platform/ids.ts'
import {
  type Action,
  allows,
  NOBODY,
  ORGANIZER_ROLES,
  PERMISSIONS,
  type Rights,
  type Target,
} from '@hoicho/shared/identity/permissions.ts'
import { fairInput, type House, type TestPerson } from './house.ts'
import { type Schema, sampleOf } from './sample-body.ts'
import type { World } from './walk-world.ts'

/** Every route of the OpenAPI document with a body that fits, and everybody who may come to it. */
export type Route = {
  method: string
  path: string
  action: string
  body: unknown
  query: string
  schema: Schema | undefined
  parameters: Parameter[]
}
type Parameter = { name: string; in: string; required?: boolean; schema?: Schema }
export type Walker = { name: string; headers: Record<string, string>; rights: Rights; person?: TestPerson }
type Operation = {
  'x-action'?: string
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  parameters?: Parameter[]
}

/** Bodies whose rules between fields a sample of the schema cannot meet. */
const BODIES: Record<string, (sample: Record<string, unknown>) => unknown> = {
  'post /api/fairs/{fairId}/selection/meetings': sample => ({
    ...sample,
    heldAt: '2019-04-18T01:00:00.000Z',
    endedAt: '2019-04-18T03:00:00.000Z',
  }),
  'put /api/fairs/{fairId}/selection/meetings/{meetingId}': sample => ({
    ...sample,
    heldAt: '2019-04-18T01:00:00.000Z',
    endedAt: '2019-04-18T03:00:00.000Z',
  }),
  'put /api/fairs/{fairId}/plan/booths/{boothId}': sample => ({ ...sample, number: 'A01', sectorCode: null }),
  'post /api/fairs/{fairId}/plan/halls/{hallId}/booths': sample => ({
    ...sample,
    booths: [sample.booths]
      .flat()
      .map(booth => Object.assign({}, booth, { number: 'A02', sectorCode: null })),
  }),
  'post /api/fairs/{fairId}/plan/halls/{hallId}/edits': () => ({
    edits: [
      {
        do: 'add-object',
        id: newId(),
        values: {
          kind: 'exit',
          name: '',
          outline: [
            [0, 0],
            [100, 0],
          ],
          zoneKind: null,
          zoneValue: null,
        },
      },
    ],
  }),
  'post /api/organizers/{organizerId}/establishments': sample => ({ ...sample, provinceCode: '01' }),
  'post /api/establishments': sample => ({ ...sample, provinceCode: '01' }),
  'put /api/establishments/{establishmentId}': sample => ({ ...sample, provinceCode: '01' }),
  'post /api/establishments/{establishmentId}/bank-accounts': sample => ({ ...sample, bankBin: '970415' }),
  'post /api/establishments/{establishmentId}/contacts': sample => ({ ...sample, phone: '0912345678' }),
  'put /api/establishments/{establishmentId}/contacts/{contactId}': sample => ({
    ...sample,
    phone: '0912345678',
  }),
  'post /api/organizers/{organizerId}/fairs': () => fairInput(),
  'put /api/organizers/{organizerId}/quiet-hours': sample => ({ ...sample, timeZone: 'Asia/Ho_Chi_Minh' }),
  'put /api/organizers/{organizerId}': sample => ({
    ...sample,
    bankBin: null,
    bankAccount: null,
    bankHolder: null,
    // Turned on, it would shut everybody here out of the routes that follow.
    requiresSecondFactor: false,
  }),
  'post /api/applications/{applicationId}/supports': sample => ({ ...sample, opensOn: null }),
  'post /api/establishments/{establishmentId}/supports': sample => ({ ...sample, opensOn: null }),
  'put /api/fairs/{fairId}': sample => ({ ...fairInput(), version: sample.version }),
  'put /api/applications/{applicationId}/remarks/answer': sample => ({ ...sample, pointer: '/products' }),
  'put /api/applications/{applicationId}/remarks/resolution': sample => ({ ...sample, pointer: '/products' }),
  'put /api/fairs/{fairId}/form': sample =>
    JSON.parse(JSON.stringify(sample).replaceAll('"code":"di bo qua"', '"code":"mucMot"')),
}

/** Values of parameters that are no ids of a record: any that fits will do. */
export const PLAIN: Record<string, string> = {
  token: 'abcdefghijklmnopqrstuvwxyz012345',
  rowNumber: '1',
  slug: 'khong-co',
  code: 'khong-co-ma-nay',
  action: 'publish',
  gate: 'eligible-area',
  version: '1',
  year: '2025',
  sessionId: '01930000-0000-7000-8000-000000000000',
}

export async function readRoutes(house: House): Promise<Route[]> {
  const response = await house.http.request('/api/openapi.json')
  const document = (await response.json()) as {
    paths: Record<string, Record<string, Operation>>
    components?: { schemas?: Record<string, Schema> }
  }
  const schemas = document.components?.schemas ?? {}
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const schema = operation.requestBody?.content?.['application/json']?.schema
      const sample = schema ? sampleOf(schema, schemas) : undefined
      const better = BODIES[`${method} ${path}`]
      const needed = (operation.parameters ?? []).filter(one => one.in === 'query' && one.required)
      const query = new URLSearchParams(
        needed.map(one => [one.name, String(sampleOf(one.schema ?? {}, schemas))]),
      )
      return {
        method: method.toUpperCase(),
        path,
        action: operation['x-action'] ?? '',
        body: better ? better(sample as Record<string, unknown>) : sample,
        query: query.size > 0 ? `?${query}` : '',
        schema,
        parameters: operation.parameters ?? [],
      }
    }),
  )
}

/** Somebody of each role in the world given, and the stranger, the administrator, the device and nobody. */
export async function makeWalkers(
  house: House,
  own: World,
  staff: Map<string, TestPerson>,
): Promise<Walker[]> {
  const { establishmentId } = own
  const admin = await house.signUp('Quản trị')
  await house.app.db.updateTable('person').set({ isPlatformAdmin: true }).where('id', '=', admin.id).execute()
  const member = await house.signUp('Thành viên')
  await house.app.db
    .insertInto('establishmentMember')
    .values({
      id: newId(),
      establishmentId,
      personId: member.id,
      role: 'member',
      createdAt: new Date().toISOString(),
    })
    .execute()
  const signedIn = { ...NOBODY, isSignedIn: true }
  const walker = (name: string, person: TestPerson, rights: Partial<Rights>): Walker => ({
    name,
    person,
    headers: { cookie: person.cookie },
    rights: { ...signedIn, ...rights },
  })
  return [
    { name: 'anonymous', headers: {}, rights: NOBODY },
    walker('nobody', await house.signUp('Không ai'), {}),
    ...ORGANIZER_ROLES.flatMap(role => {
      const person = staff.get(role)
      const organizers = [{ organizerId: own.organizerId, role }]
      return person ? [walker(role, person, { organizers })] : []
    }),
    walker('owner', own.owner, { establishments: [{ establishmentId, role: 'owner' }] }),
    walker('member', member, { establishments: [{ establishmentId, role: 'member' }] }),
    walker('platform admin', admin, { isPlatformAdmin: true }),
    {
      name: 'device',
      headers: { authorization: `Device ${own.deviceToken}` },
      rights: { ...NOBODY, deviceFairId: own.fairId },
    },
  ]
}

export const paramsOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')

/** The first parameter is the tenant's door; those behind it may be of another world. */
export function fill(path: string, world: World, inner: World = world): string {
  const [first] = paramsOf(path)
  const area = path.split('/')[2] ?? ''
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const from = name === first ? world : inner
    const value = from.idsUnder[area]?.[name] ?? from.ids[name] ?? PLAIN[name]
    if (!value) throw new Error(`The walk knows no {${name}} of ${path}: make one in walk-world.ts.`)
    return value
  })
}

/** Which tenants own what the first parameter names; undefined: nothing that is owned. */
export function targetOf(path: string, world: World): Target | undefined {
  const [first] = paramsOf(path)
  const { organizerId, fairId, establishmentId } = world
  if (first === 'organizerId') return { organizerId }
  if (first === 'fairId') return { organizerId, fairId }
  if (first === 'establishmentId') return { establishmentId, isUnclaimed: false }
  if (first === 'applicationId' || first === 'contractId' || first === 'dealId') {
    return { organizerId, fairId, establishmentId }
  }
  return undefined
}

export const isAction = (name: string): name is Action => Object.hasOwn(PERMISSIONS, name)
/** Whether the permission table lets the walker do it in this world. */
export function isGranted(action: Action, walker: Walker, target: Target | undefined, own: World): boolean {
  const isDeviceDoor = target === undefined && 'device' in PERMISSIONS[action]
  return allows(action, walker.rights, target ?? (isDeviceDoor ? { fairId: own.fairId } : {}))
}

/** What an answer says; of a stream without end its first message. */
export async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return await response.text()
  const reader = response.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  await reader?.cancel()
  return new TextDecoder().decode(value)
}
