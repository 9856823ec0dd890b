/** What a new campaign begins with; the officer changes it for each. Small batches keep a centre's mail server friendly. */
export const BATCH_SIZE = 50
export const BATCH_MINUTES = 10
export const REMINDER_DAYS: readonly number[] = [14, 7, 2]
