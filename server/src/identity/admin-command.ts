import { text as readAll } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { requireDatabase } from '@hoicho/db/connect.ts'
import { startEmbedded } from '@hoicho/db/embedded.ts'
import { migrate } from '@hoicho/db/migrate.ts'
import { runningEmbedded } from '@hoicho/db/running-embedded.ts'
import { loadReference } from '@hoicho/db/seed/reference/load.ts'
import { StartError } from '@hoicho/db/start-error.ts'
import { newPassword } from '@hoicho/shared/identity/password.ts'
import { emailAddress, text } from '@hoicho/shared/platform/text.ts'
import { z } from 'zod'
import { openApp } from '../open-app.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import { loadSecrets } from '../platform/secrets.ts'
import { systemContext } from '../platform/system-context.ts'
import { makeAdministrator } from './make-administrator.ts'

const USAGE =
  'npm run admin -- --email name@example.org --name "Full name" [--password-stdin]\n' +
  'Makes that person a platform administrator and prints a link to set the password, or reads it from stdin.'

const Input = z.object({ email: emailAddress(), name: text(100), password: newPassword().optional() })

/** `npm run admin`: the first administrator of any database, beside a running server or without one. */
async function main(): Promise<void> {
  const input = await readInput()
  const config = readConfig(process.env)
  const { url, stop } = await openDatabase(config)
  const { app, close } = openApp(config, loadSecrets(config.dataDir), createLog('silent'), url, 2)
  try {
    await migrate(app.db)
    await loadReference(app.db)
    const { isNew, link } = await makeAdministrator(systemContext(app), input)
    const made = isNew ? 'has an account and is' : 'is'
    process.stdout.write(`${input.email} ${made} now a platform administrator.\n`)
    if (link) process.stdout.write(`Set the password within a day, once: ${link}\n`)
  } finally {
    await close()
    await stop()
  }
}

async function readInput(): Promise<{ email: string; name: string; password?: string }> {
  const { values } = parseOptions()
  const piped = values['password-stdin'] ? (await readAll(process.stdin)).replace(/\r?\n$/, '') : undefined
  const given = {
    email: values.email,
    name: values.name,
    ...(piped === undefined ? {} : { password: piped }),
  }
  const parsed = Input.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StartError(`--${issue?.path.join('.')} is missing or not right.\n${USAGE}`)
  }
  const { email, name, password } = parsed.data
  return { email, name, ...(password === undefined ? {} : { password }) }
}

function parseOptions() {
  try {
    return parseArgs({
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        'password-stdin': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : 'Unknown argument.'}\n${USAGE}`)
  }
}

/** The database of the settings, that of a running Hoicho, or our own started for the moment. */
async function openDatabase(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  const stop = async () => {}
  if (config.databaseUrl) {
    await requireDatabase(config.databaseUrl)
    return { url: config.databaseUrl, stop }
  }
  const running = await runningEmbedded(config.dataDir)
  if (running) return { url: running, stop }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log() {} })
  return { url: embedded.url, stop: embedded.stop }
}

main().catch((error: unknown) => {
  const isExpected = error instanceof StartError || error instanceof Problem
  const field = error instanceof Problem ? error.fields[0]?.code : undefined
  const words =
    error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`${field ? `The password is refused: ${field}.` : words}\n`)
  process.exitCode = 1
})
