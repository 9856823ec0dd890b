import { addBooths } from '@hoicho/server/booths/add-booths.ts'
import { createHall } from '@hoicho/server/booths/create-hall.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { BoothInput, BoothView } from '@hoicho/shared/booths/schema.ts'
import type { House } from './house.ts'

/** A standard booth of 3 m by 3 m in the hall's upper left corner, to spread over. */
export const boothInput = (changes: Partial<BoothInput> = {}): BoothInput => ({
  number: 'A01',
  kind: 'standard',
  xCm: 0,
  yCm: 0,
  widthCm: 300,
  depthCm: 300,
  priceMinor: 10_000_000,
  fundingSource: 'national',
  sectorCode: null,
  ...changes,
})

/** A hall of 30 m by 20 m with a row of booths A01, A02, … along its upper wall. */
export async function hallWithBooths(house: House, fairId: string, count: number, name = 'Khu A') {
  const ctx = systemContext(house.app)
  const hall = await createHall(ctx, fairId, { name, level: 0, widthCm: 3000, depthCm: 2000 })
  const booths: BoothView[] = await addBooths(ctx, fairId, hall.id, {
    booths: Array.from({ length: count }, (_, i) =>
      boothInput({ number: `A${String(i + 1).padStart(2, '0')}`, xCm: i * 300 }),
    ),
  })
  return { hall, booths }
}
