import { hashToken, newId, newToken } from '@hoicho/server/platform/ids.ts'
import { PLAIN_BOOTH } from '@hoicho/shared/booths/plan-edits.ts'
import type { House } from './house.ts'

const NOW = () => new Date().toISOString()

/** A hall with one booth and a kept version of its plan. */
export async function addHall(house: House, fairId: string) {
  const [hallId, boothId, versionId] = [newId(), newId(), newId()]
  const hall = { name: `Nhà ${hallId.slice(-4)}`, widthCm: 5000, depthCm: 3000 }
  await house.app.db
    .insertInto('hall')
    .values({ id: hallId, fairId, ...hall, createdAt: NOW() })
    .execute()
  const place = { xCm: 100, yCm: 100, widthCm: 300, depthCm: 300 }
  await house.app.db
    .insertInto('booth')
    .values({
      id: boothId,
      fairId,
      hallId,
      number: 'A1',
      kind: 'standard',
      ...place,
      areaCm2: 90_000,
      priceMinor: 0,
      createdAt: NOW(),
    })
    .execute()
  await house.app.db
    .insertInto('planVersion')
    .values({
      id: versionId,
      fairId,
      hallId,
      name: 'A',
      revision: 0,
      content: kept(boothId, place),
      keptAt: NOW(),
    })
    .execute()
  return { hallId, boothId, versionId }
}

/** A plan that can be gone back to: drawn as it is. */
const kept = (id: string, place: object) => ({
  booths: [{ ...PLAIN_BOOTH, id, number: 'A1', kind: 'standard', ...place, ...UNPAID }],
  objects: [],
})
const UNPAID = { priceMinor: 0, fundingSource: 'own', sectorCode: null }

/** A gate with two devices: one that can be revoked, and one that walks. */
export async function addGate(house: House, fairId: string) {
  const [gateId, deviceId, deviceToken] = [newId(), newId(), newToken()]
  await house.app.db
    .insertInto('gate')
    .values({ id: gateId, fairId, name: `Cổng ${gateId.slice(-4)}`, kinds: ['exhibitor'], createdAt: NOW() })
    .execute()
  const device = { fairId, name: 'Máy', createdAt: NOW() }
  await house.app.db
    .insertInto('gateDevice')
    .values([
      { ...device, id: deviceId, tokenHash: hashToken(newToken()) },
      { ...device, id: newId(), tokenHash: hashToken(deviceToken) },
    ])
    .execute()
  return { gateId, deviceId, deviceToken }
}
