import { parseVietQr } from '@hoicho/shared/contracts/vietqr.ts'
import { describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import {
  auditOf,
  finance,
  house,
  issue,
  issued,
  mailsOf,
  manager,
  officer,
  otherManager,
} from '../../support/contracts.ts'

describe('cancel', () => {
  it('frees the booths for another contract; the number is not used again', async () => {
    const held = await issued(1)
    const { status, body } = await manager.send('POST', `${held.path}/cancel`, { reason: 'Sai tên đơn vị' })
    expect([status, body.state, body.cancelReason]).toEqual([200, 'cancelled', 'Sai tên đơn vị'])
    expect((await mailsOf(held.fairId)).at(-1)?.bodyText).toContain('Lý do: Sai tên đơn vị')
    const again = await issue(officer, held)
    expect(again.status).toBe(201)
    expect(again.body.number).not.toBe(held.contract.number)
    const twice = await manager.send('POST', `${held.path}/cancel`, { reason: 'x' })
    expect(twice.body.code).toBe('platform.wrong-state')
  })

  it('is for the manager, with a reason', async () => {
    const held = await issued(1)
    const people = [house.visitor, otherManager, finance]
    const answers = await Promise.all(
      people.map(one => one.send('POST', `${held.path}/cancel`, { reason: 'x' })),
    )
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403])
    const silent = await manager.send('POST', `${held.path}/cancel`, { reason: '' })
    expect(silent.status).toBe(422)
  })
})

describe('payments', () => {
  const payment = { amountMinor: 500_000, paidOn: '2026-11-20', reference: 'FT123', note: '' }

  it('are recorded and made void, and the balance follows', async () => {
    const held = await issued(1)
    const paid = await finance.send('POST', `${held.path}/payments`, payment)
    expect([paid.status, paid.body.paidMinor, paid.body.balanceMinor]).toEqual([201, 500_000, 1_500_000])
    const [row] = paid.body.payments
    const undone = await finance.send('POST', `${held.path}/payments/${row.id}/void`, {
      reason: 'Nhầm đơn vị',
    })
    expect([undone.status, undone.body.paidMinor, undone.body.balanceMinor]).toEqual([200, 0, 2_000_000])
    const twice = await finance.send('POST', `${held.path}/payments/${row.id}/void`, { reason: 'x' })
    expect([twice.status, twice.body.code]).toEqual([409, 'contracts.payment-voided'])
    expect((await auditOf(row.id)).map(entry => [entry.action, entry.entity])).toEqual([
      ['contracts.record-payment', 'payment'],
      ['contracts.record-payment', 'payment'],
    ])
  })

  it('are not taken on a cancelled contract nor where all is supported', async () => {
    const cancelled = await issued(1)
    await manager.send('POST', `${cancelled.path}/cancel`, { reason: 'x' })
    const free = await issued(1, { scheme: 'organise-home-fair' })
    const answers = await Promise.all(
      [cancelled, free].map(held => finance.send('POST', `${held.path}/payments`, payment)),
    )
    expect(answers.map(answer => answer.body.code)).toEqual([
      'platform.wrong-state',
      'contracts.nothing-to-pay',
    ])
  })

  it('are asked for by a QR code with the balance and the number of the contract', async () => {
    const held = await issued(1)
    expect(held.contract.payTo).toMatchObject({
      account: '0011001234567',
      amountMinor: 2_000_000,
      hasQr: true,
    })
    const { status, headers } = await held.owner.send('GET', `${held.path}/payment-qr`)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    const free = await issued(1, { scheme: 'organise-home-fair' })
    expect(free.contract.payTo).toBeNull()
    expect((await free.owner.send('GET', `${free.path}/payment-qr`)).status).toBe(404)
  })

  it('are for finance and the manager, of their own contracts', async () => {
    const held = await issued(1)
    const other = await issued(1)
    const people = [house.visitor, otherManager, officer, held.owner]
    const answers = await Promise.all(people.map(one => one.send('POST', `${held.path}/payments`, payment)))
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403, 403])
    const { body } = await finance.send('POST', `${other.path}/payments`, payment)
    const stray = await finance.send('POST', `${held.path}/payments/${body.payments[0].id}/void`, {
      reason: 'x',
    })
    expect(stray.status).toBe(404)
  })
})

describe('reading', () => {
  it('is for both sides and nobody else', async () => {
    const held = await issued(1)
    const stranger = (await establishment(house)).owner
    const people = [house.visitor, stranger, otherManager, officer, held.owner]
    const views = await Promise.all(people.map(person => person.send('GET', held.path)))
    expect(views.map(answer => answer.status)).toEqual([401, 404, 404, 200, 200])
    const files = await Promise.all(
      people.map(person => person.send('GET', `/api/files/${held.contract.fileId}`)),
    )
    expect(files.map(answer => answer.status)).toEqual([404, 404, 404, 200, 200])
    const own = await held.owner.send('GET', `/api/establishments/${held.establishmentId}/contracts`)
    expect(own.body.items.map((one: { id: string }) => one.id)).toEqual([held.contract.id])
    const lists = await Promise.all(
      people.map(person => person.send('GET', `/api/fairs/${held.fairId}/contracts`)),
    )
    expect(lists.map(answer => answer.status)).toEqual([401, 404, 404, 200, 404])
  })
})

it('the code in the QR is one every bank reads', async () => {
  const held = await issued(1)
  const { payTo } = held.contract
  const { buildVietQr, transferTo } = await import('@hoicho/shared/contracts/vietqr.ts')
  const code = buildVietQr({
    ...transferTo('970436', payTo.account),
    amountVnd: payTo.amountMinor,
    purpose: payTo.reference,
  })
  expect(parseVietQr(code)).toMatchObject({ ok: true, payment: { purpose: payTo.reference } })
})
