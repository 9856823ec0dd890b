import type { DeviceView } from '@hoicho/shared/badges/schema.ts'
import type { devicesOfFair } from './queries.ts'

type DeviceRow = Awaited<ReturnType<typeof devicesOfFair>>[number]

/** A device as staff see it. A code not used in time has expired. */
export function deviceView(row: DeviceRow, now: string): DeviceView {
  const { id, name, enrolExpiresAt, enrolledAt, lastSeenAt } = row
  return { id, name, state: stateOf(row, now), enrolExpiresAt, enrolledAt, lastSeenAt }
}

function stateOf(row: DeviceRow, now: string): DeviceView['state'] {
  if (row.revokedAt) return 'revoked'
  if (row.enrolledAt) return 'enrolled'
  return row.enrolExpiresAt && row.enrolExpiresAt > now ? 'waiting' : 'expired'
}
