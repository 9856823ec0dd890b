import { page } from '../platform/page.ts'
import { applicationSlots } from '../recruitment/application-slots.ts'

/** Loaded beside the establishment's page of one application; its outcome is fetched only once there is one. */
applicationSlots.value = {
  ...applicationSlots.peek(),
  Outcome: page(() => import('./own-outcome.tsx'), ['selection']),
}
