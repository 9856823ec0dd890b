import { z } from 'zod'
import { GATE_EFFECTS, GATES, type Gate, type GateEffect } from './gate-vocabulary.ts'

export type GatePlan = Readonly<Record<Gate, GateEffect>>

const effects = z.partialRecord(z.enum(GATES), z.enum(GATE_EFFECTS))
/** Value of `selection.gates`: what each gate does at a fair at home and abroad. A gate not named is not asked. */
export const gatesRule = z.object({ home: effects, abroad: effects })
type GatesRule = z.infer<typeof gatesRule>

/**
 * What every gate does at a fair: the fair's own choice, else the rule's for its kind. Without a rule every gate blocks:
 * a missing rule must never open a door.
 */
export function gatePlan(
  kind: 'home' | 'abroad',
  rule: GatesRule | null,
  own: readonly { gate: string; effect: GateEffect }[],
): GatePlan {
  const chosen = new Map(own.map(({ gate, effect }) => [gate, effect]))
  const usual = (gate: Gate): GateEffect => (rule === null ? 'block' : (rule[kind][gate] ?? 'off'))
  const entries = GATES.map(gate => [gate, chosen.get(gate) ?? usual(gate)] as const)
  // One entry for every gate.
  return Object.fromEntries(entries) as Record<Gate, GateEffect>
}
