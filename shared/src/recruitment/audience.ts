/** A province as the audience names it, `gso-34:24`, with the new unit it became part of. */
export type ProvinceUnit = { scheme: string; code: string; mergedIntoCode: string | null }

const keyOf = (unit: { scheme: string; code: string }) => `${unit.scheme}:${unit.code}`

/**
 * The provinces an address may be recorded under to count as one of those chosen. A new unit stands for the old ones that
 * became it; a new unit counts when all the old ones it was made of are chosen, for then wherever in it the place lies it
 * lies in a chosen one (resolution 202/2025/QH15). Adds nothing else: from a part the whole is not known.
 */
export function provinceKeys(chosen: readonly string[], units: readonly ProvinceUnit[]): string[] {
  const keys = new Set(chosen)
  const members = new Map<string, string[]>()
  for (const unit of units) {
    if (unit.mergedIntoCode === null) continue
    const whole = `gso-34:${unit.mergedIntoCode}`
    members.set(whole, [...(members.get(whole) ?? []), keyOf(unit)])
  }
  for (const [whole, parts] of members) {
    if (keys.has(whole)) for (const part of parts) keys.add(part)
    else if (parts.every(part => keys.has(part))) keys.add(whole)
  }
  return [...keys]
}
