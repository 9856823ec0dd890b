import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { DealInput } from '@hoicho/shared/deals/schema.ts'
import { application, establishment } from './applications.ts'
import { fairInput, type House } from './house.ts'

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A fair that is on right now: opened three days ago, closes in three. */
export async function runningFair(house: House, organizerId: string) {
  return await createFair(
    systemContext(house.app),
    organizerId,
    fairInput({ opensOn: day(-3), closesOn: day(3), registrationOpensAt: `${day(-60)}T00:00:00.000Z` }),
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
    signedOn: day(-1),
    note: '',
    evidenceFileId: null,
    ...changes,
  }
}
