import { randomBytes, randomUUID } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCode, firstLine, StartError } from '@hoicho/db/start-error.ts'
import { z } from 'zod'

const secret = z.string().regex(/^[\w-]{43}$/)

const shape = z.object({
  /** Signs session cookies. */
  sessionSecret: secret,
  /** Goes into the hash of every device and link token, so a stolen database alone opens nothing. */
  tokenPepper: secret,
  /** Encrypts the keys and passwords centres entrust to us. */
  keyEncryptionKey: secret,
})

/** Each 32 random bytes, in base64url. */
export type Secrets = z.output<typeof shape>

/**
 * Reads `<dataDir>/secrets/secrets.json`, and makes it first where there is none: file mode 600 in a folder of mode
 * 700. Of several processes starting at once all get the same.
 * @throws StartError when the file is there but cannot be used: new secrets would lock everybody out
 */
export function loadSecrets(dataDir: string): Secrets {
  const folder = join(dataDir, 'secrets')
  const path = join(folder, 'secrets.json')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    const content = readIfThere(path) ?? create(path)
    chmodSync(path, 0o600)
    return shape.parse(JSON.parse(content))
  } catch (error) {
    const cause =
      error instanceof z.ZodError || error instanceof SyntaxError ? 'it is damaged' : firstLine(error)
    throw new StartError(`The secrets in ${path} cannot be used: ${cause}.`, { cause: error })
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** The file appears with its content in one step, or is somebody else's by then. */
function create(path: string): string {
  const draft = `${path}.${randomUUID()}`
  const made: Secrets = { sessionSecret: fresh(), tokenPepper: fresh(), keyEncryptionKey: fresh() }
  writeFileSync(draft, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8')
}

function fresh(): string {
  return randomBytes(32).toString('base64url')
}
