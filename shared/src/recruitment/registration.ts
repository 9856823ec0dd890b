import type { Instant } from '../platform/dates.ts'

export type RegistrationStatus = 'not-open-yet' | 'open' | 'closed'

/** Whether applications are taken at a moment: from the opening moment on, up to but not including the closing moment. */
export function registrationStatus(
  fair: { registrationOpensAt: Instant; registrationClosesAt: Instant },
  at: Instant,
): RegistrationStatus {
  if (at < fair.registrationOpensAt) return 'not-open-yet'
  return at < fair.registrationClosesAt ? 'open' : 'closed'
}

/** `HS-0001`: the number of an application within its fair. */
export const applicationNumber = (serial: number): string => `HS-${String(serial).padStart(4, '0')}`
