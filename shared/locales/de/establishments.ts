import type vi from '../vi/establishments.ts'

export default {
  'province.old': '{name} (vor Juli 2025)',
} as const satisfies Record<keyof typeof vi, string>
