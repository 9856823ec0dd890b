import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { readConfig, settingNames } from '@hoicho/server/platform/config.ts'
import { loadSecrets } from '@hoicho/server/platform/secrets.ts'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'hoicho-settings-'))
const root = join(import.meta.dirname, '../..')
const noFile = join(folder, 'none')

afterAll(() => rmSync(folder, { recursive: true }))

describe('settings', () => {
  test('without any, Hoicho listens on this machine only, with its own database and demonstration data', () => {
    expect(readConfig({ PATH: '/bin', PORT: '' }, noFile)).toEqual({
      nodeEnv: 'development',
      production: false,
      port: 3000,
      host: '127.0.0.1',
      tls: undefined,
      publicUrl: 'http://localhost:3000',
      trustProxy: false,
      databaseUrl: undefined,
      dataDir: join(root, 'data'),
      smtpUrl: undefined,
      mailFrom: 'Hoicho <no-reply@localhost>',
      logLevel: 'info',
      demo: true,
    })
  })

  test.each([
    [{ NODE_ENV: 'production' }, false],
    [{ NODE_ENV: 'production', DEMO: '1' }, true],
    [{ DATABASE_URL: 'postgres://db/fair' }, false],
    [{ DEMO: '0' }, false],
  ])('demonstration data with %j: %s', (env, demo) => {
    expect(readConfig(env, noFile).demo).toBe(demo)
  })

  test.each([
    [{ PORT: '70000' }, 'The setting PORT is not right: a whole number from 0 to 65535 is expected.'],
    [{ DEMO: 'yes' }, 'The setting DEMO is not right: 0 or 1 is expected.'],
    [
      { DATABASE_URL: 'mysql://root:swordfish@db/fair' },
      'The setting DATABASE_URL is not right: an address beginning with postgres:// or postgresql:// is expected.',
    ],
    [
      { PUBLIC_URL: 'https://example.org/fair' },
      'The setting PUBLIC_URL is not right: an address like https://fair.example.org, without a path, is expected.',
    ],
    [
      { TLS_CERT: '/none.pem' },
      'The setting TLS_CERT is not right: there is no such file, or it may not be read.',
    ],
    [{ TLS_CERT: 'package.json' }, 'The setting TLS_KEY is missing: TLS_CERT and TLS_KEY go together.'],
    [
      { HOICHO_PORT: '80' },
      'The setting HOICHO_PORT is unknown: settings carry no prefix, .env.example lists them.',
    ],
  ])('%j is refused by name', (env, message) => {
    expect(() => readConfig(env, noFile)).toThrow(message)
  })

  test('a name nobody knows in .env is refused', () => {
    const file = join(folder, '.env')
    writeFileSync(file, 'PORT=80\nMAIL_FORM=fair@example.org\n')
    expect(() => readConfig({}, file)).toThrow(
      `The setting MAIL_FORM in ${file} is unknown: .env.example lists those there are.`,
    )
  })

  test('a file saved with a byte order mark is read all the same', () => {
    const file = join(folder, 'marked.env')
    writeFileSync(file, '\uFEFFPORT=80\r\nLOG_LEVEL=warn\r\n')
    expect(readConfig({}, file).port).toBe(3000)
  })

  test('.env.example lists every setting and no other', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8').replace(/^#(?=[A-Z_]+=)/gm, '')
    expect(Object.keys(parseEnv(example)).sort()).toEqual([...settingNames].sort())
  })
})

describe('secrets', () => {
  test('are made once, 32 bytes each, for nobody else to read', () => {
    const data = join(folder, 'once')
    mkdirSync(data)
    const made = loadSecrets(data)
    expect(Object.keys(made)).toEqual(['sessionSecret', 'tokenPepper', 'keyEncryptionKey'])
    expect(new Set(Object.values(made).map(value => Buffer.from(value, 'base64url').length))).toEqual(
      new Set([32]),
    )
    expect(new Set(Object.values(made)).size).toBe(3)
    expect(loadSecrets(data)).toEqual(made)
    expect(statSync(join(data, 'secrets')).mode & 0o777).toBe(0o700)
    expect(statSync(join(data, 'secrets/secrets.json')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(data, 'secrets'))).toEqual(['secrets.json'])
  })

  test('are never made anew over a damaged file', () => {
    const data = join(folder, 'damaged')
    mkdirSync(join(data, 'secrets'), { recursive: true })
    writeFileSync(join(data, 'secrets/secrets.json'), '{"sessionSecret":"short"}')
    expect(() => loadSecrets(data)).toThrow(
      `The secrets in ${join(data, 'secrets/secrets.json')} cannot be used: it is damaged.`,
    )
  })
})
