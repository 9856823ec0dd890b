import { page } from '../platform/page.ts'
import { applicationSlots } from '../recruitment/application-slots.ts'

/** Loaded beside the establishment's page of one application; what comes next is fetched only once it is selected. */
applicationSlots.value = {
  ...applicationSlots.peek(),
  Next: page(() => import('./next-steps.tsx'), ['home']),
}
