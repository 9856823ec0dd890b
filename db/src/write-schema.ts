import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from './connect.ts'
import { startEmbedded } from './embedded.ts'
import { generateSchema } from './generate-schema.ts'
import { migrate } from './migrate.ts'

/** `npm run schema`: migrates a throw-away database and writes its types to db/src/schema.ts. */
const dataDir = mkdtempSync(join(tmpdir(), 'hoicho-schema-'))
const embedded = await startEmbedded({ dataDir, log() {}, durable: false })
const { db, sql, close } = connect(embedded.url)
try {
  await migrate(db)
  writeFileSync(new URL('schema.ts', import.meta.url), await generateSchema(sql))
} finally {
  await close()
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
