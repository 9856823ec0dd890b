import { openSidesOfAll, planFaults } from '@hoicho/shared/booths/floor-plan.ts'
import type { Tx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { boothsOfHall } from './queries.ts'

/**
 * After booths of a locked hall changed: refuses a plan in which one lies outside or covers another, and writes down
 * the open sides anew where they changed.
 */
export async function keepPlanSound(
  tx: Tx,
  hall: { id: string; widthCm: number; depthCm: number },
): Promise<void> {
  const booths = await boothsOfHall(tx, hall.id)
  const [fault] = planFaults(hall, booths)
  if (fault?.code === 'outside-hall') throw problem('booths.outside-hall', { booth: fault.booth })
  if (fault?.code === 'overlap') {
    throw problem('booths.overlap', { booth: fault.booth, other: fault.other })
  }
  const sides = openSidesOfAll(hall, booths)
  for (const [i, booth] of booths.entries()) {
    const openSides = sides[i]
    if (openSides === undefined || openSides === booth.openSides) continue
    await tx.updateTable('booth').set({ openSides }).where('id', '=', booth.id).execute()
  }
}
