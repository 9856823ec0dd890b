import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { DealInput } from '@hoicho/shared/deals/schema.ts'
import { application, establishment } from './applications.ts'
import { dayInHanoi, fairInput, type House } from './house.ts'

/** A fair that is on right now: opened three days ago, closes in three. */
export async function runningFair(house: House, organizerId: string) {
  return await createFair(
    systemContext(house.app),
    organizerId,
    fairInput({
      opensOn: dayInHanoi(-3),
      closesOn: dayInHanoi(3),
      registrationOpensAt: `${dayInHanoi(-60)}T00:00:00.000Z`,
    }),
  )
}

/** A selected establishment of a running fair, with its owner. */
export async function selectedExhibitor(house: House, fairId: string) {
  const held = await establishment(house)
  const applied = await application(house, fairId, held.id, 'selected')
  return { ...held, applicationId: applied.id, applicationNumber: applied.number }
}

export function dealInput(changes: Partial<DealInput> = {}): DealInput {
  return {
    kind: 'contract',
    partnerName: 'Nordlicht Wohnen GmbH',
    partnerCountry: 'DE',
    partnerContact: 'Frau Berg, berg@nordlicht.example',
    productId: null,
    productText: 'Bát sơn mài',
    valueMinor: 4_200_000,
    currency: 'EUR',
    signedOn: dayInHanoi(-1),
    note: '',
    evidenceFileId: null,
    ...changes,
  }
}
