/** The life of a fair in order, from setting up to the report. Free of zod, so that pages can import it for nothing. */
export const FAIR_PHASES = ['setup', 'announced', 'call', 'selection', 'running', 'results', 'over'] as const

export type FairPhase = (typeof FAIR_PHASES)[number] | 'cancelled'
