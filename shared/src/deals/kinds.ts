/** What came of a meeting at a fair, from a card exchanged to a common factory (GLOSSARY.md, "Results"). */
export const DEAL_KINDS = [
  'contract',
  'direct-sale',
  'memorandum',
  'agency',
  'joint-venture',
  'lead',
] as const

export type DealKind = (typeof DEAL_KINDS)[number]
