import {
  ContractDraft,
  ContractInput,
  ContractList,
  ContractSummary,
  ContractView,
  PaymentInput,
  ReasonInput,
  SignInput,
} from '@hoicho/shared/contracts/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  ok,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { cancelContract } from './cancel-contract.ts'
import { draftContract } from './draft-contract.ts'
import { issueContract } from './issue-contract.ts'
import { listContracts, listOwnContracts, paymentQr, viewContract } from './reads.ts'
import { recordPayment } from './record-payment.ts'
import { signForEstablishment } from './sign-for-establishment.ts'
import { signForOrganizer } from './sign-for-organizer.ts'
import { voidPayment } from './void-payment.ts'

const ofApplication = z.object({ applicationId: IdParam })
const ofContract = z.object({ contractId: IdParam })
const ofPayment = ofContract.extend({ paymentId: IdParam })

const list = createRoute({
  ...act('contracts.list'),
  method: 'get',
  path: '/fairs/{fairId}/contracts',
  summary: 'Contracts of a fair, and applications ready for one',
  request: { params: z.object({ fairId: IdParam }) },
  responses: ok(ContractList),
})

const listOwn = createRoute({
  ...act('contracts.list-own'),
  method: 'get',
  path: '/establishments/{establishmentId}/contracts',
  summary: 'Contracts of an establishment',
  request: { params: z.object({ establishmentId: IdParam }) },
  responses: ok(z.object({ items: z.array(ContractSummary) })),
})

const propose = createRoute({
  ...act('contracts.issue'),
  method: 'get',
  path: '/applications/{applicationId}/contract-draft',
  summary: 'What a contract would say on the usual terms',
  request: { params: ofApplication },
  responses: ok(ContractDraft),
})

const draft = createRoute({
  ...act('contracts.issue'),
  method: 'post',
  path: '/applications/{applicationId}/contract-draft',
  summary: 'What a contract would say on these terms; nothing is written',
  request: { params: ofApplication, body: body(ContractInput) },
  responses: ok(ContractDraft),
})

const issue = createRoute({
  ...act('contracts.issue'),
  method: 'post',
  path: '/applications/{applicationId}/contracts',
  summary: 'Issue the contract of an application',
  request: { params: ofApplication, body: body(ContractInput) },
  responses: created(ContractView),
})

const view = createRoute({
  ...act('contracts.view'),
  method: 'get',
  path: '/contracts/{contractId}',
  summary: 'A contract, for both its sides',
  request: { params: ofContract },
  responses: ok(ContractView),
})

const qr = createRoute({
  ...act('contracts.view'),
  method: 'get',
  path: '/contracts/{contractId}/payment-qr',
  summary: 'VietQR code for what is still to be paid',
  request: { params: ofContract },
  responses: fileAnswer('image/svg+xml', 'The code'),
})

const signOwn = createRoute({
  ...act('contracts.sign-for-establishment'),
  method: 'post',
  path: '/contracts/{contractId}/sign-for-establishment',
  summary: 'Sign for the establishment',
  request: { params: ofContract, body: body(SignInput) },
  responses: ok(ContractView),
})

const countersign = createRoute({
  ...act('contracts.sign-for-organizer'),
  method: 'post',
  path: '/contracts/{contractId}/sign-for-organizer',
  summary: 'Countersign for the organizer',
  request: { params: ofContract, body: body(SignInput) },
  responses: ok(ContractView),
})

const cancel = createRoute({
  ...act('contracts.cancel'),
  method: 'post',
  path: '/contracts/{contractId}/cancel',
  summary: 'Cancel a contract, with the reason',
  request: { params: ofContract, body: body(ReasonInput) },
  responses: ok(ContractView),
})

const pay = createRoute({
  ...act('contracts.record-payment'),
  method: 'post',
  path: '/contracts/{contractId}/payments',
  summary: 'Record a payment',
  request: { params: ofContract, body: body(PaymentInput) },
  responses: created(ContractView),
})

const unpay = createRoute({
  ...act('contracts.record-payment'),
  method: 'post',
  path: '/contracts/{contractId}/payments/{paymentId}/void',
  summary: 'Make a payment void, with the reason',
  request: { params: ofPayment, body: body(ReasonInput) },
  responses: ok(ContractView),
})

export const contractsRoutes = router()
  .openapi(list, async c => c.json(await listContracts(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(listOwn, async c => {
    return c.json({ items: await listOwnContracts(ctxOf(c), c.req.valid('param').establishmentId) }, 200)
  })
  .openapi(propose, async c => {
    return c.json(await draftContract(ctxOf(c), c.req.valid('param').applicationId, null), 200)
  })
  .openapi(draft, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await draftContract(ctxOf(c), applicationId, c.req.valid('json')), 200)
  })
  .openapi(issue, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await issueContract(ctxOf(c), applicationId, c.req.valid('json')), 201)
  })
  .openapi(view, async c => c.json(await viewContract(ctxOf(c), c.req.valid('param').contractId), 200))
  .openapi(qr, async c => {
    const svg = await paymentQr(ctxOf(c), c.req.valid('param').contractId)
    return sendFile(new TextEncoder().encode(svg), 'image/svg+xml', 'vietqr.svg', true) as never
  })
  .openapi(signOwn, async c => {
    const { contractId } = c.req.valid('param')
    return c.json(await signForEstablishment(ctxOf(c), contractId, c.req.valid('json')), 200)
  })
  .openapi(countersign, async c => {
    const { contractId } = c.req.valid('param')
    return c.json(await signForOrganizer(ctxOf(c), contractId, c.req.valid('json')), 200)
  })
  .openapi(cancel, async c => {
    const { contractId } = c.req.valid('param')
    return c.json(await cancelContract(ctxOf(c), contractId, c.req.valid('json').reason), 200)
  })
  .openapi(pay, async c => {
    return c.json(await recordPayment(ctxOf(c), c.req.valid('param').contractId, c.req.valid('json')), 201)
  })
  .openapi(unpay, async c => {
    const { contractId, paymentId } = c.req.valid('param')
    return c.json(await voidPayment(ctxOf(c), contractId, paymentId, c.req.valid('json').reason), 200)
  })

export type ContractsRoutes = typeof contractsRoutes
