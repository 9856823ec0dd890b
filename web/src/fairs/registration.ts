/** Where a fair stands for those who want to take part, at an instant. Instants and days sort as text. */
export type RegistrationPhase = 'before' | 'open' | 'over' | 'ended'

export function registrationPhase(
  fair: { state: string; closesOn: string; registrationOpensAt: string; registrationClosesAt: string },
  now: string,
): RegistrationPhase {
  if (fair.state === 'closed' || fair.closesOn < now.slice(0, 10)) return 'ended'
  if (now < fair.registrationOpensAt) return 'before'
  return now < fair.registrationClosesAt ? 'open' : 'over'
}
