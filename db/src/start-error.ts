/** Something a person must put right before Hoicho can start. The message is one line, fit to print as it is. */
export class StartError extends Error {
  override name = 'StartError'
}

/** The one line a StartError keeps of what another program or library said. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.trim().split('\n', 1)[0] ?? ''
}

/** The code of a failed system call ('ENOENT') or of a failed statement ('42P04'), when there is one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
