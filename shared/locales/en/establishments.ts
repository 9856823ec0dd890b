import type vi from '../vi/establishments.ts'

export default {
  'province.old': '{name} (before July 2025)',
} as const satisfies Record<keyof typeof vi, string>
