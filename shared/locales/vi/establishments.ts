/** The profile of an establishment, for its own people. */
export default {
  'province.old': '{name} (trước 7/2025)',
} as const
