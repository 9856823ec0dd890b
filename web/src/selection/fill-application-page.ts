import { applicationSlots } from '../recruitment/application-slots.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { RoadPart } from './road-part.tsx'

/** Loaded beside the desk's page of one application: puts the gates into the place kept for them. */
applicationSlots.value = { ...applicationSlots.peek(), Checks: ChecksPanel, Road: RoadPart }
