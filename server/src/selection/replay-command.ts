import { readFile, stat } from 'node:fs/promises'
import { type Difference, replayFile } from '@hoicho/shared/selection/replay.ts'

const USAGE = 'npm run selection:replay -- FILE'
/** A fair of 10,000 applications with seven sheets each stays well below. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * `npm run selection:replay -- FILE`: ranks an exported selection again without any database. Prints its hash and exits 0, or
 * the first difference, or one line about a file that is none, and exits 1.
 */
async function main(args: readonly string[]): Promise<number> {
  const [file] = args
  if (file === undefined || args.length > 1) return say(USAGE, 1)
  const text = await contentOf(file)
  if (text === null) return say(`${file}: cannot be read`, 1)
  const result = replayFile(text)
  if (result.outcome === 'unreadable') return say(`${file}: no record of a selection: ${result.fault}`, 1)
  if (result.outcome === 'different') return say(wordsOf(result.difference), 1)
  return say(
    `${result.sha256}\nThe same: ${result.applications} applications ranked again (${result.format}).`,
    0,
  )
}

async function contentOf(file: string): Promise<string | null> {
  try {
    const found = await stat(file)
    return found.isFile() && found.size <= MOST_BYTES ? await readFile(file, 'utf8') : null
  } catch {
    return null
  }
}

function wordsOf({ path, recorded, recomputed }: Difference): string {
  const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value))
  return `DIFFERENT at ${path}\n  recorded:   ${shown(recorded)}\n  recomputed: ${shown(recomputed)}`
}

function say(text: string, exitCode: number): number {
  const stream = exitCode === 0 ? process.stdout : process.stderr
  stream.write(`${text}\n`)
  return exitCode
}

process.exitCode = await main(process.argv.slice(2))
