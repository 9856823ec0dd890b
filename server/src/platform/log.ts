import { pino } from 'pino'

export type Log = ReturnType<typeof createLog>

/** Structured logs to standard output, one JSON object a line. Callers log ids, codes and counts, never names or addresses. */
export function createLog(level: string) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
