import { connect, connectAuth } from '@hoicho/db/connect.ts'
import { sendAccountMail } from './identity/account-mail.ts'
import { createAuth } from './identity/auth.ts'
import type { Config } from './platform/config.ts'
import type { App } from './platform/context.ts'
import { openEvents } from './platform/events.ts'
import type { Log } from './platform/log.ts'
import type { Secrets } from './platform/secrets.ts'

/** Opens the pools and makes what lives as long as the process. `close` gives the connections back. */
export function openApp(
  config: Config,
  secrets: Secrets,
  log: Log,
  databaseUrl: string,
  poolSize = 10,
): { app: App; close(): Promise<void> } {
  const { sql, db, close } = connect(databaseUrl, { max: poolSize })
  const accounts = connectAuth(databaseUrl)
  const auth = createAuth(config, secrets, accounts.db, mail => sendAccountMail({ config, db }, mail))
  const events = openEvents(sql, log)
  const app: App = { config, secrets, log, db, sql, auth, events }
  return {
    app,
    close: async () => {
      await events.close()
      await Promise.all([close(), accounts.close()])
    },
  }
}
