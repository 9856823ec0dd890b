import type { App } from './platform/context.ts'

/** Fills an empty database with the demonstration fairs and returns the lines that say how to sign in. */
export async function seedDemonstration(_app: App): Promise<string[]> {
  return []
}
