import {
  DeviceInput,
  DeviceView,
  EnrolInput,
  Enrolled,
  GateInput,
  GateState,
  GateView,
  HallView,
  NewDevice,
  ScanBatch,
  ScanResults,
} from '@hoicho/shared/badges/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inFair,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { createDevice } from './create-device.ts'
import { createGate } from './create-gate.ts'
import { editGate } from './edit-gate.ts'
import { enrolDevice } from './enrol-device.ts'
import { gateState, viewHall } from './gate-reads.ts'
import { listDevices, listGates } from './reads.ts'
import { removeGate } from './remove-gate.ts'
import { revokeDevice } from './revoke-device.ts'
import { scanBatch } from './scan.ts'

const oneGate = inFair.extend({ gateId: IdParam })

const gates = createRoute({
  ...act('badges.view-hall'),
  method: 'get',
  path: '/fairs/{fairId}/gates',
  summary: 'Gates of a fair',
  request: { params: inFair },
  responses: ok(z.object({ items: z.array(GateView) })),
})

const addGate = createRoute({
  ...act('badges.manage-gates'),
  method: 'post',
  path: '/fairs/{fairId}/gates',
  summary: 'Add a gate',
  request: { params: inFair, body: body(GateInput) },
  responses: created(GateView),
})

const changeGate = createRoute({
  ...act('badges.manage-gates'),
  method: 'put',
  path: '/fairs/{fairId}/gates/{gateId}',
  summary: "Change a gate's name or kinds",
  request: { params: oneGate, body: body(GateInput) },
  responses: ok(GateView),
})

const dropGate = createRoute({
  ...act('badges.manage-gates'),
  method: 'delete',
  path: '/fairs/{fairId}/gates/{gateId}',
  summary: 'Remove a gate',
  request: { params: oneGate },
  responses: noContent,
})

const devices = createRoute({
  ...act('badges.manage-gates'),
  method: 'get',
  path: '/fairs/{fairId}/gate-devices',
  summary: 'Gate devices of a fair',
  request: { params: inFair },
  responses: ok(z.object({ items: z.array(DeviceView) })),
})

const addDevice = createRoute({
  ...act('badges.manage-gates'),
  method: 'post',
  path: '/fairs/{fairId}/gate-devices',
  summary: 'Prepare a device: answers its one-time code',
  request: { params: inFair, body: body(DeviceInput) },
  responses: created(NewDevice),
})

const dropDevice = createRoute({
  ...act('badges.manage-gates'),
  method: 'post',
  path: '/fairs/{fairId}/gate-devices/{deviceId}/revoke',
  summary: 'Lock a device out',
  request: { params: inFair.extend({ deviceId: IdParam }) },
  responses: ok(DeviceView),
})

const hall = createRoute({
  ...act('badges.view-hall'),
  method: 'get',
  path: '/fairs/{fairId}/hall',
  summary: 'The hall now',
  request: { params: inFair },
  responses: ok(HallView),
})

const enrol = createRoute({
  ...act('badges.enrol-device'),
  method: 'post',
  path: '/gate/enrol',
  summary: "Turn a one-time code into the device's token",
  request: { body: body(EnrolInput) },
  responses: ok(Enrolled),
})

const state = createRoute({
  ...act('badges.scan'),
  method: 'get',
  path: '/gate/state',
  summary: 'What a device needs to judge by itself',
  responses: ok(GateState),
})

const scans = createRoute({
  ...act('badges.scan'),
  method: 'post',
  path: '/gate/scans',
  summary: 'Store attempts; each has its own result',
  request: { body: body(ScanBatch) },
  responses: ok(ScanResults),
})

export const gateRoutes = router()
  .openapi(gates, async c => c.json({ items: await listGates(ctxOf(c), c.req.valid('param').fairId) }, 200))
  .openapi(addGate, async c =>
    c.json(await createGate(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 201),
  )
  .openapi(changeGate, async c => {
    const { fairId, gateId } = c.req.valid('param')
    return c.json(await editGate(ctxOf(c), fairId, gateId, c.req.valid('json')), 200)
  })
  .openapi(dropGate, async c => {
    const { fairId, gateId } = c.req.valid('param')
    await removeGate(ctxOf(c), fairId, gateId)
    return c.body(null, 204)
  })
  .openapi(devices, async c =>
    c.json({ items: await listDevices(ctxOf(c), c.req.valid('param').fairId) }, 200),
  )
  .openapi(addDevice, async c =>
    c.json(await createDevice(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 201),
  )
  .openapi(dropDevice, async c => {
    const { fairId, deviceId } = c.req.valid('param')
    return c.json(await revokeDevice(ctxOf(c), fairId, deviceId), 200)
  })
  .openapi(hall, async c => c.json(await viewHall(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(enrol, async c => c.json(await enrolDevice(ctxOf(c), c.req.valid('json').code), 200))
  .openapi(state, async c => c.json(await gateState(ctxOf(c)), 200))
  .openapi(scans, async c => c.json(await scanBatch(ctxOf(c), c.req.valid('json').items), 200))

export type GateRoutes = typeof gateRoutes
