import { newId } from '@hoicho/server/platform/ids.ts'
import { establishment } from './applications.ts'
import type { House } from './house.ts'

type Held = { organizerId: string; fairId: string; applicationId: string; establishmentId: string }

/** A fee that came in, state money got elsewhere, and another establishment that is not taken. */
export async function addGateRecords(house: House, held: Held) {
  const now = new Date().toISOString()
  const { organizerId, fairId, applicationId, establishmentId } = held
  const [feePaymentId, supportId, barId] = [newId(), newId(), newId()]
  await house.app.db
    .insertInto('feePayment')
    .values({
      id: feePaymentId,
      fairId,
      applicationId,
      amountMinor: 100,
      currency: 'VND',
      paidOn: '2026-11-01',
      recordedAt: now,
    })
    .execute()
  const support = { source: 'recorded' as const, eventName: 'Hội chợ Xuân', year: 2025, recordedAt: now }
  await house.app.db
    .insertInto('supportRecord')
    .values({ id: supportId, establishmentId, organizerId, ...support })
    .execute()
  const { id: other } = await establishment(house)
  await house.app.db
    .insertInto('barredEstablishment')
    .values({
      id: barId,
      organizerId,
      establishmentId: other,
      reason: 'Bỏ gian hàng',
      barredFrom: '2026-01-01',
      barredAt: now,
    })
    .execute()
  return { feePaymentId, supportId, barId }
}
