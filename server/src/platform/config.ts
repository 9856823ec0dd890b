import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { firstLine, StartError } from '@hoicho/db/start-error.ts'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const settings = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: integer(0, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  TLS_CERT: readableFile().optional(),
  TLS_KEY: readableFile().optional(),
  PUBLIC_URL: origin().optional(),
  TRUST_PROXY: flag().default(false),
  DATABASE_URL: address(['postgres:', 'postgresql:']).optional(),
  DATA_DIR: z
    .string()
    .default('data')
    .transform(path => resolve(root, path)),
  SMTP_URL: address(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.string().default('Hoicho <no-reply@localhost>'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  DEMO: flag().optional(),
})

/** Every setting there is, as `.env.example` explains them. */
export const settingNames: readonly string[] = Object.keys(settings.shape)

export type Config = {
  nodeEnv: 'production' | 'development' | 'test'
  production: boolean
  /** 0 lets the system choose one. */
  port: number
  host: string
  /** Paths of the certificate chain and its key, in PEM. */
  tls: { cert: string; key: string } | undefined
  /** Scheme, host and port as people write them; no slash at the end. */
  publicUrl: string
  /** Whether X-Forwarded-For and X-Forwarded-Proto are believed. */
  trustProxy: boolean
  /** Undefined: the PostgreSQL that comes with the program is started. */
  databaseUrl: string | undefined
  /** Absolute. */
  dataDir: string
  /** Undefined: mail is kept in the outbox and shown in the log, not sent. */
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: z.output<typeof settings>['LOG_LEVEL']
  /** Whether an empty database is filled with the demonstration fairs. */
  demo: boolean
}

/**
 * Reads the settings once, at the start. `envFile` is only searched for names nobody knows: its values are in `env`.
 * @throws StartError naming the setting that is unknown or malformed
 */
export function readConfig(env: NodeJS.ProcessEnv, envFile: string = resolve(root, '.env')): Config {
  refuseUnknown(env, envFile)
  const given = Object.entries(env).filter(
    ([name, value]) => settingNames.includes(name) && value?.trim() !== '',
  )
  const parsed = settings.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StartError(`The setting ${issue?.path.join('.')} is not right: ${issue?.message}.`)
  }
  return configOf(parsed.data)
}

function configOf(set: z.output<typeof settings>): Config {
  if ((set.TLS_CERT === undefined) !== (set.TLS_KEY === undefined)) {
    const missing = set.TLS_CERT === undefined ? 'TLS_CERT' : 'TLS_KEY'
    throw new StartError(`The setting ${missing} is missing: TLS_CERT and TLS_KEY go together.`)
  }
  const tls =
    set.TLS_CERT === undefined || set.TLS_KEY === undefined
      ? undefined
      : { cert: set.TLS_CERT, key: set.TLS_KEY }
  const production = set.NODE_ENV === 'production'
  return {
    nodeEnv: set.NODE_ENV,
    production,
    port: set.PORT,
    host: set.HOST,
    tls,
    publicUrl: set.PUBLIC_URL ?? `${tls === undefined ? 'http' : 'https'}://localhost:${set.PORT}`,
    trustProxy: set.TRUST_PROXY,
    databaseUrl: set.DATABASE_URL,
    dataDir: set.DATA_DIR,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    logLevel: set.LOG_LEVEL,
    demo: set.DEMO ?? (set.DATABASE_URL === undefined && !production),
  }
}

function refuseUnknown(env: NodeJS.ProcessEnv, envFile: string): void {
  const prefixed = Object.keys(env).find(name => name.startsWith('HOICHO_'))
  if (prefixed !== undefined) {
    throw new StartError(
      `The setting ${prefixed} is unknown: settings carry no prefix, .env.example lists them.`,
    )
  }
  const unknown = namesIn(envFile).find(name => !settingNames.includes(name))
  if (unknown !== undefined) {
    throw new StartError(
      `The setting ${unknown} in ${envFile} is unknown: .env.example lists those there are.`,
    )
  }
}

function namesIn(envFile: string): string[] {
  if (!existsSync(envFile)) return []
  try {
    return Object.keys(parseEnv(readFileSync(envFile, 'utf8').replace(/^\uFEFF/, '')))
  } catch (error) {
    throw new StartError(`${envFile} cannot be read: ${firstLine(error)}`, { cause: error })
  }
}

function integer(min: number, max: number) {
  const message = `a whole number from ${min} to ${max} is expected`
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine(value => value >= min && value <= max, message)
}

function flag() {
  return z.enum(['0', '1'], { error: '0 or 1 is expected' }).transform(value => value === '1')
}

function address(protocols: string[]) {
  return z
    .string()
    .refine(
      value => URL.canParse(value) && protocols.includes(new URL(value).protocol),
      `an address beginning with ${protocols.map(protocol => `${protocol}//`).join(' or ')} is expected`,
    )
}

function origin() {
  const message = 'an address like https://fair.example.org, without a path, is expected'
  return z
    .string()
    .refine(value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), message)
    .refine(value => URL.canParse(value) && new URL(value).href === `${new URL(value).origin}/`, message)
    .transform(value => new URL(value).origin)
}

function readableFile() {
  return z
    .string()
    .transform(path => resolve(root, path))
    .refine(path => {
      try {
        accessSync(path, constants.R_OK)
        return true
      } catch {
        return false
      }
    }, 'there is no such file, or it may not be read')
}
