// Words of the gates without their schemas, for pages: a page that imports a schema carries all of zod.

/** The yes-or-no questions an application must pass before it is scored, in the order they are shown. */
export const GATES = [
  'dossier-complete',
  'legal-form',
  'sme-size',
  'eligible-area',
  'sector',
  'own-product',
  'certificates',
  'no-banned-goods',
  'trips-abroad',
  'double-funding',
  'fee-paid',
  'not-barred',
] as const
export type Gate = (typeof GATES)[number]

/** What a failing gate does at a fair: keeps the dossier from being taken, warns only, or is not asked at all. */
export const GATE_EFFECTS = ['block', 'warn', 'off'] as const
export type GateEffect = (typeof GATE_EFFECTS)[number]

/** Public purses that pay for fairs. `national` and `local` are the two of industrial promotion. */
export const FUNDS = ['national-promotion', 'local-promotion', 'trade-promotion', 'other-state'] as const
export type Fund = (typeof FUNDS)[number]
