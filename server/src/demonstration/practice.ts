import { PRACTICE } from '@hoicho/db/seed/demonstration/fairs.ts'
import { addDays } from '@hoicho/shared/platform/dates.ts'
import { createGate } from '../badges/create-gate.ts'
import { createFair } from '../fairs/create-fair.ts'
import { moveFair } from '../fairs/move-fair.ts'
import { proposeForm } from '../fairs/propose-form.ts'
import { publishForm } from '../fairs/publish-form.ts'
import type { Stage } from './stage.ts'

type Staff = (key: string) => string

/** A fair with its dates around today, so that registering, applying and scanning can be tried as they are. */
export async function playPractice(stage: Stage, organizerId: string, staff: Staff): Promise<void> {
  stage.at(new Date().toISOString())
  const today = stage.now().slice(0, 10)
  const officer = await stage.as(staff('officer'))
  const fair = await createFair(officer, organizerId, {
    ...PRACTICE,
    sectorCodes: [...PRACTICE.sectorCodes],
    opensOn: addDays(today, 21),
    closesOn: addDays(today, 25),
    ruleSetOn: today,
    registrationOpensAt: `${addDays(today, -1)}T00:00:00.000Z`,
    registrationClosesAt: `${addDays(today, 20)}T10:00:00.000Z`,
  })
  await publishForm(officer, fair.id, await proposeForm('home'))
  await moveFair(await stage.as(staff('manager')), fair.id, 'publish')
  await createGate(officer, fair.id, {
    name: 'Cổng 1',
    kinds: ['exhibitor', 'visitor', 'buyer', 'guest', 'press', 'organizer'],
  })
}
